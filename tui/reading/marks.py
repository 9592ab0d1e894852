"""Which comments of a thread were read, by index while it is read and by key when it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from tui.model import Thread
from tui.reading.arrangement import Arrangement
from tui.reading.states import ReadState

Change: TypeAlias = Mapping[int, ReadState]
"""The comments that were marked otherwise before, with what they were."""

_NEW, _SEEN, _READ = (bytes((state,)) for state in ReadState)


class ReadMarks:
    """A mark for each comment of a thread."""

    def __init__(
        self,
        thread: Thread,
        *,
        fresh: Collection[str] = (),
        read: Collection[str] = (),
        wished: Collection[str] = (),
    ) -> None:
        """Marks.

        Args:
            thread: The thread.
            fresh: The keys of the comments that were not there at the visit before.
            read: The keys of those that were read.
            wished: The keys of those that are to be unread until the reader marks them.
        """
        self.thread = thread
        self._unread = bytes(
            ReadState.NEW if comment.key in fresh else ReadState.SEEN for comment in thread.comments
        )
        self._marks = bytearray(
            ReadState.READ if comment.key in read else mark
            for comment, mark in zip(thread.comments, self._unread, strict=True)
        )
        found = map(thread.index_of, wished)
        self._wished = {index for index in found if index is not None}

    def state(self, index: int) -> ReadState:
        """What is known of a comment."""
        return ReadState(self._marks[index])

    def unread_state(self, index: int) -> ReadState:
        """What a comment is when it is not read."""
        return ReadState(self._unread[index])

    @property
    def unread(self) -> int:
        """How many comments were not read."""
        return len(self._marks) - self._marks.count(_READ)

    @property
    def new(self) -> int:
        """How many comments are new."""
        return self._marks.count(_NEW)

    def arranged(self, arranged: Arrangement) -> bytes:
        """The marks in an order, a byte a comment."""
        marks = self._marks
        return bytes([marks[index] for index in arranged.order])

    @cached_property
    def _preorder(self) -> Arrangement:
        return Arrangement(self.thread)

    def new_in(self, index: int) -> int:
        """How many of the comments below one are new."""
        return sum(self._marks[at] == ReadState.NEW for at in self._preorder.branch(index)[1:])

    def mark(self, indexes: Iterable[int], *, read: bool) -> Change:
        """Mark comments as read, or as not read, as the reader wishes; what this changes."""
        indexes = tuple(indexes)
        if read:
            self._wished.difference_update(indexes)
        else:
            self._wished.update(indexes)
        return self._mark(indexes, read=read)

    def pass_by(self, indexes: Iterable[int]) -> Change:
        """Mark comments that were in sight as read, but for those that are to be unread."""
        return self._mark((at for at in indexes if at not in self._wished), read=True)

    def _mark(self, indexes: Iterable[int], *, read: bool) -> Change:
        change: dict[int, ReadState] = {}
        for index in indexes:
            state = ReadState.READ if read else self.unread_state(index)
            before = self.state(index)
            if before is not state:
                change[index] = before
                self._marks[index] = state
        return change

    def revert(self, change: Change) -> None:
        """Take a change back; what is unread again stays so until the reader marks it."""
        for index, state in change.items():
            self._marks[index] = state
            if state is ReadState.READ:
                self._wished.discard(index)
            else:
                self._wished.add(index)

    def wished_keys(self) -> frozenset[str]:
        """The keys of the comments that are to be unread until the reader marks them."""
        return frozenset(self.thread.comments[index].key for index in self._wished)

    def read_keys(self) -> frozenset[str]:
        """The keys of the comments that were read."""
        comments = self.thread.comments
        return frozenset(
            comments[index].key for index, mark in enumerate(self._marks) if mark == ReadState.READ
        )
