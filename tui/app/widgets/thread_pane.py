"""The comments: one line-rendering widget over the thread's items, with a cursor and folds."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.message import Message

from tui.app.actions import Scope, bindings
from tui.app.layout.comments import DraftItem, ThreadItem
from tui.app.layout.stack import Anchor, Shape
from tui.app.widgets.dragging import DraggableView
from tui.app.widgets.selection import Selecting
from tui.app.widgets.thread_marks import ThreadMarks
from tui.model import Comment


class ThreadPane(ThreadMarks, DraggableView[ThreadItem]):  # looks come from the first base
    """The pane with the comments: what its keys ask of the screen around it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.THREAD)
    scope = Scope.THREAD

    class ReplyAsked(Message):
        """A reply to a comment was asked for."""

        def __init__(self, comment: Comment, *, quoted: bool) -> None:
            super().__init__()
            self.comment = comment
            self.quoted = quoted

    class DiscardAsked(Message):
        """A draft was chosen to be discarded."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class AnsweredAsked(Message):
        """What a draft answers was asked for, as it was and as it is."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class VersionsAsked(Message):
        """The earlier versions of a draft were asked for."""

        def __init__(self, draft_id: str) -> None:
            super().__init__()
            self.draft_id = draft_id

    class BrowserAsked(Message):
        """A comment was asked for in the browser.

        Attributes:
            comment: The comment.
            link: The number, from 1, of the link in it that is meant instead, or None.
        """

        def __init__(self, comment: Comment, link: int | None = None) -> None:
            super().__init__()
            self.comment = comment
            self.link = link

    class AuthorAsked(Message):
        """Something was asked for all that an author wrote.

        Attributes:
            author: The author, or None where the page names none.
            wish: `only` to show nothing else, `mute` to fold it.
        """

        def __init__(self, author: str | None, wish: Literal["only", "mute"]) -> None:
            super().__init__()
            self.author = author
            self.wish = wish

    def go_to_draft(self, draft_id: str) -> None:
        """Put the cursor on a draft."""
        self.move_to(self.stack.index_of(f"draft:{draft_id}"))

    def selecting(self) -> Selecting | None:
        """A selection that begins with the comment's text; None where none is shown."""
        index = None if self.comment is None else self.position_of(self.comment)
        if index is None or self.stack.shapes[index] != Shape.OPEN:
            return None
        selecting = Selecting(self, index, index, Anchor(self.stack.items[index].key))
        return selecting if selecting.field else None

    def comment_selected(self) -> int | None:
        """The comment in which a selection by the mouse begins, or None where there is none."""
        if not self.passage_selected() or self.selected is None:
            return None
        return self.thread.index_of(self.selected.first.key)

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

    def _ask_author(self, wish: Literal["only", "mute"]) -> None:
        if self.comment is not None:
            self.post_message(self.AuthorAsked(self.thread.comments[self.comment].author, wish))

    def action_author_only(self) -> None:
        """Show only what the author of the comment wrote."""
        self._ask_author("only")

    def action_mute(self) -> None:
        """Mute the author of the comment."""
        self._ask_author("mute")

    def action_edit(self) -> None:
        """Go on writing a draft."""
        if isinstance(self.current, DraftItem):
            self.ask(self.DraftChosen(self.current.draft_id))

    def action_discard(self) -> None:
        """Discard a draft."""
        if isinstance(self.current, DraftItem):
            self.post_message(self.DiscardAsked(self.current.draft_id))

    def action_answered(self) -> None:
        """Show what a draft answers."""
        if isinstance(self.current, DraftItem):
            self.post_message(self.AnsweredAsked(self.current.draft_id))

    def action_versions(self) -> None:
        """List the earlier versions of a draft."""
        if isinstance(self.current, DraftItem):
            self.post_message(self.VersionsAsked(self.current.draft_id))

    def action_comment_browser(self) -> None:
        """Open the comment in the browser; with a count, the link of that number in it."""
        link = self.take_count() if self.has_count else None
        if self.comment is not None:
            self.post_message(self.BrowserAsked(self.thread.comments[self.comment], link))
