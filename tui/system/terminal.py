"""Lending the terminal to another program until it ends."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from tui.system.commands import Result, not_started, resolved

_FULL_SCREEN = frozenset(
    {"less", "more", "most", "lv", "moar", "ov", "pg", "vi", "vim", "view", "nvim", "nano", "pico"}
    | {"emacs", "micro", "hx", "kak", "joe", "fzf", "sk", "vipe"}
    | {"w3m", "lynx", "links", "links2", "elinks", "offpunk", "www-browser"}
)
"""Commands that are of no use without a terminal."""

_BRIEF = 0.3
"""A pager that ends within so many seconds has printed what nobody could read yet."""


def needs_terminal(argv: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Whether a command is a pager, an editor or a browser in a terminal, as its name says."""
    name = PurePath(argv[0]).name
    own = (environ.get(variable, "") for variable in ("PAGER", "VISUAL", "EDITOR"))
    return name in _FULL_SCREEN or name in {PurePath(each.split()[0]).name for each in own if each}


@contextlib.contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Leave ctrl+c to the program that has the terminal; here it would end Rejoinder as well."""
    before = signal.getsignal(signal.SIGINT)
    if before is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    # A function, since a program would inherit `SIG_IGN`.
    signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def lend(argv: Sequence[str], text: str, environ: Mapping[str, str]) -> Result:
    """Run a command that has the terminal, with a text on its standard input; waits for its end.

    Raises:
        CommandError: It could not be started.
    """
    command = resolved(argv, environ)
    began = time.monotonic()
    with interrupts_ignored():
        try:
            # The command is the user's own; no shell is between.
            done = subprocess.run(command, input=text.encode(), env=environ, check=False)  # noqa: S603 -- as said
        except OSError as error:
            raise not_started(argv[0], error) from error
        if not needs_terminal(argv, environ) or time.monotonic() - began < _BRIEF:
            _wait_for_reader()
    return Result(done.returncode)


def _wait_for_reader() -> None:
    """Wait for the enter key where there is a keyboard."""
    if sys.__stdin__ is not None and sys.__stdin__.isatty():
        sys.stdout.write("\n[enter goes back to Rejoinder] ")
        sys.stdout.flush()
        sys.__stdin__.readline()
