"""A page's thread as the rows of a screen: comments and drafts, and how each is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tui.app.layout.comments import CommentItem, ThreadItem
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.stack import Shape
from tui.app.layout.thread import (
    DraftNode,
    ThreadRows,
    comment_items,
    shapes_of,
    thread_rows,
)
from tui.model import Page
from tui.reading.arrangement import Order
from tui.reading.state import ThreadState
from tui.reading.states import ReadState


class Reading(ThreadState):
    """The state of reading one thread, without a widget.

    Attributes:
        drafts: The drafts of the page.
        look: How the reader wants to see the thread.
        answering: The key of the comment that is being answered, or None.
        yours: The keys of the comments that drafts became.
    """

    def __init__(self, page: Page, step: int = 2) -> None:
        super().__init__(page)
        self.drafts: Sequence[DraftNode] = ()
        self.look = PLAIN
        self.answering: str | None = None
        self.yours: frozenset[str] = frozenset()
        self._step = step
        self._build()

    def _build(self) -> None:
        """Build all items anew when they are asked for."""
        self._comments: Sequence[CommentItem] | None = None
        self._rows: ThreadRows | None = None

    @property
    def rows(self) -> ThreadRows:
        """All items, whatever is folded."""
        if self._comments is None:
            self._comments = comment_items(self.thread, self._step, self.look)
        if self._rows is None:
            self._rows = thread_rows(
                self.page.thread, self.arranged, self._comments, self.drafts, self._step, self.look
            )
        return self._rows

    @property
    def is_empty(self) -> bool:
        """Whether there are no comments and no drafts, and the page knows of none elsewhere."""
        thread = self.page.thread
        is_silent = thread is None or not (thread.remote or thread.more or thread.stated_count)
        return is_silent and not len(self.thread) and not self.drafts

    def show_page(self, page: Page, moved: Mapping[str, str]) -> None:
        """Read another state of the page; folds go by the comments' keys."""
        super().show_page(page, moved)
        self._build()

    def show_drafts(self, drafts: Sequence[DraftNode]) -> None:
        """Show other drafts, or the same with other words."""
        self.drafts = drafts
        self._rows = None

    def indent_by(self, step: int) -> bool:
        """Indent a level by so many columns; whether that is another number than before."""
        if step == self._step:
            return False
        self._step = step
        self._build()
        return True

    def show_look(self, look: Look) -> bool:
        """Lay the thread out in another look; whether it is another one than before."""
        if look == self.look:
            return False
        self.look = look
        self._build()
        return True

    def sort(self, order: Order) -> None:
        """Put replies to the same comment in another order."""
        super().sort(order)
        self._rows = None

    # What is shown

    def shapes(self) -> bytes:
        """The shape of each item."""
        return shapes_of(self.rows, self.folded, self.hidden, self.context)

    def brief(self, item: ThreadItem, shape: Shape) -> ThreadItem:
        """An item with what is true of it at the moment; a folded one also with what it hides."""
        if not isinstance(item, CommentItem):
            return item
        signs = self._signs(item)
        if shape is not Shape.FOLDED:
            return replace(item, shape=shape, signs=signs) if signs or shape else item
        return replace(
            item,
            shape=shape,
            new=self.marks.new_in(item.index),
            drafts=self.rows.drafts_in(item.index),
            signs=signs,
        )

    def _signs(self, item: CommentItem) -> tuple[str, ...]:
        signs = []
        if item.key == self.answering:
            signs.append("answering")
        if item.key in self.yours and not self.look.is_own(item.comment.author):
            signs.append("yours")
        if self.marks.state(item.index) is ReadState.NEW:
            signs.append(f"{self.look.glyphs.new} new")
        if item.index in self.muted:
            signs.append("muted")
        return tuple(signs)
