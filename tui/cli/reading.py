"""`rejoinder SOURCE`: the screen, with the keyboard where a pipe has taken its place."""

from __future__ import annotations

import os
import sys
from importlib import resources

from tui.cli.dumping import dump
from tui.errors import UsageError
from tui.fetch import Pipe, locate
from tui.fetch.files import read_pipe
from tui.store.library import Library, LibraryError
from tui.store.places import Places


def read(source: str | None, *, offline: bool = False) -> int:
    """Open the screen; where the output is no terminal, print the page instead.

    Args:
        source: Where the page is, or None for the library.
        offline: Whether pages come from the library alone, never from the network.

    Raises:
        RejoinderError: There is nothing to read or nothing to show it on.
    """
    if not sys.stdout.isatty():
        if source is None:
            raise UsageError("The library needs a terminal; to print a page, name it.")
        return dump(source, width=None, offline=offline)
    data = None
    if source is not None:
        location, _ = locate(source)
        if isinstance(location, Pipe):
            data = read_pipe(sys.stdin.buffer).data
    if not sys.stdin.isatty():
        take_keyboard()
    # Here and not above, since nothing else loads Textual.
    from tui.app.app import run  # noqa: PLC0415 -- as said

    return run(source or _welcome(), data, offline=offline)


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
    page = resources.files("tui") / "data" / "welcome.html"
    return str(page) if page.is_file() else None
