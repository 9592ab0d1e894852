"""A part of a thread, or all of it in another order, as a thread of its own."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Thread
from tui.reading.arrangement import Order
from tui.reading.filtering import shown
from tui.reading.order import arrange


class Selection(Struct, frozen=True):
    """What is left of a thread.

    Attributes:
        thread: The comments that are left, in their order; what they answer is told by indexes
            among these.
        total: How many comments the whole thread has.
        context: Those that a filter leaves only for the sake of what is below them, by their
            indexes among those that are left; None where there was no filter.
    """

    thread: Thread
    total: int
    context: frozenset[int] | None = None

    @classmethod
    def whole(cls, thread: Thread) -> Selection:
        """All of a thread, as it is."""
        return cls(thread, len(thread))

    @property
    def matches(self) -> int:
        """How many comments are left for their own sake."""
        return len(self.thread) - len(self.context or ())


def select(
    thread: Thread, order: Order = Order.PAGE, matched: Collection[int] | None = None
) -> Selection:
    """A part of a thread.

    Args:
        thread: The thread.
        order: The order; page order is that of `Thread.comments`.
        matched: The comments that match a filter, by index, or None where there is none.
    """
    ordered = range(len(thread)) if order is Order.PAGE else arrange(thread, order).order
    context: frozenset[int] | None = None
    hidden: frozenset[int] = frozenset()
    if matched is not None:
        _, context, hidden = shown(thread, matched)
    kept = [index for index in ordered if index not in hidden]
    places = {index: place for place, index in enumerate(kept)}
    comments = []
    for index in kept:
        comment = thread.comments[index]
        parent = None if comment.parent is None else places[comment.parent]
        comments.append(replace(comment, parent=parent))
    return Selection(
        thread=replace(thread, comments=tuple(comments)),
        total=len(thread),
        context=None if context is None else frozenset(places[index] for index in context),
    )
