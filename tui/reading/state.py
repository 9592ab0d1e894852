"""The state of reading one thread: its order, what is folded and read, what a filter leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui.model import Page, Thread
from tui.reading import moves
from tui.reading.arrangement import Arrangement, Order
from tui.reading.folds import folded_by_page, unfolded_to, visible_ancestor
from tui.reading.links import comment_at
from tui.reading.marks import ReadMarks
from tui.reading.moves import Way
from tui.reading.order import arrange
from tui.reading.states import ReadState

_NO_THREAD = Thread((), "none")
_NONE: frozenset[int] = frozenset()

_LONGEST_NUMBER = 9
"""Digits; no thread has so many comments."""


class ThreadState:
    """How a page's thread is shown to one reader, apart from where it is shown.

    Comments are known by their index in the thread here; what is kept between visits is known by
    their keys.

    Attributes:
        page: The page.
        arranged: Its comments in the order that the reader chose.
        order: That order.
        folded: The folded comments.
        hidden: Those that a filter takes out, never one without all below it.
        context: Those that a filter leaves for the sake of what hangs under them.
        marks: Which comments were read.
        muted: Those that the reader mutes.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.order = Order.PAGE
        self.arranged = Arrangement(self.thread)
        self.folded = folded_by_page(self.thread)
        self.hidden = self.context = self.muted = _NONE
        self.marks = ReadMarks(self.thread)

    @property
    def thread(self) -> Thread:
        """The page's thread, perhaps empty."""
        return self.page.thread or _NO_THREAD

    def show_page(self, page: Page, moved: Mapping[str, str]) -> None:
        """Read another state of the page; folds go by the comments' keys.

        Args:
            page: The page as it is now.
            moved: The new keys of comments whose keys changed, by their old ones.
        """
        folded = {moved.get(key, key) for key in self.keys(self.folded)}
        wished = {moved.get(key, key) for key in self.marks.wished_keys()}
        self.page = page
        self.arranged = arrange(self.thread, self.order)
        self.folded = self.indexes(folded)
        self.hidden = self.context = self.muted = _NONE
        self.marks = ReadMarks(self.thread, wished=wished)

    def sort(self, order: Order) -> None:
        """Put replies to the same comment in another order."""
        self.order = order
        self.arranged = arrange(self.thread, order)

    def show_marks(self, fresh: Collection[str], read: Collection[str]) -> None:
        """Take the comments with these keys for new and for read."""
        wished = self.marks.wished_keys()
        self.marks = ReadMarks(self.thread, fresh=fresh, read=read, wished=wished)

    def unread(self, way: Way, start: int | None, times: int = 1) -> int | None:
        """The comment that is new, or else not read, so many times further on the way.

        What a filter takes out and what is muted is passed over.
        """
        arranged = self.arranged
        marks = bytearray(self.marks.arranged(arranged))
        for index in (*self.hidden, *self.muted):
            marks[arranged.ranks[index]] = ReadState.READ
        here = None if start is None else marks[arranged.ranks[start]]
        for state in (ReadState.NEW, ReadState.SEEN):
            if marks.count(state) > (here == state):  # there is another one
                return moves.marked(arranged, marks, start, way, bytes((state,)), times)
        return None

    @property
    def passed_over(self) -> frozenset[int]:
        """The comments that a filter takes out, or that are muted, and were not read."""
        read, state = ReadState.READ, self.marks.state
        return frozenset(at for at in self.hidden | self.muted if state(at) is not read)

    def show_only(self, context: frozenset[int], hidden: frozenset[int]) -> None:
        """Leave what a filter leaves."""
        self.context = context
        self.hidden = hidden

    def mute(self, muted: frozenset[int]) -> None:
        """Take these for muted: fold those that were not before, unfold those that are no more."""
        before, self.muted = self.muted, muted
        self.folded = (self.folded - (before - muted)) | (muted - before)

    # What is shown

    def is_shown(self, index: int) -> bool:
        """Whether neither a filter nor a fold above it hides a comment."""
        return index not in self.hidden and self.folded.isdisjoint(self.thread.ancestors(index))

    def beside(self, index: int, way: Way) -> int | None:
        """The comment that is shown after or before one that is shown, or None."""
        order, ranks = self.arranged.order, self.arranged.ranks
        if way is Way.BACK:
            near = moves.item(self.arranged, index, way, self.hidden)
            return None if near is None else visible_ancestor(self.thread, near, self.folded)
        rank = self.arranged.end(index) if index in self.folded else ranks[index] + 1
        return next((order[at] for at in range(rank, len(order)) if order[at] not in self.hidden),
                    None)  # fmt: skip

    def visible(self, index: int) -> int:
        """A comment, or the nearest one above it that is shown.

        Where a filter takes out the whole conversation, it is the next comment that is shown.
        """
        if index in self.hidden:
            chain = self.thread.ancestors(index)
            near = next((up for up in chain if up not in self.hidden), None)
            for way in Way if near is None else ():
                near = moves.item(self.arranged, index, way, self.hidden) if near is None else near
            index = index if near is None else near
        return visible_ancestor(self.thread, index, self.folded)

    def unfolded_to(self, index: int) -> frozenset[int]:
        """The folds without those that hide a comment."""
        return unfolded_to(self.thread, index, self.folded)

    # Names

    def named(self, name: str) -> int | None:
        """The comment of a number, counted from 1 in the order that is shown, an id or an address.

        A number is one as long as there are so many comments; in an address it is an id.
        """
        before, _, fragment = name.rpartition("#")
        is_number = not before and fragment.isdecimal() and len(fragment) < _LONGEST_NUMBER
        if is_number and 1 <= int(fragment) <= len(self.thread):
            return self.arranged.order[int(fragment) - 1]
        return comment_at(self.thread, fragment)

    def key(self, index: int) -> str:
        """The key of a comment."""
        return self.thread.comments[index].key

    def keys(self, indexes: Iterable[int]) -> frozenset[str]:
        """The keys of comments."""
        return frozenset(map(self.key, indexes))

    def indexes(self, keys: Iterable[str]) -> frozenset[int]:
        """The comments with these keys, as far as they are there."""
        found = map(self.thread.index_of, keys)
        return frozenset(index for index in found if index is not None)
