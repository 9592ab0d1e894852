"""Keys that come faster than they are answered do what they do when they are typed slowly."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.app.reading import (
    at,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    thread,
    write,
)
from tui.app.dialogs.busy import BusyDialog
from tui.app.dialogs.report import ReportDialog
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
from tui.reading.arrangement import Order


async def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Type keys of which none waits for what the one before it does."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        letter = key if len(key) == 1 else None
        name = _character_to_key(key) if letter else key
        driver.send_message(events.Key(name, letter))
    await settle(pilot)


@pytest.mark.parametrize(
    ("opens", "repeats"),
    [
        (["c"], "y"),
        (["c"], "n"),
        (["f"], "a"),
        (["s"], "2"),
        (["s"], "enter"),
        (["slash", "w"], "enter"),
        (["backslash", "w"], "enter"),
        (["w"], "enter"),
        (["U"], "enter"),
        (["ctrl+o"], "enter"),
        (["ctrl+p"], "enter"),
        (["E", "ctrl+a", "ctrl+k", *"/x/y"], "enter"),
        (["vertical_line"], "enter"),
        (["number_sign", "2"], "enter"),
        (["asterisk", "at"], "enter"),
        (["v"], "y"),
        (["i"], "i"),
        (["D"], "enter"),
    ],
)
async def test_a_key_that_repeats_closes_its_dialog_alone(
    services: Services, hedge: Path, opens: list[str], repeats: str
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", *opens)
        await type_at_once(pilot, *[repeats] * 4)
        pages = [each for each in pilot.app.screen_stack if isinstance(each, ReaderScreen)]
        assert pages, screen_text(pilot.app)


@pytest.mark.parametrize("height", [3, 8, 40])
async def test_a_page_up_in_a_palette_that_shows_no_list_as_yet_is_no_fault(
    services: Services, hedge: Path, height: int
) -> None:
    async with reading(services, hedge, (140, height)) as pilot:
        for key in ("pageup", "pagedown"):
            await type_at_once(pilot, "ctrl+p", "down", key, key)
            await press(pilot, key, key, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_what_is_typed_after_an_answer_is_for_the_page_below(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "s")
        await type_at_once(pilot, *"2jj")
        assert thread(pilot).reading.order is Order.OLDEST
        assert thread(pilot).cursor_key == "3"


async def test_each_number_is_for_the_key_after_it(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab")
        await type_at_once(pilot, *"2j3jk")
        assert thread(pilot).cursor_key == "5"


async def test_each_number_is_for_the_key_after_it_in_a_selection(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "v", *"3j2k2wy")
        slowly = notices(pilot.app).splitlines()[-1]
        await press(pilot, "v")
        await type_at_once(pilot, *"3j2k2wy")
        assert notices(pilot.app).splitlines()[-1] == slowly


async def test_a_number_that_is_typed_before_the_choices_are_drawn_chooses(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab")
        await type_at_once(pilot, *"s2jj")
        assert thread(pilot).reading.order is Order.OLDEST
        assert thread(pilot).cursor_key == "3"


async def test_a_choice_that_is_typed_before_it_is_drawn_is_made(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab")
        await type_at_once(pilot, *"sjjj", "enter")
        assert thread(pilot).reading.order is Order.REPLIES


async def test_an_action_that_is_chosen_by_a_key_that_repeats_is_done_once(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "zoom")
        await type_at_once(pilot, *["enter"] * 4)
        assert reader(pilot).arrangement.zoomed


async def test_a_dialog_that_is_done_below_another_closes_with_it(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        below = BusyDialog("Looking for the reply …")
        await pilot.app.push_screen(below)
        await pilot.app.push_screen(ReportDialog("Handed over", ["The text is copied."]))
        below.dismiss()
        await settle(pilot)
        assert "The text is copied." in screen_text(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_preview_that_is_closed_as_it_opens_leaves_the_focus_where_it_can_be_seen(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "R", "a")
        await type_at_once(pilot, "f3", "escape")
        assert reader(pilot).composer is None
        assert thread(pilot).has_focus
        await press(pilot, "J")
        assert at(pilot) == "Kees"


@pytest.mark.parametrize("keys", ["qr", "rq", "qe"])
async def test_a_reply_to_a_page_that_is_being_left_is_not_begun(
    services: Services, hedge: Path, keys: str
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab")
        await type_at_once(pilot, *keys)


async def test_a_line_does_what_keys_say_in_their_order(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "slash")
        await type_at_once(pilot, *"msseenn", "backspace", "left", "left", "backspace", "home")
        await type_at_once(pilot, "right", "u", "end", "x", "backspace", "enter")
        found = reader(pilot).search.found
        assert found is not None
        assert found.needle == "mussen"
        assert "once: 1 comment" in notices(pilot.app)


async def test_a_row_that_is_chosen_right_before_enter_is_entered(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "w")
        await type_at_once(pilot, "down", "down", "enter")
        assert at(pilot) == "Kees"


async def test_keys_that_come_while_the_program_ends_are_no_matter(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        app = pilot.app
    await app.on_event(events.Key("z", "z"))
