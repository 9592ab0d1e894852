"""Leaving out what there is no room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from rich.cells import cell_len

from tui.app.layout.glyphs import UNICODE
from tui.app.layout.lines import Run
from tui.reading.wrap import chop

_LONGEST_CHARACTER = 16
"""Code points of what a reader sees as one character: the longest emoji have ten."""


def clip(text: str, width: int, more: str = UNICODE.more) -> str:
    """Text in `width` cells, with `more` at its end where something is left out."""
    if cell_len(text) <= width:
        return text
    room = width - len(more)
    if room < 2:
        return more[: max(width, 0)]
    _, end = chop(text[: width * _LONGEST_CHARACTER], room)[0]
    # Joiners with nothing before them are measured otherwise in a whole line than one by one.
    while end and cell_len(text[:end].rstrip() + more) > width:
        end -= 1
    return text[:end].rstrip() + more


def clip_runs(runs: Iterable[Run], width: int) -> Iterator[Run]:
    """As many of the runs as fit into `width` cells; the last one may be cut."""
    for run in runs:
        if width <= 0:
            return
        text = clip(run.text, width, "")
        width -= cell_len(text)
        if text:
            yield replace(run, text=text)
        if text != run.text:
            return
