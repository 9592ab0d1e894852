"""`rejoinder SOURCE`: the screen, with the keyboard where a pipe has taken its place."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from tui.cli.loading import load_for_screen
from tui.errors import SourceError, UsageError
from tui.fetch import Fetched, FileSource, Limits, Pipe, locate
from tui.fetch.files import read_file, read_pipe
from tui.fetch.parser_process import ParserProcess
from tui.fetch.source import PIPE
from tui.store.library import Library, LibraryError
from tui.store.places import Places


def read(source: str | None, *, offline: bool = False, whole: bool = False) -> int:
    """Open the screen; where the output is no terminal, print the page instead.

    Args:
        source: Where the page is, or None for the library.
        offline: Whether pages come from the library alone, never from the network.
        whole: Whether pages come with the rest of them.

    Raises:
        RejoinderError: There is nothing to read or nothing to show it on.
    """
    if not sys.stdout.isatty():
        if source is None:
            raise UsageError("The library needs a terminal; to print a page, name it.")
        from tui.cli.dumping import dump  # noqa: PLC0415 -- seldom needed

        return dump(source, width=None, offline=offline, whole=whole)
    source = source or _welcome()
    ahead = _ahead(source)
    data = ahead.data if ahead is not None and ahead.source == PIPE else None
    if not sys.stdin.isatty():
        take_keyboard()
    parser = ParserProcess.start(ahead)
    del ahead
    gc.disable()  # while all that is made stays; the screen enables it once it is there
    load_for_screen()
    # Here and not above, since nothing else loads Textual, and it is the longer part of starting.
    from tui.app.app import run  # noqa: PLC0415 -- as said

    return run(source, data, offline=offline, whole=whole, parser=parser)


def _ahead(source: str | None) -> Fetched | None:
    """What is to be parsed while the screen is loaded; None where that is not here as yet.

    Raises:
        SourceError: It comes through a pipe that holds nothing, or too much.
    """
    location = None if source is None else locate(source)[0]
    if isinstance(location, Pipe):
        return read_pipe(sys.stdin.buffer)
    if isinstance(location, FileSource) and location.path.is_file():  # what can be read twice
        try:
            return read_file(location.path, Limits())
        except SourceError:  # which the screen tells
            return None
    return None


def take_keyboard() -> None:
    """Put the terminal's keyboard in the place of standard input, which a pipe or file was."""
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(
            "There is no terminal to read keys from; use `rejoinder dump` to print the page."
        ) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)


def _welcome() -> str | None:
    """The bundled page, as long as no page was ever opened."""
    try:
        if Library(Places.find(os.environ).library).recent(1):
            return None
    except LibraryError:
        return None
    page = Path(__file__).parents[1] / "data" / "welcome.html"
    return str(page) if page.is_file() else None
