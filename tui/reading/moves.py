"""Moves in a thread: from a comment to the one that a reader means, whatever folds hide it.

Every move takes and gives the index of a comment in its thread, and gives None where there is no
such comment. `hidden` holds the indexes that a filter takes out, never one without all below
it; folds are no concern of a move, which opens them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from enum import IntEnum
from itertools import compress

from tui.model import Thread
from tui.reading.arrangement import Arrangement

NOTHING: Collection[int] = frozenset()


class Way(IntEnum):
    """The direction of a move."""

    ON = 1
    BACK = -1


def first(arranged: Arrangement, hidden: Collection[int] = NOTHING) -> int | None:
    """The first comment."""
    return next((index for index in arranged.order if index not in hidden), None)


def item(
    arranged: Arrangement, index: int, way: Way, hidden: Collection[int] = NOTHING
) -> int | None:
    """The comment after or before, at whatever depth."""
    return _step(arranged, arranged.ranks[index] + way, way, hidden)


def sibling(
    arranged: Arrangement, index: int, way: Way, hidden: Collection[int] = NOTHING
) -> int | None:
    """The next comment, or the one before, that is not deeper: a sibling, else one above it."""
    depths = arranged.thread.depths
    if way is Way.ON:
        rank = arranged.end(index)
        while rank < len(arranged.order) and arranged.order[rank] in hidden:
            rank = arranged.end(arranged.order[rank])
        return arranged.order[rank] if rank < len(arranged.order) else None
    rank = arranged.ranks[index] - 1
    while rank >= 0 and (
        depths[arranged.order[rank]] > depths[index] or arranged.order[rank] in hidden
    ):
        rank -= 1
    return arranged.order[rank] if rank >= 0 else None


def conversation(
    arranged: Arrangement, index: int, way: Way, hidden: Collection[int] = NOTHING
) -> int | None:
    """The next top-level comment, or the one before; back from a reply, its own."""
    top = root(arranged.thread, index)
    if way is Way.BACK and top != index and top not in hidden:
        return top
    at = arranged.ranks[top] - 1 if way is Way.BACK else arranged.end(top)
    while 0 <= at < len(arranged.order):
        found = root(arranged.thread, arranged.order[at])
        if found not in hidden:
            return found
        at = arranged.ranks[found] - 1 if way is Way.BACK else arranged.end(found)
    return None


def parent(thread: Thread, index: int) -> int | None:
    """The comment that this one answers."""
    return thread.comments[index].parent


def root(thread: Thread, index: int) -> int:
    """The top-level comment of the conversation, perhaps the comment itself."""
    return [index, *thread.ancestors(index)][-1]


def marked(
    arranged: Arrangement,
    marks: bytes | bytearray,
    index: int | None,
    way: Way,
    mark: bytes,
    times: int = 1,
) -> int | None:
    """The comment that has one of some marks, so many of these further; goes round at the ends.

    Args:
        arranged: The thread.
        marks: A byte a comment, by rank.
        index: Where to start, or None for before the first.
        way: The direction.
        mark: The bytes that are looked for.
        times: How many to go on by.
    """
    has_mark = bytes(code in mark for code in range(256))
    places = list(compress(range(len(marks)), marks.translate(has_mark)))
    if not places:
        return None
    start = -1 if index is None else arranged.ranks[index]
    if way is Way.ON:
        at = bisect_right(places, start) + times - 1
    else:
        at = bisect_left(places, start) - times
    found = arranged.order[places[at % len(places)]]
    return None if found == index else found


def same_author(
    arranged: Arrangement, index: int, times: int = 1, hidden: Collection[int] = NOTHING
) -> int | None:
    """The comment by the same author, so many of these further on; after the last, the first."""
    comments, order = arranged.thread.comments, arranged.order
    author = comments[index].author
    same = bytes(comments[at].author == author and at not in hidden for at in order)
    return marked(arranged, same, index, Way.ON, b"\1", times)


def _step(arranged: Arrangement, rank: int, way: Way, hidden: Collection[int]) -> int | None:
    while 0 <= rank < len(arranged.order):
        if arranged.order[rank] not in hidden:
            return arranged.order[rank]
        rank += way
    return None
