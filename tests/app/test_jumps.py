"""Jumps: where one came from, and back there again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events

from tests.app.pages import HEDGE, page
from tests.app.reading import (
    WIDE,
    article,
    at,
    notices,
    press,
    reading,
    screen_text,
    settle,
    thread,
    write,
)
from tests.app.test_opening import Save
from tui.app.app import RejoinderApp
from tui.app.reader.screen import ReaderScreen
from tui.app.screens.opening import OpeningScreen
from tui.app.services import Services
from tui.fetch import Opened


@pytest.mark.parametrize("key", ["minus", "backspace"])
async def test_going_back_in_jumps_never_leaves_the_program(
    services: Services, hedge: Path, key: str
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        for _ in range(3):
            await press(pilot, key)
        assert "There is nothing to go back to; q leaves." in notices(pilot.app)
        assert pilot.app.is_running
        await press(pilot, "plus", "plus")
        assert at(pilot) == "Ineke"
        assert notices(pilot.app).endswith("There is nothing to go forth to.")


async def test_the_next_conversation_is_a_jump(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert at(pilot) == "Job"
        await press(pilot, "2", "minus")
        assert thread(pilot).cursor_key == "3"
        await press(pilot, "X", "minus")
        assert thread(pilot).cursor_key == "3", "folding a conversation goes on as well"


async def test_a_jump_back_passes_over_a_comment_that_is_gone(
    services: Services, save: Save
) -> None:
    path = save("heg.html", page())
    async with reading(services, f"{path}#comment-3") as pilot:
        await press(pilot, "7", "G", "1", "G")
        save("heg.html", page(comments=HEDGE[:2]))
        await press(pilot, "ctrl+r", "minus")
        assert thread(pilot).cursor_key == "3"


async def test_a_number_is_that_of_the_order_that_is_shown(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-5") as pilot:
        await press(pilot, "s", "3", "number_sign")
        await write(pilot, "1\n")
        assert at(pilot) == "Job"
        assert thread(pilot).position == "1 of 7"
        await press(pilot, "number_sign")
        await write(pilot, "https://tuin.example/heg/#comment-2\n")
        assert at(pilot) == "Sjoerd"


@pytest.mark.parametrize("key", ["G", "right_curly_bracket"])
async def test_the_end_and_the_headings_of_an_article_are_jumps(
    services: Services, walk: Path, key: str
) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "space", "j")
        before = article(pilot).scroll_offset.y
        await press(pilot, key)
        assert article(pilot).scroll_offset.y > before
        await press(pilot, "minus")
        assert article(pilot).scroll_offset.y == before


async def test_keys_that_come_before_there_is_a_page_are_for_it(
    services: Services, hedge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes = asyncio.Event()
    at_once = OpeningScreen.at_once

    async def late(self: OpeningScreen) -> Opened | None:
        await comes.wait()
        return await at_once(self)

    monkeypatch.setattr(OpeningScreen, "at_once", late)
    app = RejoinderApp(services, str(hedge))
    async with app.run_test(size=WIDE) as pilot:
        for key in ("tab", "j", "j", "R"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        comes.set()
        await settle(pilot)
        assert thread(pilot).cursor_key == "3"
        assert "Reply to " in screen_text(app)


async def test_a_key_that_comes_before_the_named_comment_is_gone_to_is_for_that_comment(
    services: Services, hedge: Path
) -> None:
    app = RejoinderApp(services, f"{hedge}#comment-4")
    async with app.run_test(size=WIDE) as pilot:
        async with asyncio.timeout(20):
            while not isinstance(app.screen, ReaderScreen):  # noqa: ASYNC110 -- as soon as it is
                await asyncio.sleep(0)
        app.post_message(events.Key("R", "R"))
        await settle(pilot)
        assert "Reply to Ineke" in screen_text(app)
        await write(pilot, "Hier ook.")
        assert "Hier ook." in screen_text(app)
