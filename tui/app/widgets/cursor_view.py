"""A line view with a cursor that goes from item to item."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual import events
from textual.message import Message

from tui.app.layout.stack import Anchor, ItemT, Stack
from tui.app.widgets.line_view import LineView

_AIR = 2


class CursorView(LineView[ItemT]):
    """A view whose cursor is an item, known by its key.

    The cursor's item keeps its row through folds, reloads and other widths; where it is gone,
    `fallback` names the item that takes the cursor.
    """

    class Chosen(Message):
        """An item was chosen with the mouse a second time."""

    def __init__(self, *, max_text: int, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(max_text=max_text, id=id)
        self.cursor_key: str | None = None
        self._seen_height = 0
        self._stays_in_sight = False

    @property
    def cursor(self) -> int | None:
        """The index of the cursor's item, or None where there is none."""
        return None if self.cursor_key is None else self.stack.index_of(self.cursor_key)

    @property
    def current(self) -> ItemT | None:
        """The cursor's item."""
        return None if self.cursor is None else self.stack.items[self.cursor]

    def can_hold_cursor(self, _item: ItemT) -> bool:
        """Whether the cursor may be on an item."""
        return True

    def fallback(self) -> str | None:
        """The key of the item that takes the cursor where its own is gone."""
        return next((item.key for item in self.shown_items() if self.can_hold_cursor(item)), None)

    def shown_items(self) -> Iterator[ItemT]:
        """The items that take any line."""
        stack = self.stack
        return (item for at, item in enumerate(stack.items) if stack.is_shown(at))

    def show_stack(self, stack: Stack[ItemT]) -> None:
        """Show another stack; the cursor stays where it is if its item is still there."""
        super().show_stack(stack)
        if self.cursor is None or not self.stack.is_shown(self.cursor):
            self.cursor_key = self.fallback()
            self.bring_into_sight()

    def place(self) -> tuple[int, Anchor | None]:
        """The cursor's row while it is in sight, else the top row."""
        if self.cursor is not None and self.cursor_key is not None:
            row = self.stack.top(self.cursor) - self.scroll_offset.y
            if 0 <= row < self._page:
                return row, Anchor(self.cursor_key)
        return super().place()

    def before_resize(self) -> None:
        """Know whether the cursor was in sight in the view's former height."""
        seen, self._seen_height = self._seen_height, self._page
        row = -1 if self.cursor is None else self.stack.top(self.cursor) - self.scroll_offset.y
        self._stays_in_sight = 0 <= row < seen

    def after_resize(self) -> None:
        """A cursor that was in sight stays in sight, also where the view has become lower."""
        if self._stays_in_sight and self.cursor is not None:
            row = self.stack.top(self.cursor) - self.scroll_offset.y
            height = self.stack.bottom(self.cursor) - self.stack.top(self.cursor)
            if row < 0 or row + min(height, self._page) > self._page:
                self.bring_into_sight()

    def move_to(self, index: int | None) -> None:
        """Put the cursor on an item and scroll just enough to show it."""
        if index is None or not 0 <= index < len(self.stack.items):
            return
        if not self.can_hold_cursor(self.stack.items[index]):
            return
        key, self.cursor_key = self.cursor_key, self.stack.items[index].key
        self.bring_into_sight()
        if key != self.cursor_key:
            self.refresh()
        self.tell_moved()

    def draw_focus(self) -> None:
        """Draw the head of the cursor's item, which the focus lights."""
        if self.cursor is not None:
            self.refresh_item(self.cursor, lines=1)

    def bring_into_sight(self) -> None:
        """Scroll so that the cursor's item is shown, with some air; a tall one from its start."""
        if self.cursor is None:
            return
        top, bottom = self.stack.top(self.cursor), self.stack.bottom(self.cursor)
        first = self.scroll_offset.y
        if bottom - top > self._page - 2 * _AIR:
            self.scroll_lines_to(max(top - 1, 0))  # wherever it was, so that it stands still
        elif top - _AIR < first:
            self.scroll_lines_to(max(top - _AIR, 0))
        elif bottom + _AIR > first + self._page:
            self.scroll_lines_to(bottom + _AIR - self._page)

    def step(self, by: int, start: int | None = None) -> int | None:
        """The index of the next item that is shown and can hold the cursor, or None."""
        at = self.cursor if start is None else start
        index = (at if at is not None else -1) + by
        while 0 <= index < len(self.stack.items):
            if not self.stack.is_shown(index):
                index = self._next_shown(index, by)
            elif self.can_hold_cursor(self.stack.items[index]):
                return index
            else:
                index += by
        return None

    def _next_shown(self, index: int, by: int) -> int:
        """The nearest shown item, past all that a fold hides at once."""
        if by > 0:
            y = self.stack.top(index)
            return self.stack.index_at(y) if y < self.stack.height else len(self.stack.items)
        return self.stack.index_at(self.stack.top(index) - 1) if self.stack.top(index) else -1

    def _steps(self, by: int) -> int | None:
        """The index so many steps on as the count before the key says, as far as it goes."""
        found = None
        for _ in range(self.take_count()):
            index = self.step(by, found)
            if index is None:
                break
            found = index
        return found

    def action_next(self) -> None:
        """To the next item; from the last one, to its end."""
        index = self._steps(1)
        if index is None:
            self.scroll_lines_to(self.stack.height)
        self.move_to(index)

    def action_previous(self) -> None:
        """To the item before; from the first one, to the top."""
        index = self._steps(-1)
        if index is None:
            self.scroll_lines_to(0)
        self.move_to(index)

    def action_top(self) -> None:
        """To the first item."""
        self.move_to(self.step(1, -1))
        self.scroll_lines_to(0)

    def action_bottom(self) -> None:
        """To the last item."""
        self.move_to(self.step(-1, len(self.stack.items)))

    def scroll_by(self, lines: int) -> None:
        """Scroll by lines; a cursor that leaves the view moves to the item that comes into it."""
        super().scroll_by(lines)
        if self.cursor is None:
            return
        first, last = self.scroll_offset.y, self.scroll_offset.y + self._page - 1
        if first < self.stack.bottom(self.cursor) - 1 and self.stack.top(self.cursor) <= last:
            return
        index = self.stack.index_at(first + 1 if lines > 0 else last - 1)
        if self.can_hold_cursor(self.stack.items[index]):
            self.cursor_key = self.stack.items[index].key
            self.refresh()
            self.tell_moved()

    def gutter_mark(self, line_number: int) -> str:
        """A bar beside the cursor's item."""
        return f"{self.glyphs.cursor} " if self._on_cursor(line_number) else ""

    def _on_cursor(self, line_number: int) -> bool:
        return self.cursor is not None and (
            self.stack.top(self.cursor) <= line_number < self.stack.bottom(self.cursor) - 1
        )

    def _highlight(self, line_number: int) -> Style | None:
        if self.cursor is not None and line_number == self.stack.top(self.cursor):
            name = "line--cursor-head" if self.has_focus else "line--cursor-head-idle"
            return self.get_component_rich_style(name, partial=True)
        return None

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to what was clicked; a second click chooses it."""
        if event.style.meta.get("href"):
            return
        index = self.stack.index_at(event.y + self.scroll_offset.y)
        if index == self.cursor and event.y + self.scroll_offset.y == self.stack.top(index):
            self.post_message(self.Chosen())
        self.move_to(index)
