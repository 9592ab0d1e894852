"""Folding comments by keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from textual import events
from textual.message import Message

from tui.app.layout.comments import CommentItem, DraftItem
from tui.app.layout.stack import Shape
from tui.app.widgets.thread_moves import ThreadMoves
from tui.model import Thread
from tui.reading import moves
from tui.reading.folds import fold_below
from tui.reading.moves import Way

_IS_SHOWN = bytes(shape != Shape.HIDDEN for shape in range(256))
"""What the byte of a shape is translated to, to tell whether it is shown."""


class ThreadFolds(ThreadMoves):
    """Comments that fold one by one, by levels, and all at once."""

    class DraftChosen(Message):
        """A draft was chosen to go on writing."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class Folding(Message):
        """Folds are about to change by the reader's own key, which can be undone.

        Attributes:
            title: What is done, for people.
            thread: The thread as it is now.
            folded: What of it was folded before.
        """

        def __init__(self, title: str, thread: Thread, folded: frozenset[int]) -> None:
            super().__init__()
            self.title = title
            self.thread = thread
            self.folded = folded

        def keys(self) -> Iterator[str]:
            """The keys of what was folded before, which stay when the page is read again."""
            return (self.thread.comments[index].key for index in self.folded)

    def _fold(self, title: str, folded: frozenset[int]) -> None:
        if folded != self.reading.folded:
            self.post_message(self.Folding(title, self.thread, self.reading.folded))
            self.fold(folded)

    def action_fold(self) -> None:
        """Fold or open a comment; go on writing a draft."""
        item = self.current
        if isinstance(item, DraftItem):
            self.ask(self.DraftChosen(item.draft_id))
        elif isinstance(item, CommentItem):
            self.stay()
            opens = item.index in self.reading.folded
            self._fold("Opened a comment" if opens else "Folded a comment",
                       self.reading.folded ^ {item.index})  # fmt: skip

    def action_fold_in(self) -> None:
        """Fold; where folded already, or nothing to fold, to the parent."""
        self.stay()
        item = self.current
        folded = self.reading.folded
        if isinstance(item, CommentItem) and item.index not in folded and item.replies:
            self._fold("Folded a comment", folded | {item.index})
        else:
            self.action_parent()

    def action_fold_out(self) -> None:
        """Open; where open already, to the first reply."""
        item = self.current
        if not isinstance(item, CommentItem):
            return
        self.stay()
        if item.index in self.reading.folded:
            self._fold("Opened a comment", self.reading.folded - {item.index})
        elif item.replies:
            self.go_to(self.reading.arranged.branch(item.index)[1])

    def action_fold_all(self) -> None:
        """Fold every conversation to a line."""
        self._fold("Folded all conversations", frozenset(self.thread.roots))

    def action_unfold_all(self) -> None:
        """Open everything."""
        self._fold("Opened all conversations", frozenset())

    def action_fold_more(self) -> None:
        """One level of replies less; with a count, that many levels in all."""
        depth = self.take_count() - 1 if self.has_count else max(self._shown_depth() - 1, 0)
        self._fold_below(depth)

    def action_fold_less(self) -> None:
        """One level of replies more; with a count, that many levels in all."""
        self._fold_below(self.take_count() - 1 if self.has_count else self._shown_depth() + 1)

    def _fold_below(self, depth: int) -> None:
        self._fold("Folded by level", fold_below(self.thread, depth))

    def _shown_depth(self) -> int:
        """The depth of the deepest comment that is shown."""
        shown = self.reading.shapes().translate(_IS_SHOWN)
        return max(compress(self.reading.rows.depths, shown), default=0)

    def action_fold_chain(self) -> None:
        """Fold the conversation around the cursor and go on to the next one."""
        if self.comment is None:
            return
        root = moves.root(self.thread, self.comment)
        self.leave()
        self._fold("Folded a conversation", self.reading.folded | {root})
        self.go_on(Way.ON, jump=False)

    def on_click(self, event: events.Click) -> None:
        """A click on a comment's marker folds it, wherever the cursor is."""
        at = self.stack.index_at(event.y + self.scroll_offset.y)
        is_head = event.y + self.scroll_offset.y == self.stack.top(at)
        if event.style.meta.get("marker") and is_head and self.stack.items:
            event.prevent_default()  # else the click would choose the comment, too
            event.stop()
            self.move_to(at)
            self.action_fold()

    def on_cursor_view_chosen(self) -> None:
        """A second click on a comment's head folds it."""
        self.action_fold()
