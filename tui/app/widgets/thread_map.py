"""The thread map: a line a comment, beside wide layouts; shows where one is and takes clicks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from textual.message import Message

from tui.app.layout.rows import MapRow
from tui.app.layout.stack import Shape, Stack
from tui.app.reading import Reading
from tui.app.widgets.cursor_view import CursorView
from tui.reading.states import ReadState

_WIDTH = 24
_NEW, _SEEN = (bytes((state,)) for state in (ReadState.NEW, ReadState.SEEN))


class ThreadMap(CursorView[MapRow]):
    """Shows the whole thread in little, folds or not.

    Its rows are built when it comes into sight. What is read, folded or filtered is looked up only
    for the rows that are drawn.
    """

    can_focus = False

    class Picked(Message):
        """A comment was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(max_text=_WIDTH, id="map")
        self._reading: Reading | None = None
        self._shown: tuple[object, ...] = ()
        self._hiding: tuple[object, ...] = ()
        self._followed: str | None = None
        self._stale = False
        self._marks: bytes | None = None

    # Its rows

    def show_reading(self, reading: Reading) -> None:
        """Show a thread as it is read: its order, its drafts, its look."""
        drafted = frozenset(node.parent for node in reading.drafts)
        shown = (reading.arranged, reading.look.glyphs, drafted)
        if shown != self._shown:
            self._reading, self._shown = reading, shown
            self.glyphs = reading.look.glyphs
            self._stale = True
            if self.size.width:
                self.relayout()

    @property
    def is_outdated(self) -> bool:
        """Whether the rows are to be built, now that they come into sight."""
        return self._stale or super().is_outdated

    def make_items(self) -> Sequence[MapRow]:
        """A row a comment, in the order of the thread."""
        reading = self._reading
        if reading is None or not self._stale:
            return self.stack.items
        self._stale = False
        self._marks = None
        thread, glyphs = reading.thread, reading.look.glyphs
        drafted = {node.parent for node in reading.drafts}
        return [
            MapRow(comment, thread.depths[index], comment.key in drafted, index, glyphs)
            for index in reading.arranged.order
            for comment in (thread.comments[index],)
        ]

    def shaped(self, stack: Stack[MapRow]) -> Stack[MapRow]:
        """The rows with what is true of them when they are drawn."""
        return stack.shaped(bytes(len(stack.items)), self._drawn)

    def _drawn(self, row: MapRow, _shape: Shape) -> MapRow:
        reading = self._reading
        if reading is None:
            return row
        is_root = row.comment.parent is None
        tally = self._tally(reading, row.index) if is_root else ""
        return replace(row, away=not reading.is_shown(row.index), tally=tally)

    def _tally(self, reading: Reading, root: int) -> str:
        """How many comments of a conversation are new; where none is, how many are not read."""
        if self._marks is None:
            self._marks = reading.marks.arranged(reading.arranged)
        first, last = reading.arranged.ranks[root], reading.arranged.end(root)
        for sign, glyph in ((_NEW, self.glyphs.new), (_SEEN, self.glyphs.seen)):
            number = self._marks.count(sign, first, last)
            if number:
                return f"{glyph}{number}"
        return ""

    # Following the thread

    def show_marks(self) -> None:
        """Draw what was read, folded and filtered, as it is now."""
        self._marks = None
        self.stack.forget_lines()
        self.refresh()

    def follow(self, key: str | None) -> None:
        """Mark the comment that the thread's cursor is on, and show what folds and filters hide."""
        reading = self._reading
        hiding = (reading.folded, reading.hidden) if reading else ()
        if any(now is not before for now, before in zip(hiding, self._hiding, strict=False)):
            self.show_marks()
        self._hiding = hiding
        self._followed = key
        self._go_along()

    def show_stack(self, stack: Stack[MapRow]) -> None:
        """Show other rows, and the same comment among them."""
        super().show_stack(stack)
        self._go_along()

    def _go_along(self) -> None:
        """Put the cursor where the thread's is, as soon as there is a row for that comment."""
        key = self._followed
        if key is not None and key != self.cursor_key and self.stack.index_of(key) is not None:
            self.cursor_key = key
            self.bring_into_sight()
            self.refresh()

    def move_to(self, index: int | None) -> None:
        """Tell which comment was clicked."""
        super().move_to(index)
        if self.cursor_key is not None:
            self.post_message(self.Picked(self.cursor_key))

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the comment that one is at, and whether each was read."""
        if self._reading is None or line_number >= len(self.stack.items):
            return ""
        row = self.stack.items[line_number]
        bar = self.glyphs.cursor if row.key == self.cursor_key else " "
        return bar + self.glyphs.of_state(self._reading.marks.state(row.index))
