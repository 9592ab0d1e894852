"""The program in a real terminal, with a real keyboard: everything nothing else stands in for."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

ROOT = Path(__file__).parents[2]
SAVE = ROOT / "fixtures" / "saves" / "nl-namen.txt"
PROMPT = "klaar>"
_PATIENCE = 15.0
_NUMBERS = count()
_DRAWING = dict.fromkeys(range(0x2500, 0x2600), " ")  # guides, scroll bars, cursor


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


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals, one at a time."""
    opened: list[Terminal] = []

    def start(columns: int = 140, rows: int = 40) -> Terminal:
        if opened:
            opened.pop().close()
        opened.append(Terminal(tmp_path / "home", columns, rows))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def pane_rows(screen: str, side: int) -> list[str]:
    """The rows of one pane, without the bars around it and what is drawn beside the words."""
    rows = screen.splitlines()[2:-1]
    parts = (row.split("▏") for row in rows)
    return [part[min(side, len(part) - 1)].translate(_DRAWING).strip() for part in parts]


def page_through(terminal: Terminal, side: int, last: str) -> str:
    """All words of a pane, turning pages until the last ones are shown."""
    lines: list[str] = []
    while True:
        screen = terminal.screen()
        rows = pane_rows(screen, side)
        overlap = next(n for n in range(len(rows), -1, -1) if lines[len(lines) - n :] == rows[:n])
        lines.extend(rows[overlap:])
        words = " ".join(" ".join(lines).split())
        if last in words:
            return words
        terminal.press("Space")
        terminal.wait_until(lambda now, before=screen: now != before)  # type: ignore[misc]


@pytest.mark.parametrize("columns", [50, 90, 140, 200])
def test_all_of_a_page_is_there_to_read_at_every_width(
    terminal: Callable[..., Terminal], columns: int
) -> None:
    lines = [line for line in SAVE.read_text(encoding="utf-8").splitlines() if line.strip("- ")]
    article = lines[: lines.index("Deel dit bericht")]
    comments = lines[lines.index("3 Reacties") + 1 : lines.index("Plaats een reactie")]
    window = terminal(columns, 18)
    window.run(str(SAVE))
    window.wait_for_page("Langs de oude veldweg")
    words = page_through(window, 0, article[-1])
    assert in_order(words, article)
    window.press("Tab")
    window.wait_until(lambda screen: "enter Fold" in screen and "Marijke" in screen)
    words = page_through(window, 1, comments[-1])
    assert in_order(words, comments)


def in_order(words: str, parts: list[str]) -> bool:
    """Whether all parts are in the words, whole and one after the other."""
    at = 0
    for part in parts:
        found = words.find(" ".join(part.split()), at)
        assert found >= 0, f"{part!r} is not where it belongs in\n{words}"
        at = found + 1
    return True


def test_what_was_typed_survives_the_program_being_killed(
    terminal: Callable[..., Terminal],
) -> None:
    window = terminal()
    window.run(str(SAVE))
    window.wait_for_page("Sjoerd de Boer")
    window.press("Tab")
    window.wait_for("enter Fold")
    window.press("j")
    window.wait_for("2 of 3")
    window.press("r")
    window.wait_for("Reply to Sjoerd de Boer")
    window.type("In november vroor het hier al.")
    window.press("Enter")
    window.type("Wij wachten liever tot maart.")
    window.wait_for("tot maart.")
    time.sleep(1)  # what was on the screen this long ago must be on disk
    window.kill()

    again = terminal()
    again.run(f"{SAVE}")
    screen = again.wait_for("tot maart.")
    order = [
        "Sjoerd de Boer",
        "Bedankt Marijke",
        "draft to Sjoerd",
        "In november vroor het hier al.",
    ]
    order += ["Wij wachten liever tot maart.", "Ineke"]
    assert in_order(" ".join(screen.translate(_DRAWING).split()), order)


def test_a_piped_page_leaves_the_keyboard_to_the_reader(terminal: Callable[..., Terminal]) -> None:
    window = terminal()
    window.run("-", before=f"cat {shlex.quote(str(SAVE))} | ")
    window.wait_for_page("Sjoerd de Boer")
    window.press("Tab")
    window.wait_for("enter Fold")
    window.press("j", "j")
    window.wait_for("3 of 3")
    window.press("q")
    assert window.is_sane()


def test_the_first_start_shows_the_bundled_page_and_q_gives_the_terminal_back(
    terminal: Callable[..., Terminal],
) -> None:
    window = terminal()
    window.run()
    window.wait_for_page("You are reading a page")
    assert window.say("alternate_on") == "1"
    window.press("q")
    assert window.is_sane()
    window.run()
    window.wait_for("Library")
    window.wait_for("Welcome to Rejoinder")
    window.press("q")
    assert window.is_sane()


def test_escape_codes_of_a_page_do_nothing_to_the_terminal(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    codes = "\x1b]0;GEKAAPT\x07\x1b[2J\x1b[?1049l\x1b[31m\x9b5m\x1bP1$r\x1b\\\x1bc\x08\x0e"
    page = tmp_path / "codes.txt"
    page.write_text(
        f"Een gewone{codes} titel\n\n{codes * 1500}\n\nNa al die tekens gaat het gewoon verder.\n"
        f"\n2 Reacties\n\nMarijke{codes} schreef:\n\nNiets{codes} aan de hand.\n",
        encoding="utf-8",
    )
    window = terminal()
    title = window.say("pane_title")
    window.run(str(page))
    window.wait_for_page("Een gewone")
    window.press("G")
    window.wait_for("gaat het gewoon verder")
    assert window.say("pane_title") == title
    assert window.say("alternate_on") == "1"
    rows = window.screen().splitlines()
    assert "Een gewone" in rows[0]
    assert "Help" in rows[-1]
    window.press("q")
    assert window.is_sane()
    assert window.say("pane_title") == title
