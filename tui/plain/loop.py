"""The linear mode on a terminal, or fed by a script: lines are read, a session answers."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from types import FrameType

from tui.plain.session import Session
from tui.plain.stores import PlainStores
from tui.plain.telling import UNWRAPPED

_WITHOUT_EDITING = frozenset({"", "dumb", "unknown"})
"""Terminals, by `TERM`, that editing a line would confuse."""

_QUIETLY = ("set enable-bracketed-paste off", "set bell-style none", "set enable-meta-key off")
"""What keeps GNU readline from sending escape sequences of its own at the prompt."""


def run(stores: PlainStores, source: str | None, width: int | None) -> int:
    """Read a page, or the library, until the reader leaves or the input ends.

    Args:
        stores: The stores.
        source: What to open, or None for the library.
        width: The cells of a line; None for the terminal's, and for no wrapping where there is
            none.

    Returns:
        The exit status.

    Raises:
        RejoinderError: The first page cannot be opened.
    """
    session = Session(stores)
    read = _reader(stores.environ)
    interrupts = _Interrupts()
    with interrupts.heard():
        try:
            _fit(session, width)
            try:
                interrupts.may_end = True
                _print(session.begin(source))
            except KeyboardInterrupt:
                if not session.views:  # the first page has not come
                    raise
                _print(iter(["", "Cancelled."]))
            with contextlib.suppress(EOFError):
                _converse(session, read, width, interrupts)
        finally:
            interrupts.may_end = False
            _print(session.close())
    return 0


class _Interrupts:
    """What ctrl+c does: it ends what runs, or the line, once; what it has ended is told in peace.

    A key that repeats, and one that comes between two lines, would end the program otherwise.

    Attributes:
        may_end: Whether there is anything that ctrl+c may end.
    """

    may_end = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """Take the signal."""
        if self.may_end:
            self.may_end = False
            raise KeyboardInterrupt

    @contextlib.contextmanager
    def heard(self) -> Iterator[None]:
        """Take the signals, and leave them to who took them before in the end."""
        before = signal.signal(signal.SIGINT, self)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def browse(address: str) -> bool:
    """Hand an address to the browser; False where there is none outside of the terminal."""
    graphical = sys.platform in {"darwin", "win32"} or any(
        os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    )
    return graphical and webbrowser.open(address)


def _converse(
    session: Session, read: Callable[[str], str], width: int | None, interrupts: _Interrupts
) -> None:
    """Take lines until the reader leaves; ctrl+c ends what runs, or the line, and no more.

    Raises:
        EOFError: The input ends.
    """
    asks = True
    while True:
        try:
            interrupts.may_end = True
            while session.views and not session.over:
                asks = True
                line = read(session.prompt)
                asks = False
                _fit(session, width)
                _print(session.enter(line))
        except KeyboardInterrupt:
            _print(iter([""]))
            _print(session.interrupted() if asks else iter(["Cancelled."]))
        else:
            return


def _fit(session: Session, width: int | None) -> None:
    """Wrap lines at the width of the terminal as it is now."""
    own = shutil.get_terminal_size().columns if sys.stdout.isatty() else UNWRAPPED
    session.width = width or own


def _print(lines: Iterator[str]) -> None:
    """Print lines as they come; what the output's encoding lacks becomes question marks."""
    encoding = sys.stdout.encoding
    for line in lines:
        sys.stdout.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()


def _reader(environ: Mapping[str, str]) -> Callable[[str], str]:
    """What asks for a line: with a prompt, and with editing where the terminal can do that."""
    if not sys.stdin.isatty():
        return lambda _prompt: _line()
    if environ.get("TERM", "") not in _WITHOUT_EDITING and sys.stdout.isatty():
        with contextlib.suppress(ImportError):  # there is no readline on Windows
            import readline  # noqa: PLC0415 -- loading it changes how input is read

            for setting in _QUIETLY:
                readline.parse_and_bind(setting)
            return lambda prompt: _valid(input(prompt))
    return _prompted


def _prompted(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    try:
        return _line()
    except EOFError:
        sys.stdout.write("\n")
        raise


def _line() -> str:
    """The next line of the input.

    Raises:
        EOFError: There is none.
    """
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return _valid(line.removesuffix("\n"))


def _valid(line: str) -> str:
    """A line without the halves of characters that bytes of another encoding leave."""
    return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
