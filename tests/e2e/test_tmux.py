"""The program in a real terminal, with a real keyboard: everything nothing else stands in for."""

from __future__ import annotations

import shlex
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.terminals import ROOT, Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

SAVE = ROOT / "fixtures" / "saves" / "nl-namen.txt"
_DRAWING = dict.fromkeys(range(0x2500, 0x2600), " ")  # guides, scroll bars, cursor


def pane_rows(screen: str, side: int) -> list[str]:
    """The rows of one pane, without the bars around it and what is drawn beside the words."""
    rows = screen.splitlines()[2:-1]
    parts = (row.split("▏") for row in rows)
    return [part[min(side, len(part) - 1)].translate(_DRAWING).strip() for part in parts]


def page_through(terminal: Terminal, side: int, last: str) -> str:
    """All words of a pane, turning pages until the last ones are shown."""
    lines: list[str] = []
    while True:
        screen = terminal.steady()
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
