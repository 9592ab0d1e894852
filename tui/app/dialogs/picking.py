"""A list of rows that are sifted by typing, for dialogs that let one be picked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.layout.glyphs import Glyphs
from tui.app.layout.stack import ItemT
from tui.app.widgets.cursor_view import CursorView

WIDTH = 160
"""The widest row, in cells."""


class PickList(CursorView[ItemT]):
    """Rows of a line each, with a cursor."""

    def __init__(self, rows: Sequence[ItemT], glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 -- Textual's
        super().__init__(max_text=WIDTH, id=id)
        self.glyphs = glyphs
        self._rows = rows

    def make_items(self) -> Sequence[ItemT]:
        """The rows that are listed."""
        return self._rows

    def show_rows(self, rows: Sequence[ItemT]) -> None:
        """List other rows; the cursor goes to the first of them."""
        self._rows = rows
        self.cursor_key = None
        self.relayout()
        self.scroll_lines_to(0)

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the cursor's row."""
        here = self.stack.index_at(line_number) == self.cursor
        return f"{self.glyphs.cursor} " if here else ""
