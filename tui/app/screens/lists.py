"""Lists that fill the screen: rows to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.app.actions import Scope
from tui.app.layout.comments import MessageItem
from tui.app.layout.rows import ListRow
from tui.app.messages import BackAsked
from tui.app.services import Services
from tui.app.styles import SCREENS
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.cursor_view import CursorView
from tui.errors import RejoinderError

_WIDTH = 80


class RowList(CursorView[ListRow | MessageItem]):
    """Rows with a cursor."""

    def __init__(self) -> None:
        super().__init__(max_text=_WIDTH, id="rows")
        self.rows: Sequence[ListRow | MessageItem] = ()

    def make_items(self) -> list[ListRow | MessageItem]:
        """The rows."""
        return list(self.rows)

    def can_hold_cursor(self, item: ListRow | MessageItem) -> bool:
        """Sentences are not for choosing."""
        return isinstance(item, ListRow)

    def show_rows(self, rows: Sequence[ListRow | MessageItem]) -> None:
        """Show other rows."""
        self.rows = rows
        self.relayout()


class ListScreen(Screen[None]):
    """A title, rows and the keys that apply."""

    CSS_PATH = SCREENS
    scope = Scope.LIBRARY
    heading = ""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleBar(self.heading, "Rejoinder")
        yield RowList()
        yield KeyBar(self.services.keymap)

    def on_mount(self) -> None:
        """Read the rows in a thread."""
        self.query_one(KeyBar).show((self.scope, Scope.APP))
        self.query_one(RowList).focus()
        self.read_rows()

    def on_screen_resume(self) -> None:
        """Read them again, for they may have changed."""
        if self.is_mounted:
            self.read_rows()

    @work(thread=True, exclusive=True, group="rows")
    def read_rows(self) -> None:
        """Read the rows and show them, unless they are being read once more by then."""
        try:
            rows = self.make_rows()
        except RejoinderError as error:
            rows = [MessageItem("error", str(error))]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, rows)

    def _show(self, rows: list[ListRow | MessageItem]) -> None:
        if self.is_attached:  # else it was left meanwhile
            self.query_one(RowList).show_rows(rows)
            self.rows_shown()

    def rows_shown(self) -> None:
        """The rows were read and are shown."""

    def make_rows(self) -> list[ListRow | MessageItem]:
        """The rows, from disk; runs in a thread."""
        return []

    def choose(self, key: str) -> None:
        """A row was chosen."""

    def on_cursor_view_chosen(self) -> None:
        """A second click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        row = self.query_one(RowList).current
        if row is not None:
            self.choose(row.key)

    def action_next(self) -> None:
        """To the next row."""
        self.query_one(RowList).action_next()

    def action_previous(self) -> None:
        """To the row before."""
        self.query_one(RowList).action_previous()

    def action_top(self) -> None:
        """To the first row."""
        self.query_one(RowList).action_top()

    def action_bottom(self) -> None:
        """To the last row."""
        self.query_one(RowList).action_bottom()

    def action_go_back(self) -> None:
        """Go back."""
        self.post_message(BackAsked())


def minute(at: datetime) -> str:
    """A moment to the minute, by this computer's clock."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
