from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.app.reading import notices, press, reading, settle, thread
from tui.app.reader import search
from tui.app.services import Services
from tui.reading.arrangement import Order

OPENERS = {"slash": "/", "backslash": "\\", "ctrl+o": None, "question_mark": "?", "w": "w"}


@pytest.mark.parametrize("key", OPENERS)
async def test_what_is_typed_before_a_line_is_drawn_is_in_it(
    services: Services, hedge: Path, key: str
) -> None:
    async with reading(services, hedge) as pilot:
        # All at once, as by a fast hand on a slow machine: nothing is drawn in between.
        pilot.app.post_message(events.Key(key, OPENERS[key]))
        for letter in "mussen":
            pilot.app.post_message(events.Key(letter, letter))
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "mussen"


@pytest.mark.parametrize("some", [0, 2_000])
async def test_a_search_that_is_typed_at_once_is_done(
    services: Services, hedge: Path, some: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_SOME", some)  # from so many comments on, in a thread
    async with reading(services, hedge) as pilot:
        pilot.app.post_message(events.Key("slash", "/"))
        for letter in "mussen":
            pilot.app.post_message(events.Key(letter, letter))
        pilot.app.post_message(events.Key("enter", "\r"))
        await settle(pilot)
        assert "once: 1 comment" in notices(pilot.app)


async def test_a_yes_that_is_typed_at_once_is_one(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        for letter in "cy":
            pilot.app.post_message(events.Key(letter, letter))
        await settle(pilot)
        assert thread(pilot).reading.marks.unread == 0


async def test_answers_and_choices_can_be_clicked(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "c")
        await pilot.click("#answers", offset=(2, 0))
        await settle(pilot)
        assert thread(pilot).reading.marks.unread == 0
        await press(pilot, "s")
        await pilot.click("#choices", offset=(5, 2))
        await settle(pilot)
        assert thread(pilot).reading.order is Order.NEWEST
