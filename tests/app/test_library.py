"""The library: what was opened, opened again, and there when the page is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from tests.app.pages import page
from tests.app.reading import (
    article,
    at,
    notices,
    press,
    reader,
    reading,
    screen_text,
    shown,
    thread,
    write,
)
from tests.fetch.servers import Answer, http_server
from tui.app.dialogs.ask import HintPrompt
from tui.app.screens.library import LibraryScreen
from tui.app.services import Services
from tui.app.widgets.bars import TitleBar

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
        assert "This is the copy kept on " in words
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


async def test_offline_a_page_is_its_copy_and_the_server_is_not_asked(services: Services) -> None:
    with http_server({"/heg": Answer(page().encode())}) as server:
        url = f"{server.base}/heg"
        async with reading(services, url):
            pass
        seen = len(server.paths)
        later = replace(
            services, offline=True, clock=lambda: datetime.now(UTC) + timedelta(days=3, hours=1)
        )
        async with reading(later, f"{url}#comment-2") as pilot:
            words = " ".join(shown(article(pilot)).split())
            assert "This is the copy kept on" in words
            assert "3 days ago." in words
            assert at(pilot) == "Sjoerd"
            assert "kept copy" in reader(pilot).query_one(TitleBar).facts
            await press(pilot, "ctrl+r")
            assert "is not fetched, since the program runs offline." in notices(pilot.app)
        assert len(server.paths) == seen
    async with reading(services, None) as pilot:
        await press(pilot, "enter")
        words = " ".join(shown(article(pilot)).split())
        assert words.count("This is the copy kept on") == 1
        assert "The server of http://127.0.0.1" in words


async def test_offline_a_link_to_a_page_never_kept_goes_on_the_list(
    services: Services, save: Save
) -> None:
    source = save("links.html", page(text='<p>Zie <a href="https://nooit.example/x">dit</a>.</p>'))
    offline = replace(services, offline=True)
    async with reading(offline, source) as pilot:
        await press(pilot, "f")
        await press(pilot, *next(iter(hints(pilot))))
        told = " ".join(screen_text(pilot.app).split())
        assert "https://nooit.example/x was never kept, so it cannot be read offline" in told
        assert "it is on the list for the next `rejoinder sync`." in told
        await press(pilot, "q", "B")
        assert "to be fetched at the next sync" in screen_text(pilot.app)
    assert services.library.queued() == ["https://nooit.example/x"]


async def test_a_page_that_was_asked_for_offline_can_be_taken_off_the_list(
    services: Services,
) -> None:
    services.library.queue("https://nooit.example/x", services.clock())
    async with reading(services, None) as pilot:
        await press(pilot, "x", "y")
        assert "nooit.example" not in screen_text(pilot.app)
    assert services.library.queued() == []


async def test_new_comments_found_by_a_sync_are_told_until_the_page_is_opened(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        opened = reader(pilot).page
    services.library.fetched(opened, str(hedge), services.clock(), new=2)
    async with reading(services, None) as pilot:
        assert "2 new comments" in screen_text(pilot.app)
        await press(pilot, "enter", "q")
        assert "new comment" not in screen_text(pilot.app)
        assert "opened 2 times" in " ".join(screen_text(pilot.app).split())


def hints(pilot: Pilot[None]) -> frozenset[str]:
    """The letters of the links in sight."""
    screen = pilot.app.screen
    assert isinstance(screen, HintPrompt)
    return screen.labels
