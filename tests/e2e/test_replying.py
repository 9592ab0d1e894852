"""From opening a page of a real WordPress to the reply standing in its thread, in a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.servers import DIKE, POSTS, WordPress
from tests.e2e.terminals import Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

FEMKE = "3"  # who answers Jan-Willem there
REPLY = "Dank voor het verslag, het las als een wandeling."


def begin(window: Terminal, server: WordPress) -> None:
    """Write a reply to a comment, and say as whom."""
    window.run(f"{server.address}{DIKE}#comment-{FEMKE}")
    window.wait_for_page("Dank je, Jan-Willem!")
    window.wait_for("r Reply")
    window.press("R")
    window.wait_for("Reply to Femke de Vries")
    window.type(REPLY)
    window.wait_for("saved")
    window.press("F8")
    window.wait_for("As whom do you write on 127.0.0.1:")
    window.type("Marijke")
    window.press("Tab")
    window.type("marijke@wandel.example")
    window.press("Enter")
    window.wait_for("This is what would be sent")
    screen = window.steady()  # a busy terminal draws a dialog row by row
    assert f"{server.address}wp-comments-post.php" in screen
    assert "Marijke, marijke@wandel.example" in screen
    assert f"Hidden field comment_parent  {FEMKE}" in screen
    assert [row for row in server.comments(POSTS[DIKE]) if row.author == "Marijke"] == []


def close(window: Terminal) -> None:
    """Close the dialog on top."""
    window.press("Escape")
    window.wait_until(lambda screen: "esc closes" not in screen)


def place_of(screen: str, words: str) -> int:
    """The column at which some words begin on the screen."""
    return next(line.index(words) for line in screen.splitlines() if words in line)


def test_a_reply_is_sent_and_stands_in_its_thread_under_its_parent(
    terminal: Callable[..., Terminal], wordpress: WordPress
) -> None:
    wordpress.control("option", "comment_previously_approved", "0")
    window = terminal()
    begin(window, wordpress)
    window.press("y")
    window.wait_for("Your reply is published")
    close(window)
    window.wait_for("13 comments")
    window.press("C-r")
    window.wait_for("No new comments.")
    (row,) = [row for row in wordpress.comments(POSTS[DIKE]) if row.author == "Marijke"]
    assert row.parent == FEMKE
    window.type(f"#{row.id}")
    window.press("Enter")
    window.wait_until(lambda screen: "Go to comment" not in screen)
    window.wait_for(REPLY)
    screen = window.steady()
    assert "✎" not in screen, "the comment stands in place of the draft"
    assert place_of(screen, "Marijke") > place_of(screen, "Femke de Vries  author")
    window.press("q")
    assert window.is_sane()


def test_a_reply_waits_in_the_outbox_while_the_site_is_down(
    terminal: Callable[..., Terminal], wordpress: WordPress
) -> None:
    wordpress.control("option", "comment_previously_approved", "0")
    window = terminal()
    begin(window, wordpress)
    wordpress.stop()
    window.press("y")
    window.wait_for("Your reply was not sent")
    window.wait_for("It waits in the outbox")
    close(window)
    window.wait_for("ready, in the outbox")
    window.press("Q")
    screen = window.wait_for("1. Femke de Vries on")
    assert "marijke@" not in screen
    wordpress.start()
    window.press("S")
    window.wait_for("It stands on the page")
    close(window)
    window.wait_for("Nothing waits to be sent.")
    (row,) = [row for row in wordpress.comments(POSTS[DIKE]) if row.author == "Marijke"]
    assert row.parent == FEMKE
    window.press("q", "q")
    assert window.is_sane()


def test_no_e_mail_address_is_left_in_logs_drafts_or_the_library(
    terminal: Callable[..., Terminal], wordpress: WordPress, tmp_path: Path
) -> None:
    window = terminal()
    begin(window, wordpress)
    window.press("y")
    window.wait_for("Your reply waits for approval")
    close(window)
    window.wait_for("held for moderation")
    window.press("q")
    assert window.is_sane()
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path for path in files if b"marijke@wandel" in path.read_bytes()] == []
    assert [path for path in files if b"moderation-hash" in path.read_bytes()] == []
