"""The drafts of a page: which they are, and where they stand in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.model import Article, Comment, Page, Paragraph, Span, Thread
from tui.reading.anchoring import By, Change
from tui.reading.naming import names_of
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.placing import place_drafts

PAGE = PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk")
PARENT = ParentRef("7", "Jos", "2 mei 2013", "https://blog.example/dijk#comment-7", "Ja, mooi.")


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "drafts")


@pytest.mark.parametrize(
    "address",
    [
        "https://blog.example/dijk/comment-page-2/",
        "http://blog.example/dijk#comment-7",
        "https://blog.example/dijk?cpage=2",
    ],
)
def test_the_drafts_of_a_page_are_known_by_any_of_its_names(
    store: DraftStore, address: str
) -> None:
    draft = store.create(PAGE, PARENT, "Ja.")
    store.create(PageRef("https://blog.example/duin", address.replace("dijk", "duin")), None, "x")
    page = Page(Article("Langs de dijk"), "d1", canonical=address)
    assert store.for_page(names_of(page, "/saved/dijk.html")) == [draft]


def test_a_saved_page_that_changes_keeps_its_drafts(store: DraftStore) -> None:
    saved = store.create(PageRef("sha256:d1", "/saved/dijk.html"), None, "Ja.")
    store.create(PageRef("sha256:d3", "-"), None, "Van een pijp.")
    store.create(PageRef("https://blog.example/duin", "/saved/dijk.html"), None, "Elders.")
    page = Page(Article("Langs de dijk"), "d2")
    assert store.for_page(names_of(page, "/saved/dijk.html")) == [saved]
    assert store.for_page(names_of(page, "-")) == []


def said(key: str, text: str = "Ja, mooi.") -> Comment:
    link = f"https://blog.example/dijk#comment-{key}"
    return Comment(key, "Jos", (Paragraph((Span(text),)),), permalink=link)


def draft(parent: ParentRef | None = PARENT) -> Draft:
    now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    return Draft("d1", PAGE, parent, "Dat vind ik ook.", DraftState.DRAFT, now, now)


def test_a_draft_stands_under_what_it_answers_by_the_key_that_this_has_now() -> None:
    moved = replace(said("x1"), permalink="https://blog.example/dijk/comment-page-1/#comment-7")
    (placed,) = place_drafts([draft()], Thread((said("3"), moved), "test"))
    assert (placed.parent, placed.is_astray) == ("x1", False)
    assert placed.anchored is not None
    assert (placed.anchored.by, placed.anchored.change) == (By.PERMALINK, Change.SAME)


def test_a_draft_whose_comment_is_gone_is_astray_and_one_on_the_article_never() -> None:
    for thread in (Thread((said("3", "Iets anders."),), "test"), None):
        astray, article = place_drafts([draft(), draft(None)], thread)
        assert (astray.parent, astray.is_astray) == (None, True)
        assert (article.parent, article.is_astray) == (None, False)


@pytest.mark.parametrize(
    ("key", "permalink"),
    [("9", None), ("gone", "http://blog.example/dijk/#comment-9"), (None, "#comment-9")],
)
def test_a_reply_that_was_sent_is_the_comment_that_it_became(
    key: str | None, permalink: str | None
) -> None:
    now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    delivery = Delivery(Outcome.PUBLISHED, now, PAGE.source, key=key, permalink=permalink)
    sent = replace(draft(), state=DraftState.SENT, delivery=delivery)
    (placed,) = place_drafts([sent], Thread((said("7"), said("9", "Dat vind ik ook.")), "test"))
    assert placed.became == "9"
    (placed,) = place_drafts([sent], Thread((said("7"),), "test"))
    assert placed.became is None
