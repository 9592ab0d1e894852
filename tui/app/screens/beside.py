"""A list with what is under its cursor beside it, or in its place where the screen is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.app.layout.texts import ReadItem
from tui.app.screens.lists import ListScreen, RowList
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.reading_view import ReadingView

BESIDE = 100
"""From this many columns on, list and text stand side by side."""


class BesideScreen(ListScreen):
    """A list whose rows can be read whole."""

    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (BESIDE, "-double")]  # noqa: RUF012 -- Textual's

    def compose(self) -> ComposeResult:
        """The title, the rows beside the text, the keys."""
        rows = self.make_list()
        rows.when_moved = self.show_text
        yield TitleBar(self.heading, "Rejoinder")
        with Horizontal(id="list-body"):
            yield rows
            yield ReadingView(id="list-text")
        yield KeyBar(self.services.keymap)

    def make_list(self) -> RowList:
        """The list."""
        return RowList()

    def texts(self, key: str) -> Sequence[ReadItem]:
        """What is to be read of a row; nothing for a row that is none."""
        del key
        return ()

    def rows_shown(self) -> None:
        """Show the text of the row that the cursor is on now."""
        self.show_text()

    def show_text(self) -> None:
        """Show what is under the cursor."""
        if self.is_mounted:
            row = self.query_one(RowList).current
            view = self.query_one(ReadingView)
            view.show_texts(self.texts(row.key) if row is not None else ())

    def action_read(self) -> None:
        """Go to the text, to scroll it, and back to the list."""
        rows, view = self.query_one(RowList), self.query_one(ReadingView)
        reads = self.focused is not view
        self.set_class(reads, "-reads")
        self.set_focus(view if reads else rows)

    def leave_text(self) -> bool:
        """Go back to the list; whether that was not where one was."""
        reads = self.has_class("-reads")
        if reads:
            self.action_read()
        return reads
