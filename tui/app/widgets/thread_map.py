"""The thread map: a line a comment, beside wide layouts; shows where one is and takes clicks."""

from __future__ import annotations

from textual.message import Message

from tui.app.layout.rows import MapRow
from tui.app.widgets.cursor_view import CursorView
from tui.model import Thread

_WIDTH = 24


class ThreadMap(CursorView[MapRow]):
    """Shows the whole thread in little, folds or not."""

    can_focus = False

    class Picked(Message):
        """A comment was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(max_text=_WIDTH, id="map")
        self._rows: list[MapRow] = []

    def make_items(self) -> list[MapRow]:
        """A row a comment."""
        return self._rows

    def show_thread(self, thread: Thread, drafted: frozenset[str]) -> None:
        """Show a thread and which of its comments have drafts."""
        rows = [
            MapRow(
                thread.comments[index],
                thread.depths[index],
                thread.comments[index].key in drafted,
            )
            for index in thread.preorder
        ]
        if rows != self._rows:
            self._rows = rows
            self.relayout()

    def follow(self, key: str | None) -> None:
        """Mark the comment that the thread's cursor is on."""
        if key is not None and key != self.cursor_key and self.stack.index_of(key) is not None:
            self.cursor_key = key
            self.bring_into_sight()
            self.refresh()

    def move_to(self, index: int | None) -> None:
        """Tell which comment was clicked."""
        super().move_to(index)
        if self.cursor_key is not None:
            self.post_message(self.Picked(self.cursor_key))

    def _on_cursor(self, line_number: int) -> bool:
        return self.cursor is not None and line_number == self.stack.top(self.cursor)
