"""The orders of a thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.reading.samples import CET, dated, said, threads
from tui.model import Thread
from tui.reading.arrangement import Order
from tui.reading.order import arrange
from tui.reading.sorting import newest
from tui.reading.times import seconds_of


def at(*dates: datetime | date | None) -> Thread:
    """Comments at top level with these dates."""
    return Thread(tuple(dated(said(str(n), None, ""), one) for n, one in enumerate(dates)), "test")


MIXED = at(
    datetime(2026, 5, 2, 12, tzinfo=UTC),
    datetime(2026, 5, 2, 11),  # noqa: DTZ001 -- a page without zones
    None,
    date(2026, 5, 2),
    datetime(2026, 5, 2, 12, 30, tzinfo=CET),
)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.PAGE, [0, 1, 2, 3, 4]),
        (Order.OLDEST, [3, 1, 2, 4, 0]),
        (Order.NEWEST, [0, 4, 1, 2, 3]),
    ],
)
def test_by_date_with_and_without_zone_or_time(order: Order, expected: Sequence[int]) -> None:
    assert list(arrange(MIXED, order).order) == expected


def test_comments_without_dates_stay_in_page_order() -> None:
    undated = at(None, None, None)
    for order in Order:
        assert list(arrange(undated, order).order) == [0, 1, 2]
    assert newest(undated) == [2, 1, 0]


def test_an_undated_comment_stays_by_its_neighbour() -> None:
    thread = at(None, date(2026, 5, 3), None, date(2026, 5, 1))
    assert list(arrange(thread, Order.OLDEST).order) == [3, 0, 1, 2]
    assert list(arrange(thread, Order.NEWEST).order) == [0, 1, 2, 3]


def test_the_newest_first_whatever_they_answer() -> None:
    assert newest(MIXED) == [0, 4, 2, 1, 3]


def test_by_points_and_by_replies() -> None:
    scores = Thread(
        tuple(
            replace(said(str(n), None, ""), score=score)
            for n, score in enumerate([None, 0, -3, 7, None, 7])
        ),
        "test",
    )
    assert list(arrange(scores, Order.SCORE).order) == [3, 5, 1, 2, 0, 4]
    parents = [None, None, 1, None, 3, 3, 2]
    answered = Thread(
        tuple(said(str(n), None, "", parent) for n, parent in enumerate(parents)), "test"
    )
    assert list(arrange(answered, Order.REPLIES).order) == [3, 4, 5, 1, 2, 6, 0]
    one_each = Thread(
        tuple(said(str(n), None, "", up) for n, up in enumerate([None, 0, None, 2, 3])), "test"
    )
    assert list(arrange(one_each, Order.REPLIES).order) == [2, 3, 4, 0, 1]


@given(threads(), st.sampled_from(list(Order)))
def test_an_order_holds_each_comment_after_what_it_answers(thread: Thread, order: Order) -> None:
    arranged = arrange(thread, order)
    assert sorted(arranged.order) == list(range(len(thread)))
    for index, comment in enumerate(thread.comments):
        if comment.parent is not None:
            assert index in arranged.branch(comment.parent)


@given(threads(), st.sampled_from([Order.OLDEST, Order.NEWEST, Order.SCORE, Order.REPLIES]))
def test_replies_are_sorted_and_equal_ones_keep_page_order(thread: Thread, order: Order) -> None:
    ranks = arrange(thread, order).ranks
    for siblings in (thread.roots, *map(thread.children, range(len(thread)))):
        arranged = sorted(siblings, key=ranks.__getitem__)
        keys = [(index, _key(thread, index, order)) for index in arranged]
        if order in (Order.OLDEST, Order.NEWEST) and any(key is None for _, key in keys):
            continue  # these stay by their neighbours
        known = [(key, index) for index, key in keys if key is not None]
        assert known == sorted(known)
        assert [key is None for _, key in keys] == sorted(key is None for _, key in keys)


def _key(thread: Thread, index: int, order: Order) -> float | tuple[int, int] | None:
    comment = thread.comments[index]
    if order is Order.SCORE:
        return None if comment.score is None else -comment.score
    if order is Order.REPLIES:
        return -len(thread.children(index)), -thread.descendant_counts[index]
    if comment.date is None or comment.date.at is None:
        return None
    seconds = seconds_of(comment.date.at)
    return seconds if order is Order.OLDEST else -seconds


@given(threads())
def test_the_newest_list_holds_each_comment_once_by_date(thread: Thread) -> None:
    listed = newest(thread)
    assert sorted(listed) == list(range(len(thread)))
    times = [key for index in listed if (key := _key(thread, index, Order.NEWEST)) is not None]
    assert times == sorted(times, key=lambda time: (time,))
