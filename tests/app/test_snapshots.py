"""Whole screens as pictures: a change of looks is seen, wanted or not.

`pytest tests/app/test_snapshots.py -n 0 --snapshot-update` takes new ones.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.app.pages import URL, page
from tests.app.reading import press, saved, settle, write
from tui.app.app import RejoinderApp
from tui.app.services import Services
from tui.store.drafts import DraftStore
from tui.store.library import Library

Look = Callable[..., None]

WELCOME = str(resources.files("tui") / "data" / "welcome.html")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SIZES = {50: (50, 24), 90: (90, 30), 140: (140, 40), 200: (200, 50)}


@pytest.fixture
def look(
    snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Look:
    """Compares the program's screen after some keys with its picture."""
    monkeypatch.setattr(TextArea, "cursor_blink", False)  # else pictures depend on the moment
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "heg.html").write_text(page(), encoding="utf-8")

    services = Services(
        DraftStore(tmp_path / "drafts", lambda: NOON), Library(tmp_path / "library.db"), {}
    )
    services.library.opened(URL, URL, "De heg en de schaar", NOON)
    services.library.opened("b", "https://deich.example/", "Eine Wanderung am Deich", NOON)

    def compare(source: str | None, width: int, *keys: str, theme: str = "textual-dark") -> None:
        app = RejoinderApp(services, source)
        app.theme = theme

        async def before(pilot: Pilot[None]) -> None:
            await settle(pilot)
            for key in keys:
                if len(key) > 1 and " " in key:
                    await write(pilot, key)
                else:
                    await press(pilot, key)
            await saved(pilot)

        run_before: Callable[[Pilot[None]], Awaitable[None]] = before
        assert snap_compare(app, terminal_size=SIZES[width], run_before=run_before)

    return compare


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-light"])
@pytest.mark.parametrize("width", SIZES)
def test_welcome(look: Look, width: int, theme: str) -> None:
    look(WELCOME, width, theme=theme)


@pytest.mark.parametrize("width", [50, 90])
def test_comments_in_one_pane(look: Look, width: int) -> None:
    look(f"{WELCOME}#comment-4", width)


def test_folded_thread(look: Look) -> None:
    look(WELCOME, 140, "tab", "H", "j", "enter")


@pytest.mark.parametrize("width", [50, 90, 140])
def test_writing(look: Look, width: int) -> None:
    look(f"{WELCOME}#comment-5", width, "r", "I did, once. It took a night.")


def test_draft_under_its_comment(look: Look) -> None:
    look(f"{WELCOME}#comment-5", 140, "r", "I did, once.", "escape")


def test_list_of_drafts(look: Look) -> None:
    look("heg.html#comment-5", 90, "R", "Rafelt het?", "escape", "D")


def test_library(look: Look) -> None:
    look(None, 90)


def test_help(look: Look) -> None:
    look(WELCOME, 90, "tab", "question_mark")


def test_hints(look: Look) -> None:
    look(f"{WELCOME}#comment-6", 140, "f")


def test_what_cannot_be_opened(look: Look) -> None:
    look("https:///", 90)
