"""A thread in an order: which comment stands where when replies are sorted among themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property

from tui.model import Thread

SortKey = Callable[[int], "float | tuple[float, ...]"]
"""What tells where a comment, by its index, stands among those that answer the same."""


class Order(StrEnum):
    """The orders that replies to the same comment can have; the value is the word for it."""

    PAGE = "page"
    OLDEST = "oldest"
    NEWEST = "newest"
    REPLIES = "replies"  # those with most replies first
    SCORE = "score"  # those with most points first


class Arrangement:
    """All comments of a thread in reading order, each before its replies.

    A comment and all below it stand side by side, so a branch is a range of ranks.

    Attributes:
        thread: The thread.
        order: The indexes of its comments in reading order.
    """

    def __init__(self, thread: Thread, key: SortKey | None = None) -> None:
        """An arrangement.

        Args:
            thread: The thread.
            key: What replies to the same comment are sorted by, stably; None leaves page order.
        """
        self.thread = thread
        self.order: Sequence[int] = thread.preorder if key is None else _sorted(thread, key)

    @cached_property
    def ranks(self) -> Sequence[int]:
        """The place of each comment in the order, by index."""
        ranks = [0] * len(self.order)
        for rank, index in enumerate(self.order):
            ranks[index] = rank
        return ranks

    def end(self, index: int) -> int:
        """The rank after the last comment below a comment."""
        return self.ranks[index] + self.thread.descendant_counts[index] + 1

    def branch(self, index: int) -> Sequence[int]:
        """The indexes of a comment and all below it, in order."""
        return self.order[self.ranks[index] : self.end(index)]


def _sorted(thread: Thread, key: SortKey) -> tuple[int, ...]:
    order: list[int] = []
    stack = sorted(thread.roots, key=key)[::-1]
    while stack:
        index = stack.pop()
        order.append(index)
        stack.extend(sorted(thread.children(index), key=key)[::-1])
    return tuple(order)
