"""Taking things along in a real terminal: its clipboard, its mouse, a pager that borrows it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.pages import URL, page
from tests.e2e.terminals import Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture
def window(terminal: Callable[..., Terminal], tmp_path: Path) -> Terminal:
    """A terminal with the page of the hedge, at its second comment."""
    path = tmp_path / "heg.html"
    path.write_text(page(url=URL), encoding="utf-8")
    window = terminal()
    window._tmux("set-option", "-g", "set-clipboard", "on")
    window.run(f"{path}#comment-2", before="env -u DISPLAY -u WAYLAND_DISPLAY ")
    window.wait_for_page("Hoeveel nesten")
    window.wait_for("enter Fold")
    return window


def test_what_is_copied_is_on_the_terminal_s_clipboard(window: Terminal) -> None:
    window.press("y")
    window.wait_for("was sent to the terminal's clipboard")
    assert window._tmux("show-buffer") == "Hoeveel nesten telt u?\n"


def test_a_freed_mouse_is_free_and_stays_so_after_a_pager(window: Terminal) -> None:
    assert window.say("mouse_any_flag") == "1"
    window.press("F4")
    window.wait_for("The mouse is the terminal's now")
    window.wait_until(lambda _: window.say("mouse_any_flag") == "0")
    window.press("|")
    window.wait_for("Pipe the comment to")
    window.type("less -+F")
    window.press("Enter")
    window.wait_for("(END)")
    window.press("C-c")  # is for the pager alone, which forgets what was typed before it sees it
    while "(END)" in window.steady():
        window.type("q")
        time.sleep(1)
    back = "enter goes back"  # is asked where the pager was there for a moment only
    if back in window.wait_until(lambda screen: back in screen or "Switch pane" in screen):
        window.press("Enter")
    window.wait_for("Switch pane")
    assert window.say("mouse_any_flag") == "0"
    window.press("F4")
    window.wait_until(lambda _: window.say("mouse_any_flag") == "1")
    window.press("q")
    assert window.is_sane()
