"""A real terminal with a shell in it, for tests that nothing else can stand in for."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMPT = "klaar>"
_PATIENCE = 60.0
_NUMBERS = count()


class Terminal:
    """A terminal of some size with a shell in it."""

    def __init__(self, home: Path, columns: int, rows: int) -> None:
        self.home = home
        self._socket = f"rejoinder-test-{os.getpid()}-{next(_NUMBERS)}"
        environ = os.environ | {"REJOINDER_HOME": str(home), "LC_ALL": "C.UTF-8"}
        for size_of_another in ("COLUMNS", "LINES"):  # as pytest's workers have them
            environ.pop(size_of_another, None)
        size = ("-x", str(columns), "-y", str(rows))
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", *size, "-c", str(ROOT), "sh"), environ=environ
        )
        self.type(f"PS1={PROMPT[:2]}''{PROMPT[2:-1]}'>'; clear")  # not the prompt itself
        self.press("Enter")
        self.wait_for(PROMPT)

    def _tmux(self, *arguments: str, environ: dict[str, str] | None = None) -> str:
        command = ["tmux", "-u", "-L", self._socket, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ)
        return done.stdout

    def close(self) -> None:
        """End the terminal and all in it."""
        self._tmux("kill-server")

    def run(self, *arguments: str, before: str = "") -> None:
        """Type the command that starts the program; its process id goes to a file."""
        program = shlex.join([sys.executable, "-m", "tui", *arguments])
        inner = f"echo $$ > {shlex.quote(str(self._pid_file))}; exec {program}"
        self.type(f"clear; {before}sh -c {shlex.quote(inner)}")
        self.press("Enter")

    @property
    def _pid_file(self) -> Path:
        return self.home.parent / "pid"

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(int(self._pid_file.read_text()), signal.SIGKILL)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What the terminal shows."""
        return self._tmux("capture-pane", "-p")

    def steady(self) -> str:
        """What the terminal shows once it stands still: a frame may be half drawn."""
        before = self.screen()
        while True:
            time.sleep(0.1)
            now = self.screen()
            if now == before:
                return now
            before = now

    def say(self, variable: str) -> str:
        """What tmux knows of the terminal, such as its title."""
        return self._tmux("display-message", "-p", f"#{{{variable}}}").strip()

    def wait_until(self, holds: Callable[[str], bool]) -> str:
        """The screen once something holds of it."""
        end = time.monotonic() + _PATIENCE
        while not holds(screen := self.screen()):
            assert time.monotonic() < end, f"waited in vain; the screen is\n{screen}"
            time.sleep(0.05)
        return screen

    def wait_for(self, text: str) -> str:
        """The screen once it shows a text."""
        return self.wait_until(lambda screen: text in screen)

    def wait_for_page(self, words: str) -> None:
        """Wait until a page is drawn and takes keys: the keys of the pane show last."""
        self.wait_until(lambda screen: words in screen and "Switch pane" in screen)

    def is_sane(self) -> bool:
        """Whether the shell is back, on the first screen, without mouse reports, echoing."""
        self.wait_for(PROMPT)
        self.type("echo antwoord $((6 * 7))")
        self.press("Enter")
        screen = self.wait_for("antwoord 42")
        modes = ("alternate_on", "mouse_any_flag", "keypad_flag", "cursor_flag")
        return "echo antwoord" in screen and [self.say(mode) for mode in modes] == list("0001")
