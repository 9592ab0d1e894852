"""What of a thread was read: by its being in sight, by the cursor, by keys."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from textual import events
from textual.message import Message

from tui.app.layout.comments import CommentItem
from tui.app.layout.stack import Shape
from tui.app.widgets.thread_folds import ThreadFolds
from tui.app.widgets.thread_view import MAX_TEXT
from tui.model import Page
from tui.reading import moves
from tui.reading.marks import Change
from tui.reading.moves import Way
from tui.reading.states import ReadState

READ_AFTER = 1.0
"""Comments that are in sight for so many seconds, while the pane has the focus, were read."""

_AT_ONCE = 0.01
"""The least time that is waited for, in seconds: a timer of none never rings."""


class ThreadMarks(ThreadFolds):
    """Comments that are new, seen or read."""

    class Marked(Message):
        """Comments were marked.

        Attributes:
            change: What was changed.
            title: What the reader did, in words, or None where nothing was asked for.
        """

        def __init__(self, change: Change, title: str | None) -> None:
            super().__init__()
            self.change = change
            self.title = title

    def __init__(
        self, page: Page, *, max_text: int = MAX_TEXT, read_after: float = READ_AFTER
    ) -> None:
        super().__init__(page, max_text=max_text)
        self.read_after = read_after
        self._stands_since = 0.0
        self._watching = False

    def mark(self, indexes: Iterable[int], title: str, *, read: bool = True) -> None:
        """Mark comments as the reader asks, and tell which were marked otherwise before."""
        self._marked(self.reading.marks.mark(indexes, read=read), title)

    def pass_by(self, indexes: Iterable[int]) -> None:
        """Mark comments that were in sight as read, but for those that are to be unread."""
        self._marked(self.reading.marks.pass_by(indexes), None)

    def _marked(self, change: Change, title: str | None) -> None:
        if change:
            self.show_marks(change)
            self.when_moved()
            self.post_message(self.Marked(change, title))

    # By keys

    def action_mark(self) -> None:
        """Mark a comment as read, or as not read."""
        if self.comment is None:
            return
        if self.reading.marks.state(self.comment) is ReadState.READ:
            self.mark([self.comment], "Marked a comment as unread", read=False)
        else:
            self.mark([self.comment], "Marked a comment as read")

    def action_mark_branch(self) -> None:
        """Mark a comment and all below it as read, and go on to what is beside it."""
        index = self.comment
        if index is None:
            return
        self.mark(self.reading.arranged.branch(index), "Marked a branch as read")
        reading = self.reading
        self.jump_to(moves.sibling(reading.arranged, index, Way.ON, reading.hidden))

    def mark_all(self) -> None:
        """Mark all comments as read."""
        self.mark(range(len(self.thread)), "Marked all comments as read")

    def go_to_unread(self, way: Way) -> bool:
        """Go to the next comment that was not read, or the one before; False where none is left."""
        found = self.reading.unread(way, self.comment, self.take_count())
        if found is not None:
            self.open_comment(self.reading.key(found))
        self.jump_to(found)
        return found is not None

    # By reading

    def move_to(self, index: int | None) -> None:
        """Put the cursor on an item; what it passes, where that is open, was read."""
        before = self.cursor
        super().move_to(index)
        if before is not None and before != self.cursor and before < len(self.stack.items):
            item = self.stack.items[before]
            if isinstance(item, CommentItem) and self.stack.shapes[before] == Shape.OPEN:
                self.pass_by([item.index])

    def on_stack_view_moved(self) -> None:
        """Begin to wait until what is in sight was there for a moment."""
        self._stands_since = monotonic()
        if self.has_focus and not self._watching:
            self._watching = True
            self.set_timer(max(self.read_after, _AT_ONCE), self._glance)

    def on_focus(self, _event: events.Focus) -> None:
        """Likewise where the reader turns to the comments, once the focus is there."""
        self.call_next(self.on_stack_view_moved)

    def _glance(self) -> None:
        """Mark what was in sight for long enough, else wait on."""
        self._watching = False
        if not self.has_focus:
            return
        left = self._stands_since + self.read_after - monotonic()
        if left > _AT_ONCE:
            self._watching = True
            self.set_timer(left, self._glance)
        else:
            self.pass_by(self._in_sight())

    def _in_sight(self) -> list[int]:
        """The open comments of which the end is in sight."""
        stack = self.stack
        top, bottom = (
            self.scroll_offset.y,
            self.scroll_offset.y + self.scrollable_content_region.height,
        )
        found: list[int] = []
        for at in range(stack.index_at(top), len(stack.items)):
            if stack.top(at) >= bottom:
                break
            item = stack.items[at]
            if (
                isinstance(item, CommentItem)
                and stack.shapes[at] == Shape.OPEN
                and top < stack.bottom(at) - 1 <= bottom
            ):
                found.append(item.index)
        return found
