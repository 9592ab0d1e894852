"""What somebody who writes sees when the disk takes nothing; keys keep their order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events

from tests.app.reading import (
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    until,
    write,
)
from tests.store.drafting import Disk, disk, places_at
from tui.app.services import Services
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.places import Places


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr("tui.app.widgets.composer._RETRY_AFTER", 0.05)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    """A disk of 256 kB."""
    with disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def places(tmp_path: Path, small: Disk) -> Places:
    """The folders of a user whose drafts are on the small disk."""
    return places_at(tmp_path, data=small.path)


@pytest.fixture
def services(tmp_path: Path, places: Places) -> Services:
    """Stores with the drafts there."""
    return replace(make_services(tmp_path / "kept"), drafts=DraftStore.at(places))


def second_copies(places: Places) -> list[str]:
    """What is in the second place."""
    return [read(path.read_bytes()).draft.body for path in places.rescued.glob("*.md")]


def bodies(services: Services) -> list[str]:
    """What is in the drafts."""
    return [draft.body for draft in services.with_drafts(lambda store: store.all())]


async def test_on_a_full_disk_the_text_stays_and_is_in_a_second_place(
    services: Services, places: Places, small: Disk, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await until(lambda: bodies(services) == ["Mussen"])
        small.fill()
        await write(pilot, " en merels")
        await until(lambda: second_copies(places) == ["Mussen en merels"])
        await until(lambda: "could not be saved" in screen_text(pilot.app))
        assert "Mussen en merels" in screen_text(pilot.app)
        await write(pilot, ", en een lijster")
        await until(lambda: second_copies(places) == ["Mussen en merels, en een lijster"])
        assert bodies(services) == ["Mussen"], "the file is whole"
        small.free()
        await until(lambda: bodies(services) == ["Mussen en merels, en een lijster"])
        await until(lambda: second_copies(places) == [])
        await until(lambda: "saved" in screen_text(pilot.app))


async def test_leaving_with_a_full_disk_loses_nothing(
    tmp_path: Path, services: Services, places: Places, small: Disk, hedge: Path
) -> None:
    small.fill()
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await pilot.press("ctrl+q")
    assert second_copies(places) == ["Mussen"]
    small.free()
    drafts = DraftStore.at(places)
    told = tuple(bring_home(drafts))
    later = replace(make_services(tmp_path / "kept"), drafts=drafts, told=told)
    async with reading(later, f"{hedge}#comment-4") as pilot:
        assert "is brought home" in notices(pilot.app)
        await until(lambda: "Mussen" in screen_text(pilot.app))
    assert bodies(later) == ["Mussen"]
    assert second_copies(places) == []


async def test_leaving_where_no_place_takes_it_leaves_the_words_to_be_printed(
    tmp_path: Path, services: Services, places: Places, small: Disk, hedge: Path
) -> None:
    (tmp_path / "tmp").rmdir()
    for path in (places.state, tmp_path / "tmp"):
        path.write_text("no folder")
    small.fill()
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await pilot.press("ctrl+q")
    assert "There is no second copy" in services.last_words[0]
    assert services.last_words[1:] == ["This is what you wrote:", "Mussen"]


async def test_discarding_what_could_not_be_saved_does_not_close_over_it(
    services: Services, small: Disk, hedge: Path
) -> None:
    small.fill()
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen")
        await press(pilot, "ctrl+x")
        assert "Mussen" in screen_text(pilot.app)
        assert reader(pilot).composer is not None


async def test_a_file_that_is_cut_off_while_writing_takes_nothing_from_the_screen(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen en merels en een lijster")
        await until(lambda: len(bodies(services)) == 1)
        (path,) = services.drafts.folder.glob("*.md")
        path.write_bytes(b"")
        await write(pilot, "!")
        await until(lambda: bodies(services) == ["Mussen en merels en een lijster!"])
        assert reader(pilot).composer is not None
        assert "Mussen en merels en een lijster!" in screen_text(pilot.app)


async def test_keys_do_what_they_do_in_the_order_of_the_keys(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        driver = pilot.app._driver
        assert driver is not None
        for key in ("a", "b", "backspace", "c", "left", "d", "enter", "e", "backspace", "f"):
            driver.send_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == "ad\nfc"
