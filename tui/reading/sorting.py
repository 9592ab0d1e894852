"""Replies sorted among themselves, and all comments by time."""

from __future__ import annotations

from tui.model import Thread
from tui.reading.arrangement import Order, SortKey
from tui.reading.times import known_or_near, seconds_of


def sort_key(thread: Thread, order: Order) -> SortKey | None:
    """By what the replies to a comment are sorted; None where they stand as on the page."""
    match order:
        case Order.OLDEST:
            return _by_time(thread, 1)
        case Order.NEWEST:
            return _by_time(thread, -1)
        case Order.REPLIES:
            below = thread.descendant_counts
            return lambda index: (-len(thread.children(index)), -below[index])
        case Order.SCORE:
            return _by_score(thread)
        case Order.PAGE:
            return None


def newest(thread: Thread) -> list[int]:
    """The indexes of all comments, the newest first.

    Where dates are not known or the same, what comes later on the page is newer.
    """
    times = known_or_near([_seconds(thread, index) for index in range(len(thread))])
    if times is None:
        return list(range(len(thread)))[::-1]
    return sorted(range(len(thread)), key=lambda index: (times[index], index), reverse=True)


def _by_time(thread: Thread, sign: int) -> SortKey:
    times = [0.0] * len(thread)
    for replies in (thread.roots, *map(thread.children, range(len(thread)))):
        near = known_or_near([_seconds(thread, index) for index in replies])
        for index, seconds in zip(replies, near or (), strict=bool(near)):
            times[index] = sign * seconds
    return lambda index: times[index]


def _by_score(thread: Thread) -> SortKey:
    scores = [comment.score for comment in thread.comments]
    return lambda index: float("inf") if (score := scores[index]) is None else -score


def _seconds(thread: Thread, index: int) -> float | None:
    date = thread.comments[index].date
    return None if date is None or date.at is None else seconds_of(date.at)
