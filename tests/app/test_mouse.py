"""The mouse, and what is dropped on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.app.reading import (
    make_services,
    notices,
    press,
    reader,
    reading,
    settle,
)
from tests.app.terminals import Terminal, terminal
from tests.system.scripts import script
from tui.app.screens.opening import OpeningScreen
from tui.app.services import Services

__all__ = ["terminal"]


async def test_the_mouse_is_left_to_the_terminal_and_taken_back(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        assert terminal.has_mouse()
        await press(pilot, "f4")
        assert not terminal.has_mouse()
        assert "The mouse is the terminal's now" in notices(pilot.app)
        await press(pilot, "f4")
        assert terminal.has_mouse()
        assert "The mouse works in Rejoinder again." in notices(pilot.app)


async def test_a_freed_mouse_stays_free_after_an_editor(
    terminal: Terminal, tmp_path: Path, hedge: Path
) -> None:
    services = make_services(tmp_path, EDITOR=str(script(tmp_path, "bewerk", "true")))
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "f4", "r")
        await press(pilot, "ctrl+e")
        assert not terminal.has_mouse()
        await press(pilot, "escape", "f4")
        assert terminal.has_mouse()


async def test_where_there_is_no_mouse_that_is_said(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "f4")
        assert "There is no mouse here" in notices(pilot.app)


# What is dropped on the terminal


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


@pytest.mark.parametrize("quoted", ["{}", "'{}'", "{} ", "file://{}"])
async def test_a_dropped_file_is_opened(
    services: Services, hedge: Path, walk: Path, quoted: str
) -> None:
    async with reading(services, hedge) as pilot:
        await paste(pilot, quoted.format(walk))
        assert reader(pilot).page.article.title == "Eine Wanderung am Deich"


async def test_what_names_no_file_opens_nothing(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        for text in ("een woord", "/bestaat/niet.html", "example.org", "-", "", "a\nb"):
            await paste(pilot, text)
            assert pilot.app.screen is reader(pilot)
        assert not any(isinstance(each, OpeningScreen) for each in pilot.app.screen_stack)


async def test_a_text_field_keeps_what_is_pasted_into_it(
    services: Services, hedge: Path, walk: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await paste(pilot, str(walk))
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == str(walk)
        assert reader(pilot).page.article.title == "De heg en de schaar"
