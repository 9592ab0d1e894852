"""Bookmarks in the reader and in the library: keys, tags, undoing, and the file of people."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.pages import URL, page
from tests.app.reading import notices, press, reader, reading, screen_text, write
from tests.app.test_opening import Save
from tests.fetch.servers import Answer, http_server
from tui.app.screens.library import LibraryScreen
from tui.app.services import Services
from tui.app.widgets.bars import TitleBar
from tui.store.bookmarks import Bookmark


def title_bar(pilot: Pilot[None]) -> str:
    return reader(pilot).query_one(TitleBar).facts


def kept(services: Services) -> tuple[Bookmark, ...]:
    return services.bookmarks.read().bookmarks


async def test_a_key_bookmarks_the_page_and_takes_the_bookmark_off(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        assert "★" not in title_bar(pilot)
        await press(pilot, "asterisk")
        assert kept(services) == (Bookmark(hedge.as_uri(), "De heg en de schaar"),)
        assert title_bar(pilot).startswith("★ bookmark · ")
        await press(pilot, "asterisk")
        assert kept(services) == ()
        assert "★" not in title_bar(pilot)
        await press(pilot, "ctrl+z")
        assert len(kept(services)) == 1
        assert "★" in title_bar(pilot)
        await press(pilot, "ctrl+z")
        assert kept(services) == ()


async def test_tags_are_asked_for_and_may_be_none(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "at")
        await write(pilot, "tuin #heg")
        await press(pilot, "enter")
        assert kept(services)[0].tags == ("tuin", "heg")
        assert "★ #tuin #heg" in title_bar(pilot)
        await press(pilot, "at", "escape")
        assert kept(services)[0].tags == ("tuin", "heg")
        await press(pilot, "at", "ctrl+a", "ctrl+k", "enter")
        assert kept(services)[0].tags == ()
        await press(pilot, "ctrl+z")
        assert kept(services)[0].tags == ("tuin", "heg")


async def test_a_page_is_known_by_the_address_that_somebody_wrote_by_hand(
    services: Services, save: Save
) -> None:
    services.bookmarks.path.parent.mkdir(parents=True, exist_ok=True)
    services.bookmarks.path.write_text(f"# mine\n{URL} #tuin\n")
    async with reading(services, save("heg.html", page(url=URL))) as pilot:
        assert "★ #tuin" in title_bar(pilot)
        await press(pilot, "asterisk")
    assert services.bookmarks.path.read_text() == "# mine\n"


async def test_what_came_through_a_pipe_cannot_be_bookmarked(services: Services) -> None:
    piped = Services(services.drafts, services.library, services.environ, stdin=page().encode())
    async with reading(piped, "-") as pilot:
        await press(pilot, "asterisk")
        assert "What came through a pipe has no address to bookmark." in notices(pilot.app)
    assert kept(services) == ()


async def test_a_file_that_cannot_be_written_is_told(services: Services, hedge: Path) -> None:
    services.bookmarks.path.mkdir(parents=True)
    async with reading(services, hedge) as pilot:
        await press(pilot, "asterisk")
        assert "is a folder; move it away" in notices(pilot.app)
        assert "★" not in title_bar(pilot)
        await press(pilot, "B")
        assert "De heg en de schaar" in screen_text(pilot.app)
        assert "is a folder; move it away" in " ".join(screen_text(pilot.app).split())


@pytest.fixture
def shelved(services: Services, hedge: Path, walk: Path) -> Services:
    """A library of two opened pages, one of them bookmarked, and a bookmark never opened."""
    services.bookmarks.put(Bookmark(hedge.as_uri(), "De heg", ("tuin", "Vögel")))
    services.bookmarks.put(Bookmark("https://nooit.example/gelezen", "Nooit gelezen", ("tuin",)))
    now = services.clock()
    services.library.opened("a", str(walk), "Eine Wanderung am Deich", now)
    services.library.opened("b", str(hedge), "De heg en de schaar", now)
    services.library.opened("b", str(hedge), "De heg en de schaar", now)
    return services


async def test_the_library_shows_bookmarks_first(shelved: Services) -> None:
    async with reading(shelved, None) as pilot:
        rows = " ".join(screen_text(pilot.app).replace("▎", "").split())
        places = [
            rows.index(words)
            for words in (
                "★ De heg en de schaar",
                "#tuin #Vögel",
                "opened 2 times",
                "★ Nooit gelezen",
                "Eine Wanderung am Deich",
            )
        ]
        assert places == sorted(places)
        assert rows.count("De heg en de schaar") == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wander", {"Eine Wanderung am Deich"}),
        ("#tuin", {"De heg en de schaar", "Nooit gelezen"}),
        ("#vog", {"De heg en de schaar"}),
        ("#tuin gelezen", {"Nooit gelezen"}),
        ("nergens", set()),
    ],
)
async def test_the_library_is_filtered_while_one_types(
    shelved: Services, typed: str, found: set[str]
) -> None:
    titles = {"De heg en de schaar", "Nooit gelezen", "Eine Wanderung am Deich"}
    async with reading(shelved, None) as pilot:
        await press(pilot, "slash")
        await write(pilot, typed)
        text = screen_text(pilot.app)
        assert {title for title in titles if title in text} == found
        await press(pilot, "enter")
        text = screen_text(pilot.app)
        assert {title for title in titles if title in text} == found
        assert f"“{typed}”: {len(found)} of 3" in text
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert all(title in screen_text(pilot.app) for title in titles)


async def test_a_filter_that_is_given_up_changes_nothing(shelved: Services) -> None:
    async with reading(shelved, None) as pilot:
        await press(pilot, "slash")
        await write(pilot, "wander")
        await press(pilot, "escape")
        assert "Nooit gelezen" in screen_text(pilot.app)


async def test_pages_are_bookmarked_and_tagged_in_the_library(shelved: Services) -> None:
    async with reading(shelved, None) as pilot:
        await press(pilot, "G", "at")
        await write(pilot, "zee")
        await press(pilot, "enter")
        assert kept(shelved)[-1].tags == ("zee",)
        assert "★ Eine Wanderung am Deich" in screen_text(pilot.app)
        await press(pilot, "g", "asterisk")
        assert [bookmark.tags for bookmark in kept(shelved)] == [("tuin",), ("zee",)]
        assert "★ De heg" not in screen_text(pilot.app)


async def test_a_page_is_forgotten_after_a_yes_and_its_drafts_stay(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "asterisk", "R")
        await write(pilot, "Vier.")
        await press(pilot, "escape", "B", "x", "n")
        assert "De heg en de schaar" in screen_text(pilot.app)
        await press(pilot, "x", "y")
        assert "De heg en de schaar" not in screen_text(pilot.app)
    assert services.library.recent() == []
    assert kept(services) == ()
    assert [draft.body for draft in services.drafts.all()] == ["Vier."]


async def test_a_broken_line_is_told_by_its_number(services: Services, hedge: Path) -> None:
    services.bookmarks.path.parent.mkdir(parents=True, exist_ok=True)
    services.bookmarks.path.write_text("# mine\nwat is dit\n")
    async with reading(services, hedge) as pilot:
        await press(pilot, "asterisk", "B")
        assert "Line 2 of" in screen_text(pilot.app)
    assert services.bookmarks.path.read_text().startswith("# mine\nwat is dit\nfile://")


async def test_a_redirected_page_is_one_row(services: Services) -> None:
    moved = Answer(status=302, headers={"Location": "{base}/heg"})
    html = Answer(page(url=URL).encode())
    with http_server({"/oud": moved, "/heg": html}) as server:
        async with reading(services, f"{server.base}/oud") as pilot:
            await press(pilot, "asterisk", "B")
            text = screen_text(pilot.app)
        (bookmark,) = kept(services)
        assert bookmark.address == f"{server.base}/heg"
    assert text.count("De heg en de schaar") == 1
    assert "★ De heg en de schaar" in text
