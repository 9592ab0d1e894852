"""Parting what is drawn in a row at a cell."""

from __future__ import annotations

from rich.cells import split_text
from rich.segment import Segment
from textual.strip import Strip


def part(strip: Strip, at: int) -> tuple[Strip, Strip]:
    """The cells of a strip before a place, and those from there on.

    A strip's own `crop` parts characters that are drawn as one, such as the emoji of a family, and
    loses some of them, wherever in their text it is cut.
    """
    at = min(at, strip.cell_length)
    before: list[Segment] = []
    after: list[Segment] = []
    x = 0
    for segment in strip:
        end = x + segment.cell_length
        if x < at < end:
            text, style, _ = segment
            first, last = split_text(text, at - x)
            before.append(Segment(first, style))
            after.append(Segment(last, style))
        else:
            (before if end <= at else after).append(segment)
        x = end
    return Strip(before, at), Strip(after, strip.cell_length - at)
