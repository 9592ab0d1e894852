"""One thread of the pages that it is spread over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from tui.model import (
    Comment,
    CommentState,
    Paragraph,
    RemoteThread,
    ShownDate,
    Span,
    Thread,
    ThreadLink,
)
from tui.parse.joining.thread import joined_thread

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def comment(
    key: int, parent: int | None = None, *, hour: int | None = None, words: str = "Ja."
) -> Comment:
    at = None if hour is None else ShownDate("", FIRST + timedelta(hours=hour))
    blocks = (Paragraph((Span(words),)),) if words else ()
    return Comment(str(key), f"Lezer {key}", blocks, parent, at)


def page(*keys: int, stated: int | None = None) -> Thread:
    """Comments at top level, each as many hours after the first moment as its key says."""
    return Thread(tuple(comment(key, hour=key) for key in keys), "wordpress", stated)


def keys(thread: Thread) -> list[int]:
    return [int(each.key) for each in thread.comments]


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        ([page(5, 6), page(3, 4), page(1, 2)], [1, 2, 3, 4, 5, 6]),
        ([page(2, 1), page(6, 5), page(4, 3)], [6, 5, 4, 3, 2, 1]),
        ([page(3), page(2), page(1)], [1, 2, 3]),
        ([page(3, 4, 5, 6, 8, 7), page(1, 2)], [1, 2, 3, 4, 5, 6, 8, 7]),
        ([page(4, 9, 1, 7), page(2, 8, 3)], [4, 9, 1, 7, 2, 8, 3]),  # by score, perhaps
    ],
    ids=["oldest first", "newest first", "one a page", "nearly oldest first", "in no order"],
)
def test_pages_follow_each_other_as_their_comments_do(
    pages: Sequence[Thread], order: list[int]
) -> None:
    assert keys(joined_thread(pages)) == order


def test_pages_without_dates_stay_as_they_were_given() -> None:
    undated = Thread((comment(1), comment(2)), "general")
    assert keys(joined_thread([page(5, 6), undated, page(3, 4)])) == [5, 6, 1, 2, 3, 4]


def test_a_comment_on_two_pages_stands_once_where_it_came_first() -> None:
    assert keys(joined_thread([page(1, 2, 3), page(3, 4)])) == [1, 2, 3, 4]


def test_replies_of_another_page_stand_below_what_they_answer() -> None:
    folded = Thread((comment(1, hour=1), comment(9, 0, hour=9), comment(2, hour=2)), "wordpress")
    opened = Thread(
        (comment(9, hour=9), comment(12, 0, hour=12), comment(13, 1, hour=13)), "wordpress"
    )
    joined = joined_thread([folded, opened])
    assert [joined.comments[at].key for at in joined.preorder] == ["1", "9", "12", "13", "2"]
    assert joined.depths[joined.preorder[3]] == 3


def test_of_a_comment_that_one_page_folds_the_words_of_the_other_are_taken() -> None:
    folded = Comment("7", "Lezer 7", (), state=CommentState.COLLAPSED)
    joined = joined_thread([Thread((folded,), "general"), Thread((comment(7),), "general")])
    assert joined.comments[0].blocks
    assert joined.comments[0].state is CommentState.SHOWN


def test_pages_that_disagree_on_who_answers_whom_make_no_circle() -> None:
    one = Thread((comment(1), comment(2, 0)), "general")
    other = Thread((comment(2), comment(1, 0)), "general")
    joined = joined_thread([one, other])
    assert sorted(keys(joined)) == [1, 2]
    assert len(joined.roots) == 1


def test_what_the_pages_say_of_the_thread_is_kept() -> None:
    link, service = ThreadLink("Ouder", "https://dijk.example/2"), RemoteThread("WordPress")
    one = Thread((comment(1),), "wordpress", 5, more=(link,))
    other = Thread((comment(2),), "wordpress", 7, closed=True, more=(link,), remote=(service,))
    joined = joined_thread([one, other])
    assert (joined.stated_count, joined.closed) == (7, True)
    assert (joined.more, joined.remote) == ((link,), (service,))


@st.composite
def threads(draw: st.DrawFn) -> Thread:
    numbers = draw(st.lists(st.integers(0, 12), unique=True, max_size=8))
    made = []
    for place, number in enumerate(numbers):
        parent = draw(st.none() | st.integers(0, place - 1)) if place else None
        hour = draw(st.none() | st.integers(0, 50))
        made.append(comment(number, parent, hour=hour, words=draw(st.sampled_from(["", "Ja."]))))
    return Thread(tuple(made), "general")


@given(st.lists(threads(), min_size=1, max_size=5))
def test_no_comment_is_lost_and_whom_it_answers_is_kept(pages: list[Thread]) -> None:
    joined = joined_thread(pages)
    assert set(keys(joined)) == {key for each in pages for key in keys(each)}
    told = {
        (comment.key, each.comments[comment.parent].key)
        for each in pages
        for comment in each.comments
        if comment.parent is not None
    }
    for each in joined.comments:
        if each.parent is not None:
            assert (each.key, joined.comments[each.parent].key) in told
    if len(pages) == 1:
        assert joined.comments == pages[0].comments
