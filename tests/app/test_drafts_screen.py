"""The list of drafts: over all pages, back to writing, discarding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.pages import Reply, page
from tests.app.reading import press, reader, reading, screen_text, until, write
from tui.app.screens.lists import DraftsScreen
from tui.app.services import Services
from tui.parse import parse_page
from tui.store.writing import page_ref, parent_ref


@pytest.fixture
def two_pages(services: Services, hedge: Path, save: Callable[[str, str], Path]) -> Path:
    """A draft on the page of the hedge and one on another page; gives the first page."""
    ditch = save(
        "sloot.html", page("De sloot", "<p>Droog.</p>", (Reply("Femke", "Bij ons niet."),))
    )
    for path, number, body in ((hedge, 6, "Dat hoor je zeker."), (ditch, 1, "Waar woont u?")):
        opened = parse_page(path.read_bytes(), url=None, content_type=None)
        assert opened.thread is not None
        comment = opened.thread.comments[number - 1]
        services.drafts.create(page_ref(opened, str(path)), parent_ref(comment), body)
    return hedge


async def test_drafts_of_all_pages_are_listed_the_latest_first(
    services: Services, two_pages: Path
) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D")
        text = screen_text(pilot.app)
        assert text.index("To Femke") < text.index("To Wil")
        assert text.index("Waar woont u?") < text.index("Dat hoor je zeker.")
        assert "De heg en de schaar" in text
        assert "4 words" in text
        await press(pilot, "q")
        assert reader(pilot) is pilot.app.screen


async def test_a_draft_of_the_open_page_is_gone_on_with(
    services: Services, two_pages: Path
) -> None:
    async with reading(services, two_pages) as pilot:
        before = reader(pilot)
        await press(pilot, "D", "j", "enter")
        assert pilot.app.screen is before
        assert before.composer is not None
        await write(pilot, " Ja.")
        await press(pilot, "escape")
        assert "Dat hoor je zeker. Ja." in screen_text(pilot.app)


async def test_a_draft_of_another_page_opens_that_page(services: Services, two_pages: Path) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "enter")
        assert reader(pilot).page.article.title == "De sloot"
        opened = reader(pilot).composer
        assert opened is not None
        assert opened.text.text == "Waar woont u?"
        await until(lambda: opened.text.has_focus)


async def test_a_draft_can_be_discarded_from_the_list(services: Services, two_pages: Path) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "x", "n")
        assert "Waar woont u?" in screen_text(pilot.app)
        await press(pilot, "x", "y")
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert "Waar woont u?" not in screen_text(pilot.app)
        assert "Dat hoor je zeker." in screen_text(pilot.app)


async def test_a_file_that_is_no_draft_is_told_and_left(
    services: Services, two_pages: Path
) -> None:
    broken = services.drafts.folder / "kapot.md"
    broken.write_text("+++\nformat = 1\nkapot\n+++\nMijn woorden")
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D")
        assert "kapot.md" in screen_text(pilot.app)
        assert "Waar woont u?" in screen_text(pilot.app)
    assert broken.read_text().endswith("Mijn woorden")


async def test_an_empty_list_says_how_to_begin(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "D")
        assert "No drafts. r on a comment begins one." in screen_text(pilot.app)
        await press(pilot, "enter", "x", "D")
        assert reader(pilot) is pilot.app.screen
