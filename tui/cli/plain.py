"""`rejoinder read --plain`: the linear mode."""

from __future__ import annotations

import os
import sys

from msgspec.structs import replace

from tui.cli.output import one_line
from tui.cli.reading import take_keyboard
from tui.fetch import Pipe, locate
from tui.fetch.files import read_pipe
from tui.plain.loop import browse, run
from tui.plain.stores import PlainStores
from tui.store.places import Places
from tui.store.settings import read_settings


def read_plain(
    source: str | None, width: int | None, *, offline: bool = False, whole: bool = False
) -> int:
    """Read a page by prompts.

    Commands come from standard input; where the page comes from there, from the keyboard.

    Args:
        source: Where the page is, or None for the library.
        width: The width of lines in cells, or None for the terminal's.
        offline: Whether pages come from the library alone, never from the network.
        whole: Whether pages come with the rest of them.

    Raises:
        RejoinderError: There is nothing to read, or nobody to read it.
    """
    data = None
    if source is not None:
        location, _ = locate(source)
        if isinstance(location, Pipe):
            data = read_pipe(sys.stdin.buffer).data
            take_keyboard()
    places = Places.find(os.environ)
    settings, file = read_settings(places.settings)
    for problem in file.sorted():
        sys.stderr.write(f"rejoinder: {one_line(str(problem), 500)}\n")
    stores = PlainStores.at(places, data, offline=offline)
    for sentence in stores.told:
        sys.stderr.write(f"rejoinder: {one_line(sentence, 500)}\n")
    stores = replace(stores, preferences=settings, browse=browse)
    return run(stores.for_whole_pages() if whole else stores, source, width)
