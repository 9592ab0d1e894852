"""Drafts after their page has changed, and their versions, told line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.plain.sessions import Reader, stores
from tui.plain.stores import PlainStores
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef


@pytest.fixture
def kept(home: Path) -> PlainStores:
    return stores(home)


@pytest.fixture
def draft(kept: PlainStores, hedge: Path) -> Draft:
    """A draft that answers the first comment, as it was begun."""
    reader = Reader(kept, hedge)
    reader("comments", "R", "Ook bij ons.", ".")
    return kept.drafts.all()[0]


def edit(hedge: Path, before: str, after: str) -> None:
    text = hedge.read_text()
    assert before in text
    hedge.write_text(text.replace(before, after))


def test_a_comment_that_was_edited_is_told_with_what_changed(
    kept: PlainStores, hedge: Path, draft: Draft
) -> None:
    edit(hedge, "Bij ons zitten er elk jaar merels in.", "Bij ons zitten er elk jaar mussen in.")
    reader = Reader(kept, hedge)
    told = reader("comments")
    assert any("What it answers was edited." in line for line in told), told
    told = reader("C")
    assert told[0] == "What this draft answers was edited."
    assert "Bij ons zitten er elk jaar merels in." in told
    assert told[-2:] == ["Taken out: merels", "Put in: mussen"]
    assert draft.parent is not None


def test_a_draft_whose_comment_is_gone_is_told_with_what_it_kept(
    kept: PlainStores, hedge: Path, draft: Draft
) -> None:
    parent = ParentRef("99", "Femke", "2 mei", None, "Dat is lang geleden, zeg.")
    gone = kept.drafts.create(draft.page, parent, "Heel lang.")
    reader = Reader(kept, hedge)
    assert reader("D")[0].startswith("1: draft to Femke")
    reader("q")
    told = reader("article", "C")
    assert told[0] == "What this draft answers is gone."
    assert "Dat is lang geleden, zeg." in told
    assert kept.drafts.get(gone.id).body == "Heel lang."


def test_a_reply_that_is_in_the_thread_is_told_as_one_s_own(
    kept: PlainStores, hedge: Path, draft: Draft
) -> None:
    sent = Delivery(Outcome.PUBLISHED, kept.clock(), "https://b.example/post", key="1", seen=True)
    kept.drafts.mark(draft.id, DraftState.SENT, sent)
    told = Reader(kept, hedge)("comments")
    assert any("yourself" in line for line in told), told
    assert not any("Ook bij ons." in line for line in told)


def test_versions_are_listed_and_restored(kept: PlainStores, hedge: Path) -> None:
    long = "Een zin die er straks niet meer staat.\n" * 3
    reader = Reader(kept, hedge)
    reader("comments", "R", *long.splitlines(), ".")
    draft = kept.drafts.all()[0]
    kept.drafts.save(replace(draft, body="Kort."))
    reader = Reader(kept, hedge)
    assert "List the versions" in reader("comments", "restore 1")[0]
    told = reader("V")
    assert "before much was taken out" in told[0]
    assert told[0].endswith("Een zin die er straks niet meer staat.")
    assert "there are 1" in reader("restore 2")[0]
    assert reader("restore 1") == ["Put version 1 in the place of the draft?"]
    assert reader("y") == ["Restored; what the draft said until now is kept as a version."]
    assert kept.drafts.get(draft.id).body == long


def test_a_draft_on_the_article_answers_nothing_else(kept: PlainStores, hedge: Path) -> None:
    reader = Reader(kept, hedge)
    reader("article", "R", "Mooi.", ".")
    assert reader("C") == ["This draft answers the article."]
    assert reader("V") == ["No earlier versions are kept yet."]


def test_the_list_tells_what_needs_the_reader_first_with_tags(kept: PlainStores) -> None:
    page = PageRef("k", "elders.html", "Elders")
    kept.drafts.amend(kept.drafts.create(page, None, "Een.").id, tags=("tuin",))
    failed = kept.drafts.create(page, None, "Twee.")
    refused = Delivery(Outcome.REFUSED, kept.clock(), "https://b.example/post")
    kept.drafts.mark(failed.id, DraftState.FAILED, refused)
    told = Reader(kept, None)("D")
    assert told[0] == "1: refused on “Elders”: Twee., just now"
    assert told[1] == "2: draft on “Elders”: Een., just now, #tuin"
