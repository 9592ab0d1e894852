"""The comments as a view with a cursor: what is shown of a thread, and going to a comment of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from textual.message import Message

from tui.app.layout.comments import CommentItem, DraftItem, ThreadItem
from tui.app.layout.look import Look
from tui.app.layout.stack import Stack
from tui.app.layout.thread import DraftNode
from tui.app.reading import Reading
from tui.app.widgets.cursor_view import CursorView
from tui.model import Page, Thread

MAX_TEXT = 72
"""The widest text column of the comments, in cells."""

_NARROW = 60
_FEW = 50
"""So many comments are looked up one by one; of more, all lines are made anew."""


class ThreadView(CursorView[ThreadItem]):
    """Shows a page's comments and the drafts among them."""

    class Jumping(Message):
        """The cursor is about to leave a comment for one that may be far away.

        Attributes:
            key: The comment's key.
        """

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class MarksChanged(Message):
        """What was read, or something else that is told beside comments, has changed."""

    def __init__(self, page: Page, *, max_text: int = MAX_TEXT) -> None:
        super().__init__(max_text=max_text, id="thread")
        self.reading = Reading(page)
        self._displaced: tuple[str | None, str | None] | None = None
        """The key that folds or a filter took the cursor from, and the one it then went to."""

    @property
    def thread(self) -> Thread:
        """The page's thread, perhaps empty."""
        return self.reading.thread

    def make_items(self) -> Sequence[ThreadItem]:
        """The counts, the comments and the drafts, whatever is folded."""
        self.reading.indent_by(1 if self.screen.size.width < _NARROW else 2)
        return self.reading.rows.items

    def shaped(self, stack: Stack[ThreadItem]) -> Stack[ThreadItem]:
        """A stack with what is folded and what a filter leaves."""
        shapes = self.shapes()[stack.first : stack.first + len(stack.items)]
        return stack.shaped(shapes, self.reading.brief)

    def shapes(self) -> bytes:
        """How each item is shown."""
        return self.reading.shapes()

    def can_hold_cursor(self, item: ThreadItem) -> bool:
        """Sentences of the program are not for the cursor."""
        return isinstance(item, CommentItem | DraftItem)

    def show_drafts(self, drafts: Sequence[DraftNode], yours: frozenset[str] = frozenset()) -> None:
        """Show other drafts, or the same with other words.

        Args:
            drafts: The drafts.
            yours: The keys of the comments that drafts became.
        """
        if yours != self.reading.yours:
            self.reading.yours = yours
            self.show_marks()
        if list(drafts) != list(self.reading.drafts):
            self.reading.show_drafts(drafts)
            self.relayout()

    def show_page(self, page: Page, moved: Mapping[str, str]) -> None:
        """Show a page that was read again; comments are known by their keys.

        A cursor whose comment is gone goes to the nearest one above it, else before it.

        Args:
            page: The page as it is now.
            moved: The new keys of comments whose keys changed, by their old ones.
        """
        reading, own = self.reading, self._own_item
        index = self._comment_of(own)
        near: list[str] = []
        if index is not None:
            before = reading.arranged.order[: reading.arranged.ranks[index]]
            chain = (index, *reading.thread.ancestors(index), *reversed(before))
            near = [moved.get(key, key) for key in map(reading.key, chain)]
        self.hold_place(moved)
        reading.show_page(page, moved)
        places = map(reading.thread.index_of, near)
        place = next((each for each in places if each is not None), None)
        if place is not None and not isinstance(own, DraftItem):
            self.cursor_key = reading.key(reading.visible(place))
            self._displace(reading.key(place))
        self.relayout()

    def restore_place(self, folded: Iterable[str], comment: str | None) -> None:
        """Fold and go where the reader was the last time."""
        found = self.reading.indexes(folded)
        if found != self.reading.folded:
            self.fold(found)
        index = self.thread.index_of(comment) if comment else None
        place = None if index is None else self.position_of(index)
        if place is not None:
            self.cursor_key = None  # nobody read the comment that it is on when a page opens
            self.move_to(place)

    # Its look

    def show_look(self, look: Look) -> None:
        """Show the thread in another look, keeping the place."""
        if self.reading.show_look(look):
            self.glyphs = look.glyphs
            if self.is_attached:
                self.relayout(anew=True)

    def show_answered(self, key: str | None) -> None:
        """Tell which comment is being answered, or that none is."""
        if key != self.reading.answering:
            was, self.reading.answering = self.reading.answering, key
            keys = {each for each in (was, key) if each is not None}
            self.stack.forget_lines(keys)
            for index in map(self.stack.index_of, keys):
                if index is not None:
                    self.refresh_item(index)

    # The cursor

    def position_of(self, index: int) -> int | None:
        """Where a comment is in the stack."""
        return self.stack.index_of(self.reading.key(index))

    @property
    def comment(self) -> int | None:
        """The index in the thread of the cursor's comment; of a draft, the one it answers."""
        return self._comment_of(self.current)

    def _comment_of(self, item: ThreadItem | None) -> int | None:
        if isinstance(item, DraftItem):
            node = next(node for node in self.reading.drafts if node.id == item.draft_id)
            return self.thread.index_of(node.parent) if node.parent else None
        return item.index if isinstance(item, CommentItem) else None

    @property
    def own_key(self) -> str | None:
        """Where the reader put the cursor, though a fold or a filter may show it elsewhere."""
        if self._displaced is not None and self._displaced[1] == self.cursor_key:
            return self._displaced[0]
        return self.cursor_key

    @property
    def _own_item(self) -> ThreadItem | None:
        at = None if self.own_key is None else self.stack.index_of(self.own_key)
        return None if at is None else self.stack.items[at]

    def _displace(self, own: str | None) -> None:
        """Keep where the reader put the cursor, if it is elsewhere now."""
        self._displaced = None if own in (None, self.cursor_key) else (own, self.cursor_key)

    def stay(self) -> None:
        """Take the place where the cursor is for the reader's own."""
        self._displaced = None

    @property
    def is_at_first(self) -> bool:
        """Whether the cursor is where it is when a page opens."""
        return self.cursor_key in (None, self.fallback())

    @property
    def position(self) -> str:
        """Which comment the cursor is on, and how deep."""
        index = self.comment
        if index is None:
            hides_all = 0 < len(self.thread) == len(self.reading.hidden)
            return "none shown" if hides_all else ""
        place = f"{self.reading.arranged.ranks[index] + 1} of {len(self.thread)}"
        depth = self.thread.depths[index]
        return f"level {depth + 1} · {place}" if depth else place

    def go_to(self, index: int) -> None:
        """Put the cursor on a comment; the folds and the filter that hide it give way."""
        reading = self.reading
        if index in reading.hidden:
            chain = reading.hidden & {index, *self.thread.ancestors(index)}
            reading.show_only(reading.context | (chain - {index}), reading.hidden - chain)
            self.reshape()
        folded = self.reading.unfolded_to(index)
        if folded != self.reading.folded:
            self.fold(folded)
        self.move_to(self.position_of(index))

    def jump_to(self, index: int | None) -> None:
        """Go to a comment, which one can come back from; nowhere where there is none."""
        if index is not None and index != self.comment:
            if self.comment is not None:
                self.post_message(self.Jumping(self.reading.key(self.comment)))
            self.go_to(index)

    def go_by(self, move: Callable[[int], int | None], *, jump: bool = False) -> None:
        """Go by a move, as often as the count before the key says, as far as it leads."""
        start = self.comment
        found = start
        for _ in range(self.take_count()):
            further = None if found is None else move(found)
            if further is None:
                break
            found = further
        if found is not None and found != start:
            if jump:
                self.jump_to(found)
            else:
                self.go_to(found)

    def show_match(self) -> None:
        """Bring the first match in the cursor's comment into sight."""
        y = None if self.cursor is None else self.match_line(self.cursor)
        height = self.scrollable_content_region.height
        if y is not None and not 0 <= y - self.scroll_offset.y < height:
            self.scroll_lines_to(y - height // 3)

    # Folds

    def fold(self, folded: Iterable[int]) -> None:
        """Fold these comments and no others; the cursor goes to what is still shown."""
        self.reading.folded = frozenset(folded)
        self.reshape()
        self.bring_into_sight()
        self.tell_moved()

    def open_comment(self, key: str) -> None:
        """Open a comment and all folds that hide it."""
        index = self.thread.index_of(key)
        if index is not None:
            folded = self.reading.unfolded_to(index) - {index}
            if folded != self.reading.folded:
                self.fold(folded)

    def reshape(self) -> None:
        """Show the same items folded or filtered otherwise.

        The cursor goes to what is shown in place of its comment, and comes back once that is
        shown again, unless the reader has gone elsewhere.
        """
        own, item = self.own_key, self._own_item
        index = self._comment_of(item)
        if index is not None:
            shown = self.reading.visible(index)
            is_in_fold = isinstance(item, DraftItem) and shown in self.reading.folded
            is_hidden = shown != index or is_in_fold
            self.cursor_key = self.reading.key(shown) if is_hidden else own
        self.show_stack(self.shaped(self.stack))
        self._displace(own)

    # What was read

    def show_marks(self, changed: Collection[int] | None = None) -> None:
        """Draw what was read, as it is now.

        Args:
            changed: The comments that were marked otherwise before; None where that can be any.
        """
        if changed is None or len(changed) > _FEW:
            self.stack.forget_lines()
        else:  # and the folds above them, which count what is new
            above = (up for index in changed for up in self.thread.ancestors(index))
            self.stack.forget_lines(self.reading.keys((*changed, *above)))
        self.refresh()
        self.post_message(self.MarksChanged())

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the cursor's item, and whether a comment was read beside its head."""
        bar = super().gutter_mark(line_number)
        index = self.stack.index_at(line_number)
        item = self.stack.items[index]
        if not isinstance(item, CommentItem) or line_number != self.stack.top(index):
            return bar
        return (bar[:1] or " ") + self.glyphs.of_state(self.reading.marks.state(item.index))
