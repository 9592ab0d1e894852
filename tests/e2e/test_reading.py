"""The main path of a reader, in a real terminal: read, come back, find what is new."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.pages import HEDGE, Reply, page
from tests.e2e.terminals import Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

URL = "https://tuin.example/heg/"
LATER = (*HEDGE, Reply("Nieuwkomer", "Ik las dit pas vandaag."))


def test_a_reader_goes_through_a_thread_and_comes_back_to_what_is_new(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    path = tmp_path / "heg.html"
    path.write_text(page(url=URL), encoding="utf-8")
    window = terminal()
    # However slow the machine, nothing is read by being in sight for a moment.
    (window.home / "config").mkdir(parents=True)
    (window.home / "config" / "rejoinder.toml").write_text("[reading]\nread_after = 60\n")
    window.run(str(path))
    window.wait_for_page("Bij ons zitten er")
    window.press("Tab")
    window.wait_for("enter Fold")
    window.press("n", "n")  # two comments were read by passing on
    window.wait_for("5 unread")
    window.press("H")
    window.wait_for("3 replies hidden")
    window.type("/mussen")
    window.wait_for("once: 1 comment")
    window.press("Enter")
    screen = window.wait_for("Bij ons alleen mussen.")
    assert "hidden" in screen, "only the way there opens"
    window.press("q")  # seeks nothing any more
    window.type("\\author:kees")
    window.press("Enter")
    window.wait_until(lambda screen: "motorschaar" in screen and "mussen" not in screen)
    window.press("C-z")
    window.wait_for("mussen.")
    window.press("L", "c", "y")
    window.wait_for("Dat hoor je wel, ja.")
    window.wait_until(lambda screen: "unread" not in screen)
    window.press("q")
    assert window.is_sane()

    path.write_text(page(url=URL, comments=LATER), encoding="utf-8")
    window.run(str(path))
    window.wait_for_page("Bij ons zitten er")
    window.wait_for("8 comments")
    window.press("n")
    window.wait_for("8 of 8")
    assert "Ik las dit pas vandaag." in window.screen()
    window.press("q")
    assert window.is_sane()


def test_the_palette_and_what_is_sought_are_there_though_they_are_loaded_when_asked_for(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    path = tmp_path / "heg.html"
    path.write_text(page(url=URL), encoding="utf-8")
    window = terminal()
    window.run(str(path))
    window.wait_for_page("Bij ons zitten er")
    window.press("C-p")
    window.wait_for("Find an action")
    window.type("quit")
    window.wait_for("Leave")
    window.press("Escape")
    window.wait_until(lambda screen: "Leave" not in screen)
    window.type("/mussen")
    window.wait_for("once: 1 comment")
    window.press("Escape")
    window.press("q")
