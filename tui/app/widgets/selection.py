"""A selection in the making: its two ends in a view, and how keys move the second one."""

from __future__ import annotations

from tui.app.layout.passages import blocks_of
from tui.app.layout.selecting import Field, cells_of, character_at
from tui.app.layout.stack import Anchor, ItemT
from tui.app.widgets.line_view import LineView
from tui.model import Block

_AIR = 2


class Selecting:
    """Selects text in a view by keys.

    Both ends are places in the text, so that they stay where they are at another width.
    """

    def __init__(self, view: LineView[ItemT], first: int, last: int, start: Anchor) -> None:
        """Begin with one word.

        Args:
            view: Where the text is shown.
            first: The first item of it that may be selected.
            last: The last one.
            start: Where to begin.
        """
        self.view = view
        items = view.stack.items[first : last + 1]
        self.field = Field([(item.key, blocks_of(item)) for item in items])
        self._begin = self._end = self.field.place(start)
        self._cell: int | None = None  # the column that moves by lines keep to

    def show(self) -> None:
        """Draw what is selected, and bring the end that moves into sight."""
        self.view.show_selected(self.field.selected(self._begin, self._end))
        y = self._line_of(self._end)
        height = self.view.scrollable_content_region.height
        top = self.view.scroll_offset.y
        if y < top + _AIR:
            self.view.scroll_lines_to(y - _AIR)
        elif y >= top + height - _AIR:
            self.view.scroll_lines_to(y + _AIR + 1 - height)

    def _line_of(self, place: int) -> int:
        """The line that shows a place."""
        stack = self.view.stack
        anchor = self.field.anchor(place)
        index = stack.index_of(anchor.key)
        if index is None:
            return 0
        lines = enumerate(stack.item_lines(index), stack.top(index))
        shown = [y for y, line in lines if line.length and line.at <= anchor.at]
        return shown[-1] if shown else stack.top(index)

    def stop(self) -> None:
        """Draw nothing as selected."""
        self.view.show_selected(None)

    def passage(self) -> tuple[Block, ...]:
        """What is selected."""
        return self.field.passage(self._begin, self._end)

    def swap(self) -> None:
        """Let the other end move."""
        self._go(self._begin, begin=self._end)

    def to_start(self) -> None:
        """To the first word."""
        self._go(self.field.start())

    def to_end(self) -> None:
        """To the last word."""
        self._go(self.field.end())

    def by_words(self, by: int) -> None:
        """So many words on, or back."""
        self._go(self.field.by_words(self._end, by))

    def by_sentences(self, by: int) -> None:
        """So many sentences on, or back."""
        self._go(self.field.by_sentences(self._end, by))

    def by_paragraphs(self, by: int) -> None:
        """So many paragraphs on, or back."""
        self._go(self.field.by_paragraphs(self._end, by))

    def by_lines(self, by: int) -> None:
        """So many lines on, or back, in the same column as far as there is text."""
        for _ in range(abs(by)):
            self._by_line(1 if by > 0 else -1)

    def _by_line(self, by: int) -> None:
        stack = self.view.stack
        y = self._line_of(self._end)
        cell = self._cell_of(y) if self._cell is None else self._cell
        first, last = self._line_of(self.field.start()), self._line_of(self.field.end())
        place = self.field.end() if by > 0 else self.field.start()
        y += by
        while first <= y <= last:
            line = stack.line(y)
            if line is not None and line.length:
                key = stack.items[stack.index_at(y)].key
                place = self.field.place(Anchor(key, character_at(line, cell)))
                break
            y += by
        self._go(place)
        self._cell = cell

    def _cell_of(self, y: int) -> int:
        """The column of the end that moves, in the line where it is."""
        line = self.view.stack.line(y)
        at = self.field.anchor(self._end).at
        cells = None if line is None else cells_of(line, at, at + 1)
        return 0 if cells is None else cells[0]

    def _go(self, place: int, *, begin: int | None = None) -> None:
        self._begin = self._begin if begin is None else begin
        self._end = place
        self._cell = None
        self.show()
