"""The drafts panel, versions and drafts in the tree as pictures, as in `test_snapshots`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import page
from tests.app.test_snapshots import NOON, Look, look  # noqa: F401 -- a fixture
from tui.parse import parse_page
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.settings import ReadingSettings
from tui.store.writing import page_ref, parent_ref

DIKE = PageRef(
    "https://dijk.example/lopen", "https://dijk.example/lopen", "Langs de dijk: een lange wandeling"
)
JOS = ParentRef(
    "7",
    "Jos Veldwijk",
    "2 mei 2026",
    "https://dijk.example/lopen#comment-7",
    "Bij laag water kun je van Ternaard naar Ameland doorlopen, als je op tijd vertrekt.",
)


def begin(folder: Path, hours: int, page: PageRef, parent: ParentRef | None, body: str) -> Draft:
    """A draft of so many hours ago."""
    store = DraftStore(folder / "drafts", lambda: NOON - timedelta(hours=hours))
    return store.create(page, parent, body)


@pytest.fixture
def several(tmp_path: Path) -> None:
    """Drafts in most states, one of them tagged."""
    store = DraftStore(tmp_path / "drafts", lambda: NOON)
    heg = PageRef("https://tuin.example/heg/", "heg.html", "De heg en de schaar")
    mine = begin(tmp_path, 1, heg, replace(JOS, author="Marijke"), "> In november.\n\nDan wel, ja.")
    store.amend(mine.id, tags=("tuin", "later"))
    begin(tmp_path, 5, DIKE, JOS, "Kan dat ook met de hond? De onze is bang voor water.")
    begin(tmp_path, 70, DIKE, None, "Mooi stuk, dank.")
    states = (
        (DraftState.UNKNOWN, Outcome.UNKNOWN, ""),
        (DraftState.FAILED, Outcome.REFUSED, "The site has it already, word for word."),
        (DraftState.SENT, Outcome.HELD, "The site has it, and shows it once it was looked at."),
    )
    for at, (state, outcome, sentence) in enumerate(states):
        draft = begin(tmp_path, 30 + at, DIKE, JOS, f"Antwoord nummer {at + 1}.")
        delivery = Delivery(outcome, NOON, "https://dijk.example/post", sentence)
        store.mark(draft.id, state, delivery)


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("width", [50, 90, 140, 200])
def test_the_drafts_panel(look: Look, width: int) -> None:  # noqa: F811 -- the fixture
    look("heg.html", width, "D", "j", "space")


@pytest.mark.usefixtures("several")
def test_reading_a_draft_on_a_narrow_screen(look: Look) -> None:  # noqa: F811 -- as above
    look("heg.html", 50, "D", "j", "tab")


@pytest.mark.usefixtures("several")
def test_tagging_marked_drafts(look: Look) -> None:  # noqa: F811 -- as above
    look("heg.html", 90, "D", "a", "at", "tuin -later ")


@pytest.mark.usefixtures("several")
def test_exporting_drafts(look: Look) -> None:  # noqa: F811 -- as above
    look("heg.html", 140, "D", "a", "E")


@pytest.mark.usefixtures("several")
def test_the_drafts_panel_in_ascii(look: Look) -> None:  # noqa: F811 -- as above
    look("heg.html", 140, "D", "j", "space", wishes=ReadingSettings(guides="ascii"))


@pytest.mark.parametrize("width", [50, 140])
def test_versions(look: Look, tmp_path: Path, width: int) -> None:  # noqa: F811 -- as above
    body = "Bij ons staat het water hoog, en dat blijft nog wel even zo.\nDe hond vindt het best."
    draft = begin(tmp_path, 3, DIKE, JOS, body)
    store = DraftStore(tmp_path / "drafts", lambda: NOON - timedelta(hours=2))
    store.save(replace(draft, body="Bij ons staat het water laag."))
    look("heg.html", width, "D", "V")


@pytest.mark.parametrize("width", [50, 140])
def test_drafts_whose_comments_were_edited_or_are_gone(
    look: Look,  # noqa: F811 -- as above
    tmp_path: Path,
    width: int,
) -> None:
    path = tmp_path / "heg.html"
    opened = parse_page(page().encode(), url=None, content_type=None)
    assert opened.thread is not None
    ref, edited = page_ref(opened, str(path)), parent_ref(opened.thread.comments[0])
    assert edited is not None
    begin(tmp_path, 3, ref, replace(edited, text="Bij ons zitten merels in."), "Bij ons ook.")
    begin(tmp_path, 2, ref, JOS, "Kan dat ook met de hond?")
    look("heg.html", width, "tab", "j")


def test_what_a_draft_answers(look: Look, tmp_path: Path) -> None:  # noqa: F811 -- as above
    opened = parse_page(page().encode(), url=None, content_type=None)
    assert opened.thread is not None
    ref, edited = page_ref(opened, "heg.html"), parent_ref(opened.thread.comments[0])
    assert edited is not None
    begin(tmp_path, 3, ref, replace(edited, text="Bij ons zitten merels in."), "Bij ons ook.")
    look("heg.html", 140, "tab", "j", "C")


def test_a_draft_whose_page_is_gone(look: Look, tmp_path: Path) -> None:  # noqa: F811 -- as above
    gone = PageRef("sha256:d1", "https:///", "Een verdwenen pagina")
    begin(tmp_path, 3, gone, JOS, "Dit hoort bij een pagina die er niet meer is.")
    look("heg.html", 140, "D", "o")
