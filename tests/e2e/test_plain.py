"""The linear mode in a terminal that can do nothing: every byte that is written to it."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tui.store.drafts import DraftStore

ROOT = Path(__file__).parents[2]
SAVE = ROOT / "fixtures" / "saves" / "nl-namen.txt"
_PATIENCE = 60.0


class Line:
    """A terminal with a program in it, and all bytes that the program wrote."""

    def __init__(self, home: Path, term: str, args: Sequence[str], before: str = "") -> None:
        self.written = b""
        command = " ".join([before, "exec", sys.executable, "-m", "tui", "read", "--plain", *args])
        environ = os.environ | {"REJOINDER_HOME": str(home), "TERM": term, "LC_ALL": "C.UTF-8"}
        for name in ("COLUMNS", "LINES", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
            environ.pop(name, None)
        pid, self._terminal = pty.fork()
        if not pid:
            os.chdir(ROOT)
            os.execvpe("sh", ["sh", "-c", command], environ)  # noqa: S606 -- there is one, before the pipe
        self.pid = pid

    def _read(self, seconds: float) -> bool:
        """Take what came; False once nothing can come any more."""
        if select.select([self._terminal], [], [], seconds)[0]:
            try:
                data = os.read(self._terminal, 65_536)
            except OSError:  # so Linux tells that the other end is closed
                return False
            self.written += data
            return bool(data)
        return True

    def wait_for(self, text: str, after: int = 0) -> str:
        """All that was written, once a text was after some byte of it."""
        end = time.monotonic() + _PATIENCE
        while text not in self.written[after:].decode():
            assert self._read(0.1), self.written
            assert time.monotonic() < end, f"waited in vain for {text!r}: {self.written!r}"
        return self.written.decode()

    def type(self, line: str, then: str, end: str = "\n") -> str:
        """Type a line and wait for what it tells."""
        after = len(self.written)
        os.write(self._terminal, f"{line}{end}".encode())
        return self.wait_for(then, after)

    def ended(self) -> int:
        """The exit status, once the program has ended."""
        while self._read(0.1):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def close(self) -> None:
        """End the program where it still runs."""
        os.close(self._terminal)
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


@pytest.fixture
def line(home: Path) -> Iterator[Callable[..., Line]]:
    """Starts the program in a terminal of some kind."""
    started: list[Line] = []

    def start(*args: str, term: str = "dumb", before: str = "") -> Line:
        started.append(Line(home, term, args, before))
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.mark.parametrize("term", ["dumb", "unknown", "xterm-256color"])
def test_no_escape_sequence_and_no_lone_return_is_written(
    line: Callable[..., Line], home: Path, term: str
) -> None:
    terminal = line(str(SAVE), term=term)
    terminal.wait_for("article> ")
    terminal.type("", "article> ")
    terminal.type("comments", "comment 1> ")
    terminal.type("/maart", "> ")
    terminal.type("help", "comment")
    terminal.type("2", "comment 2> ")
    terminal.type("r", "reply> ")
    terminal.type("Wij wachten tot mei.", "reply> ")
    terminal.type(".", "comment 2> ")
    terminal.type("quit", "")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.written
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", terminal.written)
    if term != "xterm-256color":
        assert not re.search(rb"\r(?!\n)", terminal.written)
    (draft,) = DraftStore(home / "data" / "drafts").all()
    assert draft.body.endswith("\nWij wachten tot mei.\n")


def test_ctrl_c_cancels_and_ctrl_d_leaves(line: Callable[..., Line], home: Path) -> None:
    terminal = line(str(SAVE))
    terminal.wait_for("article> ")
    terminal.type("half", "quit leaves.", end="\x03")
    terminal.type("comments", "comment 1> ")
    terminal.type("R", "reply> ")
    terminal.type("Een regel.", "reply> ")
    terminal.type("", "A line with a dot alone ends the draft.", end="\x03")
    terminal.type("", "", end="\x04")
    assert terminal.ended() == 0
    assert [draft.body for draft in DraftStore(home / "data" / "drafts").all()] == ["Een regel.\n"]


def test_ctrl_c_that_repeats_ends_nothing_but_the_line(line: Callable[..., Line]) -> None:
    terminal = line(str(SAVE))
    terminal.wait_for("article> ")
    for _ in range(30):
        terminal.type("half", "", end="\x03" * 7)
    told = ""
    while "At the title of the article." not in told:  # a line before the last of them is void
        told = terminal.type("where", "> ")


def test_a_fetch_that_takes_too_long_is_cancelled(
    line: Callable[..., Line], tmp_path: Path
) -> None:
    pipe = tmp_path / "traag.html"
    os.mkfifo(pipe)
    terminal = line(str(SAVE))
    terminal.wait_for("article> ")
    terminal.type(f"open {pipe}", "Opening ")
    terminal.type("", "Cancelled.", end="\x03")
    terminal.type("where", "At the title of the article.")


def test_a_page_from_a_pipe_leaves_the_keyboard_to_the_reader(line: Callable[..., Line]) -> None:
    terminal = line("-", before=f"cat {SAVE} |")
    terminal.wait_for("article> ")
    terminal.type("comments", "comment 1> ")
    terminal.type("j", "comment 2> ")
    terminal.type("q", "")
    assert terminal.ended() == 0


def test_a_page_from_a_pipe_without_a_keyboard_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "read", "--plain", "-"],
        input=SAVE.read_bytes(),
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"no terminal to read keys from" in done.stderr
