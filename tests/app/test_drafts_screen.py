"""The drafts panel: by state, searched, tagged, exported, discarded and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import Reply, page
from tests.app.reading import (
    article,
    notices,
    press,
    reader,
    reading,
    screen_text,
    shown,
    until,
    write,
)
from tui.app.reader.screen import ReaderScreen
from tui.app.screens.drafts import DraftsScreen
from tui.app.screens.versions import VersionsScreen
from tui.app.services import Services
from tui.parse import parse_page
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef
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


def draft_with(services: Services, words: str) -> Draft:
    """The draft that says some words."""
    return next(draft for draft in services.drafts.all() if words in draft.body)


def marked(services: Services, words: str, state: DraftState, outcome: Outcome) -> None:
    """Put a draft in a state."""
    delivery = Delivery(outcome, services.clock(), "https://tuin.example/post", "De site zegt nee.")
    services.drafts.mark(draft_with(services, words).id, state, delivery)


# Listing


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
        assert "just now" in text
        await press(pilot, "q")
        assert reader(pilot) is pilot.app.screen


async def test_what_needs_the_user_comes_first_under_its_heading(
    services: Services, two_pages: Path
) -> None:
    services.drafts.create(PageRef("k", "https://b.example/", "Een ander"), None, "Verstuurd.")
    marked(services, "Verstuurd.", DraftState.SENT, Outcome.HELD)
    marked(services, "Waar woont u?", DraftState.FAILED, Outcome.REFUSED)
    async with reading(services, two_pages, (90, 40)) as pilot:
        await press(pilot, "D")
        text = screen_text(pilot.app)
        order = ["Failed · 1", "Waar woont u?", "Drafts · 1", "Dat hoor je", "Sent · 1"]
        assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
        assert "refused" in text
        assert "held for moderation" in text


@pytest.mark.parametrize("width", [100, 140, 200])
async def test_the_draft_under_the_cursor_is_read_beside_the_list(
    services: Services, two_pages: Path, width: int
) -> None:
    async with reading(services, two_pages, (width, 30)) as pilot:
        await press(pilot, "D")
        assert "Bij ons niet." in screen_text(pilot.app)
        await press(pilot, "j")
        text = screen_text(pilot.app)
        assert "Dat hoor je wel, ja." in text
        assert "Bij ons niet." not in text


@pytest.mark.parametrize("width", [50, 90])
async def test_on_a_narrow_screen_a_key_shows_the_draft_in_the_place_of_the_list(
    services: Services, two_pages: Path, width: int
) -> None:
    async with reading(services, two_pages, (width, 30)) as pilot:
        await press(pilot, "D")
        assert "Bij ons niet." not in screen_text(pilot.app)
        await press(pilot, "tab")
        text = screen_text(pilot.app)
        assert "Bij ons niet." in text
        assert "To Wil" not in text
        await press(pilot, "escape")
        assert "To Wil" in screen_text(pilot.app)
        assert isinstance(pilot.app.screen, DraftsScreen)


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
    keys = ("enter", "o", "x", "space", "at", "V", "E", "y", "S", "ctrl+z", "tab", "tab", "X", "X")
    async with reading(services, hedge) as pilot:
        await press(pilot, "D")
        assert "No drafts. r on a comment begins one." in screen_text(pilot.app)
        await press(pilot, *keys, "D")
        assert reader(pilot) is pilot.app.screen


# Going to drafts


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


@pytest.mark.parametrize("row", [0, 1])
async def test_a_draft_is_shown_in_its_place_without_going_on_with_it(
    services: Services, two_pages: Path, row: int
) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", *["j"] * row, "o")
        shown = reader(pilot)
        assert pilot.app.screen is shown
        assert shown.composer is None
        assert shown.focused is shown.thread
        current = shown.thread.current
        assert current is not None
        assert current.key.startswith("draft:")


async def test_a_draft_whose_page_is_gone_opens_with_what_it_kept(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    gone = PageRef("sha256:beef", str(tmp_path / "weg.html"), "De weg")
    parent = ParentRef("7", "Jos", "2 mei 2013", None, "Bij laag water\nkun je doorlopen.")
    services.drafts.create(gone, parent, "Ook met de hond?")
    services.drafts.create(replace(gone, key="https://b.example/weg"), None, "Mooi stuk.")
    async with reading(services, hedge, (140, 40)) as pilot:
        await press(pilot, "D", "j", "enter")
        text = screen_text(pilot.app)
        assert "kun je doorlopen." in text
        assert "Ook met de hond?" in text
        assert "De weg" in text
        await write(pilot, " En een fiets?")
        await press(pilot, "escape")
        told = " ".join(shown(article(pilot)).split())
        assert "what your draft kept of the page" in told
        assert draft_with(services, "Ook met de hond?").body == "Ook met de hond? En een fiets?"
        await press(pilot, "q", "G", "enter")
        assert "Mooi stuk." in screen_text(pilot.app)
        await press(pilot, "escape", "q", "q")
        assert services.library.recent(10)[0].source == str(hedge)
        assert len(services.library.recent(10)) == 1


async def test_a_page_that_comes_back_takes_the_place_of_what_was_kept(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "weg.html"
    services.drafts.create(PageRef("sha256:beef", str(path), "De weg"), None, "Mooi stuk.")
    async with reading(services, hedge) as pilot:
        await press(pilot, "D", "o")
        assert "kept by your draft" in screen_text(pilot.app)
        path.write_text(page("De weg"))
        await press(pilot, "ctrl+r")
        text = screen_text(pilot.app)
        assert "kept by your draft" not in text
        assert "Bij ons zitten er elk jaar merels in." in text
        assert "Mooi stuk." in text


# Searching, tags


async def test_drafts_are_found_while_words_and_tags_are_typed(
    services: Services, two_pages: Path
) -> None:
    async with reading(services, two_pages, (90, 30)) as pilot:
        await press(pilot, "D", "at")
        await write(pilot, "#Wadden later")
        await press(pilot, "enter")
        assert draft_with(services, "Waar woont u?").tags == ("Wadden", "later")
        assert "#Wadden #later" in screen_text(pilot.app)
        await press(pilot, "slash")
        await write(pilot, "#wad")
        text = screen_text(pilot.app)
        assert "Waar woont u?" in text
        assert "Dat hoor je zeker." not in text
        assert "1 of 2" in text
        await press(pilot, "enter", "slash")
        await write(pilot, "zeker")
        assert "Waar woont u?" not in screen_text(pilot.app)
        await press(pilot, "escape", "escape")
        assert "Dat hoor je zeker." in screen_text(pilot.app)
        assert isinstance(pilot.app.screen, DraftsScreen)
        await press(pilot, "slash")
        await write(pilot, "xyzzy")
        assert "No draft matches “xyzzy”." in screen_text(pilot.app)


async def test_many_drafts_are_tagged_at_once_and_that_is_undone(
    services: Services, two_pages: Path
) -> None:
    services.drafts.amend(draft_with(services, "Waar").id, tags=("oud", "later"))
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "a", "at")
        await write(pilot, "tuin -oud")
        await press(pilot, "enter")
        assert draft_with(services, "Waar").tags == ("later", "tuin")
        assert draft_with(services, "zeker").tags == ("tuin",)
        await press(pilot, "ctrl+z")
        assert draft_with(services, "Waar").tags == ("oud", "later")
        assert draft_with(services, "zeker").tags == ()


# Discarding


async def test_a_draft_can_be_discarded_from_the_list(services: Services, two_pages: Path) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "x", "n")
        assert "Waar woont u?" in screen_text(pilot.app)
        await press(pilot, "x", "y")
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert "Waar woont u?" not in screen_text(pilot.app)
        assert "Dat hoor je zeker." in screen_text(pilot.app)


async def test_discarding_is_undone(services: Services, two_pages: Path) -> None:
    before = services.drafts.all()
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "space", "space", "x")
        assert "Discard 2 drafts?" in screen_text(pilot.app)
        await press(pilot, "y")
        assert services.drafts.all() == []
        await press(pilot, "ctrl+z")
        assert services.drafts.all() == before
        assert "Waar woont u?" in screen_text(pilot.app)
        await press(pilot, "ctrl+z")
        assert "Nothing to undo." in notices(pilot.app)


async def test_discarded_drafts_are_listed_and_taken_back(
    services: Services, two_pages: Path
) -> None:
    async with reading(services, two_pages, (90, 30)) as pilot:
        await press(pilot, "D", "x", "y", "X")
        text = screen_text(pilot.app)
        assert "Discarded drafts" in text
        assert "Waar woont u?" in text
        assert "Dat hoor je zeker." not in text
        await press(pilot, "enter", "escape")
        assert "Waar woont u?" in screen_text(pilot.app)
        assert len(services.drafts.all()) == 2


# Marking and exporting


async def test_marks_stay_on_their_drafts_and_go_with_escape(
    services: Services, two_pages: Path
) -> None:
    async with reading(services, two_pages, (90, 30)) as pilot:
        await press(pilot, "D", "space")
        text = screen_text(pilot.app)
        assert "1 marked" in text
        (line,) = [line for line in text.splitlines() if "✓" in line]
        assert "To Femke" in line
        await press(pilot, "a")
        assert screen_text(pilot.app).count("✓") == 2
        await press(pilot, "escape")
        assert "✓" not in screen_text(pilot.app)
        assert isinstance(pilot.app.screen, DraftsScreen)


async def test_what_a_filter_hides_is_not_meant(services: Services, two_pages: Path) -> None:
    async with reading(services, two_pages, (90, 30)) as pilot:
        await press(pilot, "D", "a", "slash")
        await write(pilot, "zeker")
        await press(pilot, "enter", "x", "y", "escape")
        assert [draft.body for draft in services.drafts.all()] == ["Waar woont u?"]


async def test_drafts_are_exported_to_a_file_after_asking(
    services: Services, two_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts.json").write_text("hier stond iets")
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "a", "E", "shift+tab", "down", "down", "down", "space", "tab")
        assert "drafts.json" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert "Replace what is there?" in screen_text(pilot.app)
        assert (tmp_path / "drafts.json").read_text() == "hier stond iets"
        await press(pilot, "y")
        assert "Written" in notices(pilot.app)
    written = json.loads((tmp_path / "drafts.json").read_text())
    assert [entry["body"] for entry in written] == ["Waar woont u?", "Dat hoor je zeker."]


async def test_an_export_that_cannot_be_written_is_told_and_asked_again(
    services: Services, two_pages: Path, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("")
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "E", "ctrl+u")
        await write(pilot, str(tmp_path / "bestand" / "uit.md"))
        await press(pilot, "enter")
        assert "cannot be written" in notices(pilot.app)
        assert "Export the draft" in screen_text(pilot.app)


# Versions


@pytest.fixture
def shortened(services: Services, hedge: Path) -> Draft:
    """A draft of which much was taken out."""
    long = "Een zin die er straks niet meer staat.\n" * 3
    opened = parse_page(hedge.read_bytes(), url=None, content_type=None)
    page = page_ref(opened, str(hedge))
    draft = services.drafts.create(page, None, f"Het begin.\n{long}")
    return services.drafts.save(replace(draft, body="Het begin.\nEn een eind."))


async def test_a_version_is_compared_and_restored(
    services: Services, hedge: Path, shortened: Draft
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "D", "V")
        assert isinstance(pilot.app.screen, VersionsScreen)
        text = screen_text(pilot.app)
        assert "before much was taken out" in text
        assert "eind." in text
        await press(pilot, "d")
        assert "eind." not in screen_text(pilot.app)
        await press(pilot, "enter", "n")
        assert services.drafts.get(shortened.id).body == shortened.body
        await press(pilot, "enter", "y")
        assert "straks niet meer" in services.drafts.get(shortened.id).body
        versions = services.drafts.versions(shortened.id)
        bodies = [services.drafts.version_body(version) for version in versions]
        assert shortened.body in bodies
        await press(pilot, "q")
        assert screen_text(pilot.app).startswith(" Drafts ")


async def test_versions_are_had_from_the_draft_in_the_tree_too(
    services: Services, hedge: Path, shortened: Draft
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "D", "o", "V", "enter", "y", "q")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert "straks niet meer" in screen_text(pilot.app)
        assert services.drafts.get(shortened.id).body != shortened.body


async def test_a_draft_without_versions_says_so(services: Services, two_pages: Path) -> None:
    async with reading(services, two_pages) as pilot:
        await press(pilot, "D", "V", "enter", "d", "tab", "escape")
        assert "No earlier versions are kept yet." in screen_text(pilot.app)
        assert services.clock() - draft_with(services, "Waar").created < timedelta(hours=1)


async def test_drafts_that_are_read_when_their_list_was_left_are_no_matter(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "D")
        left = pilot.app.screen
        assert isinstance(left, DraftsScreen)
        rows = left.make_rows()
        await press(pilot, "q")
        left._show(rows)
        assert reader(pilot) is pilot.app.screen
