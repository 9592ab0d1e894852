"""Selecting text with the mouse: what is copied is what was written, not lines of the screen."""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection

from tui.app.layout.passages import blocks_of
from tui.app.layout.selecting import Field, character_at
from tui.app.layout.stack import Anchor, ItemT, Shape
from tui.app.widgets.line_view import LineView
from tui.dump.passages import passage_markdown
from tui.model import Block

_FAR = 10_000


class DraggableView(LineView[ItemT]):
    """A view whose text can be selected with the mouse, by whole words."""

    _dragged: tuple[Field, int, int] | None = None

    def offset_at(self, x: int, y: int) -> Offset:
        """The column and the line of the stack at a cell of the screen."""
        region = self.scrollable_content_region
        line = y - region.y + self.scroll_offset.y
        return Offset(max(x - region.x - self.margin, 0), max(min(line, self.stack.height - 1), 0))

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what the mouse selects."""
        self._dragged = None if selection is None else self._between(selection)
        if self._dragged is None:
            self.show_selected(None)
        else:
            field, first, last = self._dragged
            self.show_selected(field.selected(first, last))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse selected, as Markdown."""
        del selection  # lines of the screen; the text may have been laid out anew since
        if self._dragged is None:
            return None
        field, first, last = self._dragged
        return passage_markdown(field.passage(first, last)), "\n"

    def passage_selected(self) -> tuple[Block, ...]:
        """What the mouse selected, as blocks; nothing where it selected nothing."""
        if self._dragged is None:
            return ()
        field, first, last = self._dragged
        return field.passage(first, last)

    def text_select_all(self) -> None:
        """A double click selects nothing: all of an article or a thread is meant by nobody."""

    def _between(self, selection: Selection) -> tuple[Field, int, int] | None:
        """The text between two cells, and the places in it; None where there is no text.

        A drag that leaves the view ends with what is in sight.
        """
        start, end = selection.start, selection.end
        if start is None and end is None:
            return None
        top = self.scroll_offset.y
        start = start or Offset(0, top)
        end = end or Offset(_FAR, min(top + self._page, self.stack.height) - 1)
        first, last = self._text_at(start, 1), self._text_at(end - (1, 0), -1)
        if first is None or last is None or last[1] < first[1]:
            return None
        stack = self.stack
        shown = range(stack.index_at(first[1]), stack.index_at(last[1]) + 1)
        items = [stack.items[at] for at in shown if stack.shapes[at] == Shape.OPEN]
        field = Field([(item.key, blocks_of(item)) for item in items])
        return (field, field.place(first[0]), field.place(last[0])) if field else None

    def _text_at(self, offset: Offset, way: int) -> tuple[Anchor, int] | None:
        """The text at a cell, else the nearest one on the way; and its line."""
        stack = self.stack
        x, y = offset
        while 0 <= y < stack.height:
            line, index = stack.line(y), stack.index_at(y)
            if line is not None and line.length and stack.shapes[index] == Shape.OPEN:
                return Anchor(stack.items[index].key, character_at(line, max(x, 0))), y
            x, y = (0 if way > 0 else _FAR), y + way
        return None
