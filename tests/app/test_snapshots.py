"""Whole screens as pictures: a change of looks is seen, wanted or not.

`pytest tests/app/test_snapshots.py -n 0 --snapshot-update` takes new ones.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.notifications import Notification
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.app.pages import URL, page
from tests.app.reading import press, saved, settle, write
from tui.app.app import RejoinderApp
from tui.app.services import Services
from tui.reading.visits import Visits
from tui.store.drafts import DraftStore
from tui.store.library import Library
from tui.store.settings import ReadingSettings, Settings, WritingSettings

Look = Callable[..., None]

WELCOME = str(resources.files("tui") / "data" / "welcome.html")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GROWN = "https://tuin.example/gegroeid/"
SIZES = {50: (50, 24), 90: (90, 30), 140: (140, 40), 200: (200, 50)}


@pytest.fixture
def look(
    snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Look:
    """Compares the program's screen after some keys with its picture."""
    for writing in (Input, TextArea):  # else pictures depend on the moment
        monkeypatch.setattr(writing, "cursor_blink", False)
    monkeypatch.setattr(Notification, "time_left", 60.0)  # as said
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "heg.html").write_text(page(), encoding="utf-8")
    (tmp_path / "gegroeid.html").write_text(page(url=GROWN), encoding="utf-8")

    (tmp_path / "stil.html").write_text(page(comments=()), encoding="utf-8")

    services = Services(
        DraftStore(tmp_path / "drafts", lambda: NOON),
        Library(tmp_path / "library.db"),
        {},
        clock=lambda: NOON,
    )
    seen = frozenset("12457")  # when the page was opened a day ago; 3 and 6 came since
    before = Visits(NOON - timedelta(days=1), old=seen, read=frozenset("14"))
    services.library.keep_visits(GROWN, before)
    services.library.opened(URL, URL, "De heg en de schaar", NOON)
    services.library.opened("b", "https://deich.example/", "Eine Wanderung am Deich", NOON)

    def compare(
        source: str | None,
        width: int,
        *keys: str,
        theme: str = "textual-dark",
        wishes: ReadingSettings | None = None,
    ) -> None:
        unchecked = WritingSettings(spelling="off")  # whatever is installed
        # However slow the machine, nothing is read by being in sight for a moment.
        reading = replace(wishes or ReadingSettings(), read_after=60.0)
        preferences = Settings(reading=reading, writing=unchecked)
        app = RejoinderApp(replace(services, preferences=preferences), source)
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


def test_an_article_without_comments(look: Look) -> None:
    look("stil.html", 140)


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


def test_new_comments_stand_out(look: Look) -> None:
    look("gegroeid.html", 140, "tab", "n")


@pytest.mark.parametrize("width", [90, 140])
def test_searching(look: Look, width: int) -> None:
    look(WELCOME, width, "tab", "H", "slash", "comment ")


def test_what_was_found(look: Look) -> None:
    look(WELCOME, 140, "tab", "H", "slash", "comment ", "enter", "n")


def test_a_filter(look: Look) -> None:
    look(WELCOME, 140, "backslash", "author:marit ", "enter", "tab")


@pytest.mark.parametrize("width", [50, 140])
def test_choosing_an_order(look: Look, width: int) -> None:
    look(WELCOME, width, "tab", "s")


@pytest.mark.parametrize("width", [50, 200])
def test_the_newest_comments(look: Look, width: int) -> None:
    look(WELCOME, width, "tab", "w")


@pytest.mark.parametrize("width", [50, 140])
def test_figures_of_the_thread(look: Look, width: int) -> None:
    look(WELCOME, width, "i")


def test_all_links(look: Look) -> None:
    look(WELCOME, 90, "U")


def test_selecting(look: Look) -> None:
    look(f"{WELCOME}#comment-4", 140, "v", "j", "w", "w")


def test_exporting(look: Look) -> None:
    look(WELCOME, 90, "E")


def test_dates_as_days_and_quotes_folded(look: Look) -> None:
    look(WELCOME, 140, "tab", "t", "t", "T")


def test_a_muted_author(look: Look) -> None:
    look(f"{WELCOME}#comment-1", 140, "exclamation_mark")


@pytest.mark.parametrize("width", [50, 200])
def test_guides_in_ascii(look: Look, width: int) -> None:
    look(f"{WELCOME}#comment-4", width, wishes=ReadingSettings(guides="ascii"))


def test_without_guides(look: Look) -> None:
    look(f"{WELCOME}#comment-4", 90, wishes=ReadingSettings(guides="none"))


@pytest.mark.parametrize("width", [50, 200])
def test_high_contrast(look: Look, width: int) -> None:
    look(f"{WELCOME}#comment-4", width, theme="high-contrast")


def test_what_cannot_be_opened(look: Look) -> None:
    look("https:///", 90)
