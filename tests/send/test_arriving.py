"""Which replies of the user's a page shows by now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from tui.model import (
    Article,
    Comment,
    CommentState,
    Page,
    Paragraph,
    ShownDate,
    Span,
    Thread,
)
from tui.send.arriving import arrivals
from tui.store.draft import Delivery, Draft, DraftState, Outcome, PageRef, ParentRef

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://dijk.example/lopen/"
BODY = "Wij lopen zondag *ook* mee."
HANDED = Draft(
    "k7m2x9qd",
    PageRef(URL, URL, "De dijk"),
    ParentRef("1", "Jos"),
    BODY,
    DraftState.HANDED_OVER,
    NOON,
    NOON,
    delivery=Delivery(Outcome.HANDED_OVER, NOON, URL),
)
Moment = datetime | date | None


def said(
    key: str,
    text: str,
    author: str | None = "Femke",
    at: Moment = None,
    parent: int | None = None,
    state: CommentState = CommentState.SHOWN,
) -> Comment:
    shown = ShownDate("", at) if at else None
    return Comment(key, author, (Paragraph((Span(text),)),), parent, shown, state=state)


JOS = said("1", "Wie loopt er mee?", "Jos", NOON - timedelta(days=1))
SEEN = "Wij lopen zondag ook mee."


def found(
    *comments: Comment, drafts: tuple[Draft, ...] = (HANDED,), name: str = "Femke"
) -> dict[str, str]:
    """The keys of the comments that drafts have become, by the drafts' ids."""
    page = Page(Article("De dijk"), "0", Thread((JOS, *comments), "wordpress"), url=URL)
    names = [name] if name else []
    return {each.draft.id: each.comment.key for each in arrivals(page, drafts, names)}


def test_the_same_words_under_the_own_name_are_it() -> None:
    assert found(said("2", SEEN, at=NOON + timedelta(hours=1), parent=0)) == {HANDED.id: "2"}


def test_markup_curly_quotes_and_case_make_no_difference() -> None:
    body = "> Wie loopt er mee?\n\n**Wij** lopen 'zondag' ook [mee](https://dijk.example/x)!"
    draft = replace(HANDED, body=body)
    words = "Wie loopt er mee? wij lopen ‘zondag’ ook mee!"
    assert found(said("2", words), drafts=(draft,)) == {HANDED.id: "2"}


@pytest.mark.parametrize("name", ["Anaïs", "femke de vries"])
def test_what_somebody_else_wrote_is_not(name: str) -> None:
    assert found(said("2", SEEN, name)) == {}


def test_where_no_name_is_known_the_words_alone_tell_unless_they_are_few() -> None:
    assert found(said("2", SEEN, "Iemand"), name="") == {HANDED.id: "2"}
    short = replace(HANDED, body="Mooi stuk.")
    assert found(said("2", "Mooi stuk.", "Iemand"), drafts=(short,), name="") == {}
    assert found(said("2", "Mooi stuk."), drafts=(short,)) == {HANDED.id: "2"}


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (NOON - timedelta(hours=1), False),
        (NOON - timedelta(minutes=10), True),
        (NOON.replace(tzinfo=None) - timedelta(hours=20), True),
        (NOON.replace(tzinfo=None) - timedelta(hours=30), False),
        (NOON.date(), True),
        (NOON.date() - timedelta(days=3), False),
        (None, True),
    ],
)
def test_what_was_there_before_is_not(at: Moment, counts: bool) -> None:  # noqa: FBT001 -- from the table
    assert bool(found(said("2", SEEN, at=at))) is counts


def test_what_waits_for_approval_is_not_seen_yet() -> None:
    assert found(said("2", SEEN, state=CommentState.HELD)) == {}


def test_a_key_that_the_site_gave_tells_even_of_edited_words() -> None:
    told = replace(HANDED.delivery, outcome=Outcome.HELD, key="2")  # type: ignore[type-var]
    draft = replace(HANDED, state=DraftState.SENT, delivery=told)
    assert found(said("2", "De redactie kortte dit in."), drafts=(draft,)) == {HANDED.id: "2"}
    held = said("2", SEEN, state=CommentState.HELD)
    assert found(held, drafts=(draft,)) == {}


def test_each_comment_is_one_reply_and_the_one_below_the_parent_is_meant() -> None:
    twin = replace(HANDED, id="aaaaaaaa", parent=None)
    below, beside = said("2", SEEN, parent=0), said("3", SEEN)
    assert found(beside, below, drafts=(HANDED, twin)) == {HANDED.id: "2", twin.id: "3"}
    assert found(below, drafts=(HANDED, twin)) == {HANDED.id: "2"}


@pytest.mark.parametrize("state", [DraftState.DRAFT, DraftState.READY, DraftState.FAILED])
def test_what_has_not_left_is_not_looked_for(state: DraftState) -> None:
    assert found(said("2", SEEN), drafts=(replace(HANDED, state=state),)) == {}


def test_what_was_seen_already_is_not_told_again() -> None:
    seen = replace(HANDED.delivery, key="2", seen=True)  # type: ignore[type-var]
    assert found(said("2", SEEN), drafts=(replace(HANDED, delivery=seen),)) == {}


def test_a_page_without_comments_shows_none() -> None:
    page = Page(Article("De dijk"), "0", None, url=URL)
    assert list(arrivals(page, [HANDED], ["Femke"])) == []
