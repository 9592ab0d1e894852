"""A list of all comments, the newest first, to go to one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.app.dialogs.typing import TypingScreen
from tui.app.layout.rows import NewestRow
from tui.app.reading import Reading
from tui.app.widgets.cursor_view import CursorView
from tui.app.widgets.line_input import LineInput

_WIDTH = 160
_ROWS = 500
"""So many rows are made at once, so that the list of a long thread opens at once."""

_SOME = 2_000
"""Threads with fewer comments are searched at once; larger ones in a thread."""

Finder = Callable[[str], Collection[int] | None]
"""Gives the indexes of the comments that hold some words; None where there are no words."""


class NewestList(CursorView[NewestRow]):
    """The rows; the line to type in keeps the focus."""

    can_focus = False

    def __init__(self, reading: Reading, order: Sequence[int]) -> None:
        super().__init__(max_text=_WIDTH, id="newest-list")
        self.glyphs = reading.look.glyphs
        self._reading = reading
        self._order = order
        self._made = _ROWS

    def make_items(self) -> Sequence[NewestRow]:
        """A row for each of the comments that one has come near to."""
        comments, look = self._reading.thread.comments, self._reading.look
        return [NewestRow(comments[index], index, look) for index in self._order[: self._made]]

    def on_stack_view_moved(self) -> None:
        """Make more rows where the end of those that there are comes near."""
        last = self.scroll_offset.y + 2 * self.scrollable_content_region.height
        if last > self._made < len(self._order):
            self._made *= 4
            self.relayout()

    def show_order(self, order: Sequence[int]) -> None:
        """List other comments; the cursor goes to the first of them."""
        self._order = order
        self._made = _ROWS
        self.cursor_key = None
        self.relayout()
        self.scroll_lines_to(0)

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the cursor's row, and whether each comment was read."""
        row = self.stack.items[line_number]
        bar = self.glyphs.cursor if row.key == self.cursor_key else " "
        return bar + self.glyphs.of_state(self._reading.marks.state(row.index))


class NewestDialog(TypingScreen[int | None]):
    """Lists comments; gives the index of the chosen one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "row('next')", show=False),
        Binding("up", "row('previous')", show=False),
        Binding("pagedown", "row('page_on')", show=False),
        Binding("pageup", "row('page_back')", show=False),
    ]

    def __init__(self, reading: Reading, order: Sequence[int], find: Finder) -> None:
        """A list.

        Args:
            reading: The thread as it is read.
            order: The indexes of its comments, the newest first.
            find: Gives those that hold what is typed.
        """
        super().__init__()
        self._reading = reading
        self._order = order
        self._find = find

    def compose(self) -> ComposeResult:
        """A line to type in, and the rows."""
        with Vertical(id="newest", classes="dialog"):
            yield Static(self._title(len(self._order)), id="newest-title", classes="dialog-title")
            yield LineInput(placeholder="Type to filter: words, or an author")
            yield NewestList(self._reading, self._order)
            yield Static("enter goes there · ↑ ↓ choose · esc closes", classes="dialog-keys")

    def _title(self, listed: int) -> Content:
        """How many comments are listed."""
        marks, whole = self._reading.marks, len(self._order)
        some = f"{listed} of {whole}" if listed < whole else str(whole)
        new = f", {marks.new} new" if marks.new else ""
        return Content(f"Newest comments · {some}{new}")

    def action_row(self, way: str) -> None:
        """Go to another row."""
        rows = self.query_one(NewestList)
        getattr(rows, f"action_{way}")()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if len(self._order) < _SOME:
            self._show(self._find(event.value))
        else:
            self._seek(event.value)

    @work(thread=True, exclusive=True, group="newest")
    def _seek(self, needle: str) -> None:
        found = self._find(needle)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Collection[int] | None) -> None:
        order = self._order
        if found is not None:
            held = frozenset(found)
            order = [index for index in order if index in held]
        self.query_one(NewestList).show_order(order)
        self.query_one("#newest-title", Static).update(self._title(len(order)))

    @on(Input.Submitted)
    @on(CursorView.Chosen)
    def _chosen(self, event: Message) -> None:
        event.stop()
        row = self.query_one(NewestList).current
        if row is not None:
            self.dismiss(row.index)
