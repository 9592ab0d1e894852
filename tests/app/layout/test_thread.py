from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from tests.app.layout.samples import thread_of
from tui.app.layout.comments import CommentItem, DraftItem, MessageItem
from tui.app.layout.lines import Role
from tui.app.layout.stack import Shape
from tui.app.layout.thread import DraftNode, count_sentence
from tui.app.reading import Reading
from tui.model import Article, Comment, CommentState, Page, RemoteThread, Thread, ThreadLink
from tui.reading.folds import fold_below, folded_by_page

# c0 ─ c1 ─ c2     c3     c4 ─ c5
TREE = thread_of(None, 0, 1, None, None, 4)


@st.composite
def folded_threads(draw: st.DrawFn) -> tuple[Thread, frozenset[str]]:
    size = draw(st.integers(1, 30))
    parents = [
        draw(st.none() | st.integers(0, number - 1)) if number else None for number in range(size)
    ]
    thread = thread_of(*parents)
    keys = st.sampled_from([comment.key for comment in thread.comments])
    return thread, draw(st.frozensets(keys))


def reading_of(thread: Thread | None, *drafts: DraftNode) -> Reading:
    reading = Reading(Page(Article("Titel"), "0", thread=thread))
    reading.show_drafts(drafts)
    return reading


def shown(thread: Thread | None, folded: Sequence[str] = (), *drafts: DraftNode) -> list[str]:
    reading = reading_of(thread, *drafts)
    reading.folded = reading.indexes(folded)
    shapes = reading.shapes()
    return [
        item.key
        for item, shape in zip(reading.rows.items, shapes, strict=True)
        if shape != Shape.HIDDEN
    ]


def test_comments_come_in_reading_order_under_their_count() -> None:
    assert shown(thread_of(None, None, 0)) == ["count", "c0", "c2", "c1"]
    assert shown(None) == ["count"]


def test_a_fold_hides_all_that_hangs_under_it_and_nothing_else() -> None:
    assert shown(TREE, ["c0"]) == ["count", "c0", "c3", "c4", "c5"]
    assert shown(TREE, ["c1"]) == ["count", "c0", "c1", "c3", "c4", "c5"]
    assert shown(TREE, ["c0", "c1", "c4"]) == ["count", "c0", "c3", "c4"]


def test_items_know_their_place_and_what_hangs_under_them() -> None:
    items = {item.key: item for item in Reading(Page(Article(), "0", thread=TREE), 1).rows.items}
    first, last = items["c0"], items["c5"]
    assert isinstance(first, CommentItem)
    assert isinstance(last, CommentItem)
    assert (first.replies, first.hidden, first.place.depth) == (1, 2, 0)
    assert (last.replies, last.place.depth, last.place.step) == (0, 1, 1)


@given(folded_threads())
def test_a_comment_is_shown_where_no_fold_is_above_it(
    case: tuple[Thread, frozenset[str]],
) -> None:
    thread, folded = case
    expected = [
        thread.comments[index].key
        for index in thread.preorder
        if not any(thread.comments[up].key in folded for up in thread.ancestors(index))
    ]
    assert shown(thread, list(folded))[1:] == expected


@given(folded_threads(), st.data())
def test_the_nearest_shown_comment_and_the_folds_to_open(
    case: tuple[Thread, frozenset[str]], data: st.DataObject
) -> None:
    thread, folded = case
    index = data.draw(st.integers(0, len(thread) - 1))
    reading = reading_of(thread)
    reading.folded = reading.indexes(folded)
    visible = reading.visible(index)
    assert visible in (index, *thread.ancestors(index))
    assert thread.comments[visible].key in shown(thread, list(folded))
    opened = reading.keys(reading.unfolded_to(index))
    assert thread.comments[index].key in shown(thread, list(opened))
    assert opened <= folded
    assert (visible == index) == (opened == folded)


@given(folded_threads(), st.integers(0, 5))
def test_folding_below_a_depth_shows_that_depth_and_none_deeper(
    case: tuple[Thread, frozenset[str]], depth: int
) -> None:
    thread, _ = case
    folds = reading_of(thread).keys(fold_below(thread, depth))
    keys = shown(thread, list(folds))[1:]
    assert keys == [
        thread.comments[index].key for index in thread.preorder if thread.depths[index] <= depth
    ]


def draft(name: str, parent: str | None) -> DraftNode:
    return DraftNode(name, parent, "draft, 1 line", "Ja.")


def test_drafts_stand_under_what_they_answer() -> None:
    drafts = (draft("a", "c1"), draft("b", None), draft("c", "c1"))
    assert shown(TREE, (), *drafts)[:6] == [
        "count",
        "draft:b",
        "c0",
        "c1",
        "draft:a",
        "draft:c",
    ]
    depths = {
        item.key: item.place.depth
        for item in reading_of(TREE, *drafts).rows.items
        if isinstance(item, DraftItem)
    }
    assert depths == {"draft:a": 2, "draft:b": 0, "draft:c": 2}


def test_drafts_whose_comment_is_gone_are_kept_at_the_top() -> None:
    assert shown(TREE, (), draft("a", "verdwenen"))[:2] == ["count", "draft:a"]
    assert shown(None, (), draft("a", "verdwenen")) == ["count", "draft:a"]


def test_drafts_under_a_fold_are_hidden_with_it() -> None:
    assert "draft:a" not in shown(TREE, ["c0"], draft("a", "c0"))
    assert "draft:a" not in shown(TREE, ["c0"], draft("a", "c2"))


@pytest.mark.parametrize(
    ("thread", "sentence"),
    [
        (None, "No comments on this page."),
        (Thread((), "general"), "No comments on this page."),
        (Thread((), "general", stated_count=0), "No comments on this page."),
        (
            Thread((), "general", closed=True),
            "No comments on this page. Replying is closed.",
        ),
        (thread_of(stated=12), "No comments here; the page says 12."),
        (thread_of(None), "1 comment."),
        (thread_of(None, 0), "2 comments."),
        (thread_of(None, 0, stated=2), "2 comments."),
        (thread_of(None, 0, stated=12), "2 comments here; the page says 12."),
        (thread_of(None, 0, stated=0), "2 comments."),
        (
            Thread(TREE.comments, "general", stated_count=9, closed=True),
            "6 comments here; the page says 9. Replying is closed.",
        ),
    ],
)
def test_the_count_says_what_is_here_and_what_the_page_claims(
    thread: Thread | None, sentence: str
) -> None:
    assert count_sentence(thread) == sentence


def test_a_count_that_does_not_match_stands_out() -> None:
    def role(thread: Thread) -> Role:
        (first, *_) = reading_of(thread).rows.items
        assert isinstance(first, MessageItem)
        return first.role

    assert role(thread_of(None, stated=3)) is Role.NOTE
    assert role(thread_of(None, stated=1)) is Role.META
    assert role(thread_of(None)) is Role.META


def test_where_the_rest_of_the_thread_is_stands_at_its_end() -> None:
    more = ThreadLink("Oudere reacties", "https://blog.example/post?page=2")
    last = reading_of(Thread(TREE.comments, "general", more=(more,))).rows.items[-1]
    runs = [run for line in last.lines(60) for run in line.runs]
    assert "Oudere reacties" in "".join(run.text for run in runs)
    assert more.url in {run.href for run in runs}


def test_a_chain_of_thousands_of_replies_is_no_trouble() -> None:
    thread = thread_of(None, *range(2999))
    items = reading_of(thread).rows.items
    assert len(items) == 3001
    assert "Naam 2999" in items[-1].lines(60)[0].text


def test_what_the_page_folds_is_folded_at_first() -> None:
    shown = Comment("1", "Ada", ())
    folded = Comment("2", "Ben", (), parent=0, state=CommentState.COLLAPSED)
    assert folded_by_page(Thread((shown, folded), "test")) == {1}


def test_the_pane_says_who_loads_comments_that_the_page_lacks() -> None:
    remote = (RemoteThread("Disqus"), RemoteThread("giscus"))
    assert count_sentence(Thread((), "disqus", remote=remote)) == (
        "The comments are loaded by Disqus and giscus; this page does not hold them."
    )


def test_a_fold_tells_how_many_drafts_it_hides() -> None:
    reading = reading_of(TREE, draft("a", "c1"), draft("b", "c2"), draft("c", "c4"))
    drafts = [reading.rows.drafts_in(index) for index in range(6)]
    assert drafts == [2, 2, 1, 0, 1, 0]


@given(folded_threads(), st.data())
def test_a_filter_and_folds_hide_together(
    case: tuple[Thread, frozenset[str]], data: st.DataObject
) -> None:
    thread, folded = case
    tops = data.draw(st.frozensets(st.sampled_from(range(len(thread)))))
    hidden = frozenset(
        index
        for index in range(len(thread))
        if any(up in tops for up in (index, *thread.ancestors(index)))
    )
    reading = reading_of(thread)
    reading.folded = reading.indexes(folded)
    reading.show_only(frozenset(), hidden)
    shapes = reading.shapes()
    for index in range(len(thread)):
        under = any(up in reading.folded for up in thread.ancestors(index))
        is_shown = shapes[reading.rows.places[index]] != Shape.HIDDEN
        assert is_shown == (index not in hidden and not under)
        if len(hidden) < len(thread):
            near = reading.visible(index)
            assert shapes[reading.rows.places[near]] != Shape.HIDDEN
