"""The comments: one line-rendering widget over the thread's items, with a cursor and folds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.actions import Scope, bindings
from tui.app.layout.comments import CommentItem, DraftItem, ThreadItem
from tui.app.layout.thread import (
    DraftNode,
    fold_below,
    folded_by_page,
    thread_items,
    unfolded_to,
    visible_ancestor,
)
from tui.app.widgets.cursor_view import CursorView
from tui.model import Comment, Page, Thread

MAX_TEXT = 72
"""The widest text column of the comments, in cells."""

_NARROW = 60
_NO_THREAD = Thread((), "none")


class ThreadPane(CursorView[ThreadItem]):
    """Shows a page's comments and the drafts among them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.THREAD)
    scope = Scope.THREAD

    class ReplyAsked(Message):
        """A reply to a comment was asked for."""

        def __init__(self, comment: Comment, *, quoted: bool) -> None:
            super().__init__()
            self.comment = comment
            self.quoted = quoted

    class DraftChosen(Message):
        """A draft was chosen to go on writing."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class DiscardAsked(Message):
        """A draft was chosen to be discarded."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class BrowserAsked(Message):
        """A comment was asked for in the browser."""

        def __init__(self, comment: Comment) -> None:
            super().__init__()
            self.comment = comment

    def __init__(self, page: Page) -> None:
        super().__init__(max_text=MAX_TEXT, id="thread")
        self.page = page
        self.folded = folded_by_page(self.thread)
        self.drafts: Sequence[DraftNode] = ()

    @property
    def thread(self) -> Thread:
        """The page's thread, perhaps empty."""
        return self.page.thread or _NO_THREAD

    def make_items(self) -> list[ThreadItem]:
        """The counts, the comments and the drafts."""
        step = 1 if self.screen.size.width < _NARROW else 2
        return thread_items(self.page, self.folded, self.drafts, step)

    def can_hold_cursor(self, item: ThreadItem) -> bool:
        """Sentences of the program are not for the cursor."""
        return isinstance(item, CommentItem | DraftItem)

    def show_drafts(self, drafts: Sequence[DraftNode]) -> None:
        """Show other drafts, or the same with other words."""
        if drafts != self.drafts:
            self.drafts = drafts
            self.relayout()

    def restore_place(self, folded: frozenset[str], comment: str | None) -> None:
        """Fold and go where the reader was the last time."""
        if folded != self.folded:
            self._fold(folded)
        index = self.thread.index_of(comment) if comment else None
        if index is not None:
            self.move_to(self.stack.index_of(self.thread.comments[index].key))

    def show_page(self, page: Page) -> None:
        """Show a page that was read again; comments are known by their keys."""
        self.page = page
        self.relayout()

    @property
    def comment(self) -> int | None:
        """The index in the thread of the cursor's comment; of a draft, the one it answers."""
        item = self.current
        if isinstance(item, DraftItem):
            node = next(node for node in self.drafts if node.id == item.draft_id)
            return self.thread.index_of(node.parent) if node.parent else None
        return item.index if isinstance(item, CommentItem) else None

    @property
    def position(self) -> str:
        """Which comment the cursor is on, and how deep."""
        if self.comment is None:
            return ""
        place = f"{self.thread.preorder.index(self.comment) + 1} of {len(self.thread)}"
        depth = self.thread.depths[self.comment]
        return f"level {depth + 1} · {place}" if depth else place

    def go_to(self, index: int) -> None:
        """Put the cursor on a comment, opening the folds that hide it."""
        folded = unfolded_to(self.thread, index, self.folded)
        if folded != self.folded:
            self._fold(folded)
        self.move_to(self.stack.index_of(self.thread.comments[index].key))

    def open_comment(self, key: str) -> None:
        """Open a comment and all folds that hide it."""
        index = self.thread.index_of(key)
        if index is not None:
            folded = unfolded_to(self.thread, index, self.folded) - {key}
            if folded != self.folded:
                self._fold(folded)

    def go_to_draft(self, draft_id: str) -> None:
        """Put the cursor on a draft."""
        self.move_to(self.stack.index_of(f"draft:{draft_id}"))

    # Moving in the tree

    def action_sibling_next(self) -> None:
        """To the next comment that is not deeper."""
        self._go_beside(after=True)

    def action_sibling_previous(self) -> None:
        """To the nearest comment before that is not deeper."""
        self._go_beside(after=False)

    def _go_beside(self, *, after: bool) -> None:
        if self.comment is None or self.cursor is None:
            return
        depth = self.thread.depths[self.comment]
        items = self.stack.items
        span = range(self.cursor + 1, len(items)) if after else range(self.cursor - 1, -1, -1)
        self.move_to(_first(items, span, depth))

    def action_parent(self) -> None:
        """To the comment that this one answers."""
        if isinstance(self.current, DraftItem):
            parent = self.comment
        else:
            parent = None if self.comment is None else self.thread.comments[self.comment].parent
        if parent is not None:
            self.go_to(parent)

    def action_root(self) -> None:
        """To the top of the conversation."""
        if self.comment is not None:
            self.go_to(self._root(self.comment))

    def _root(self, index: int) -> int:
        return [index, *self.thread.ancestors(index)][-1]

    def action_thread_next(self) -> None:
        """To the next top-level comment."""
        if self.cursor is not None:
            span = range(self.cursor + 1, len(self.stack.items))
            self.move_to(_first(self.stack.items, span, 0))

    def action_thread_previous(self) -> None:
        """To the top-level comment before; from a reply, to its own."""
        if self.cursor is not None:
            self.move_to(_first(self.stack.items, range(self.cursor - 1, -1, -1), 0))

    # Folding

    def _fold(self, folded: Iterable[str]) -> None:
        folded = frozenset(folded)
        if self.comment is not None:
            shown = visible_ancestor(self.thread, self.comment, folded)
            if shown != self.comment or (
                isinstance(self.current, DraftItem) and self.thread.comments[shown].key in folded
            ):
                self.cursor_key = self.thread.comments[shown].key
        self.folded = folded
        self.relayout()
        self.bring_into_sight()
        self.post_message(self.CursorMoved())

    def action_fold(self) -> None:
        """Fold or open a comment; go on writing a draft."""
        item = self.current
        if isinstance(item, DraftItem):
            self.ask(self.DraftChosen(item.draft_id))
        elif item is not None:
            self._fold(self.folded ^ {item.key})

    def action_fold_in(self) -> None:
        """Fold; where folded already, or nothing to fold, to the parent."""
        item = self.current
        if isinstance(item, CommentItem) and not item.folded and item.replies:
            self._fold(self.folded | {item.key})
        else:
            self.action_parent()

    def action_fold_out(self) -> None:
        """Open; where open already, to the first reply."""
        item = self.current
        if isinstance(item, CommentItem) and item.folded:
            self._fold(self.folded - {item.key})
        elif isinstance(item, CommentItem) and item.replies:
            self.go_to(self.thread.children(item.index)[0])

    def action_fold_all(self) -> None:
        """Fold every conversation to a line."""
        self._fold(comment.key for comment in self.thread.comments if comment.parent is None)

    def action_unfold_all(self) -> None:
        """Open everything."""
        self._fold(())

    def action_fold_more(self) -> None:
        """One level of replies less."""
        self._fold(fold_below(self.thread, max(self._shown_depth() - 1, 0)))

    def action_fold_less(self) -> None:
        """One level of replies more."""
        self._fold(fold_below(self.thread, self._shown_depth() + 1))

    def _shown_depth(self) -> int:
        """The depth of the deepest comment in the stack."""
        depths = self.thread.depths
        return max(
            (depths[item.index] for item in self.stack.items if isinstance(item, CommentItem)),
            default=0,
        )

    def action_fold_chain(self) -> None:
        """Fold the conversation around the cursor and go on to the next one."""
        if self.comment is None:
            return
        root = self._root(self.comment)
        self._fold(self.folded | {self.thread.comments[root].key})
        self.action_thread_next()

    # Asking others

    def _ask_reply(self, *, quoted: bool) -> None:
        if self.comment is not None:
            comment = self.thread.comments[self.comment]
            self.ask(self.ReplyAsked(comment, quoted=quoted))

    def action_reply(self) -> None:
        """Reply with a quote."""
        self._ask_reply(quoted=True)

    def action_reply_bare(self) -> None:
        """Reply without a quote."""
        self._ask_reply(quoted=False)

    def action_edit(self) -> None:
        """Go on writing a draft."""
        if isinstance(self.current, DraftItem):
            self.ask(self.DraftChosen(self.current.draft_id))

    def action_discard(self) -> None:
        """Discard a draft."""
        if isinstance(self.current, DraftItem):
            self.post_message(self.DiscardAsked(self.current.draft_id))

    def action_comment_browser(self) -> None:
        """Open the comment in the browser."""
        if self.comment is not None:
            self.post_message(self.BrowserAsked(self.thread.comments[self.comment]))

    def on_cursor_view_chosen(self) -> None:
        """A second click on a comment's head folds it."""
        self.action_fold()


def _first(items: Sequence[ThreadItem], span: Iterable[int], depth: int) -> int | None:
    """The first comment among some items that is at most so deep."""
    for index in span:
        item = items[index]
        if isinstance(item, CommentItem) and item.place.depth <= depth:
            return index
    return None
