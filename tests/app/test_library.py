"""The library: what was opened, opened again, and there when the page is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.app.pages import page
from tests.app.reading import at, press, reader, reading, screen_text, shown, thread, write
from tui.app.screens.lists import LibraryScreen
from tui.app.services import Services

Save = Callable[[str, str], Path]


async def test_what_was_opened_is_listed_the_latest_first(
    services: Services, hedge: Path, walk: Path
) -> None:
    for path in (hedge, walk):
        async with reading(services, path):
            pass
    async with reading(services, None) as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        text = screen_text(pilot.app)
        assert text.index("Eine Wanderung am Deich") < text.index("De heg en de schaar")
        await press(pilot, "j", "enter")
        assert reader(pilot).page.article.title == "De heg en de schaar"
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert screen_text(pilot.app).index("De heg") < screen_text(pilot.app).index("Eine Wand")
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_drafts_are_counted_beside_their_page(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "R")
        await write(pilot, "Vier.")
        await press(pilot, "escape", "B")
        assert "1 draft" in screen_text(pilot.app)


async def test_a_page_that_is_gone_is_shown_as_it_was_kept(services: Services, save: Save) -> None:
    path = save("weg.html", page())
    async with reading(services, path):
        pass
    path.unlink()
    async with reading(services, None) as pilot:
        await press(pilot, "enter")
        words = " ".join(shown(reader(pilot).article).split())
        assert "This is the copy kept when the page was last opened." in words
        assert "Achter ons huis staat een heg" in words
        assert "Bij ons zitten er elk jaar merels in." in shown(thread(pilot))


async def test_folds_and_cursor_are_as_they_were_left(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "enter", "j", "j")
        assert at(pilot) == "Wil"
        await press(pilot, "q")
    async with reading(services, hedge) as pilot:
        assert "3 replies hidden" in shown(thread(pilot))
        assert at(pilot) == "Wil"


async def test_an_empty_library_says_how_to_open_a_page(services: Services) -> None:
    async with reading(services, None) as pilot:
        assert "No page was opened yet. ctrl+o opens one." in screen_text(pilot.app)
        await press(pilot, "enter", "j")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_damaged_library_is_no_reason_not_to_read(services: Services, hedge: Path) -> None:
    services.library.path.parent.mkdir(parents=True, exist_ok=True)
    services.library.path.write_bytes(b"this is no database" * 100)
    async with reading(services, hedge) as pilot:
        assert "Achter ons huis" in screen_text(pilot.app)
        await press(pilot, "B")
        assert "De heg en de schaar" in screen_text(pilot.app)
