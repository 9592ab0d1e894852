"""What is seen of sending as pictures; `tests/app/test_snapshots.py` says how to take new ones."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.app.outboxes import FEMKE, NOON, REFUSED, StandIn, a_draft, page_with_form, plan_of
from tests.app.reading import press, settle
from tui.app.app import RejoinderApp
from tui.app.services import Services
from tui.store.drafts import DraftStore
from tui.store.library import Library
from tui.store.settings import ReadingSettings, Settings

SIZES = {50: (50, 24), 90: (90, 30), 140: (140, 40), 200: (200, 50)}
URL = "https://tuin.example/heg/"
BODY = "Dit jaar telde ik er vier.\n\nVorig jaar nog *vijf*, dus wie zag de andere?"

Look = Callable[..., None]

every_width = pytest.mark.parametrize("width", SIZES)


@pytest.fixture
def look(
    snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Look:
    """Compares the screen with its picture after some keys, with a draft under a comment."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "heg.html").write_text(page_with_form(url=URL), encoding="utf-8")
    drafts = DraftStore(tmp_path / "drafts", lambda: NOON)
    outbox = StandIn(drafts, came=REFUSED)
    services = Services(
        drafts,
        Library(tmp_path / "library.db"),
        {},
        clock=lambda: NOON,
        preferences=Settings(reading=ReadingSettings(motion=False, read_after=60.0)),
        outbox_of=lambda _: outbox,
    )
    draft = a_draft(drafts, URL, BODY)

    def compare(width: int, *keys: str, waits: bool = False) -> None:
        if waits:
            outbox.queue(plan_of(draft, FEMKE))
        own = replace(services)
        own.write_as(FEMKE)

        async def before(pilot: Pilot[None]) -> None:
            await settle(pilot)
            for key in keys:
                await press(pilot, key)

        app = RejoinderApp(own, "heg.html")
        assert snap_compare(app, terminal_size=SIZES[width], run_before=before)

    return compare


@every_width
def test_as_whom(look: Look, width: int) -> None:
    look(width, "tab", "S")


@every_width
def test_what_would_be_sent(look: Look, width: int) -> None:
    look(width, "tab", "S", "enter")


@every_width
def test_what_came_of_it(look: Look, width: int) -> None:
    look(width, "tab", "S", "enter", "y")


@every_width
def test_the_outbox(look: Look, width: int) -> None:
    look(width, "Q", waits=True)
