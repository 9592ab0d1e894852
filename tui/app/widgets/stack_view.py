"""A scrolling view of a stack, laid out for its width without losing the place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Generic

from msgspec.structs import replace
from textual import events
from textual.geometry import Size
from textual.message import Message

from tui.app.layout.stack import Anchor, ItemT, Shape, Stack
from tui.app.widgets.calm import CalmView

GUTTER = 2
"""The columns left of the text, where the cursor is drawn."""

TEXT_WIDTHS = 40, 200
"""The narrowest and the widest that a text column can be set to, in cells."""

_AT_ONCE = 300
"""So many items are measured before the next frame: some 10 ms of work."""


class StackView(CalmView, Generic[ItemT]):
    """Lays a stack out. Subclasses make its items and draw them.

    The view keeps its place by item and character, so that another width, folds or a reload leave
    the same words where they are.
    """

    class Moved(Message):
        """The view shows another part."""

    def __init__(self, *, max_text: int, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self.max_text = max_text
        self.stack: Stack[ItemT] = Stack((), max_text)
        self.when_moved: Callable[[], None] = _nothing
        """Is called at once, so that what tells of the place is drawn in the same frame."""
        self._request = 0
        self._held: Anchor | None = None

    # What is shown

    def make_items(self) -> Sequence[ItemT]:
        """What the view shows now."""
        return self.stack.items

    def shapes(self) -> bytes:
        """How each of its items is shown; empty where all are open."""
        return b""

    def shaped(self, stack: Stack[ItemT]) -> Stack[ItemT]:
        """A stack of all or some of its items as they are shown."""
        return stack

    def relayout(self, *, anew: bool = False) -> None:
        """Lay out again, keeping the place.

        Many items at a new width are measured in a thread; until that is done, those around the
        place are shown.

        Args:
            anew: Whether most items have changed, so that they are measured as at a new width.
        """
        items = self.make_items()
        width = self.text_width
        self._request += 1
        if len(items) <= _AT_ONCE or (
            self.stack.width == width and len(self.stack.items) > _AT_ONCE and not anew
        ):
            self.show_stack(self.shaped(Stack(items, width, self.stack)))
            return
        _, anchor = self.place()
        key = anchor.key if anchor else None
        middle = next((number for number, item in enumerate(items) if item.key == key), 0)
        shapes = self.shapes()
        first, last = _around(middle, len(items), shapes)
        part = Stack(items[first:last], width, first=first, shapes=shapes[first:last])
        self.show_stack(self.shaped(part))
        measure = partial(self._measure, items, width, self._request)
        self.call_after_refresh(self._begin, measure, self._request)

    def _begin(self, measure: Callable[[], None], request: int) -> None:
        """Measure in a thread, now that the first part is drawn."""
        if request == self._request:  # else another layout was asked for since
            self.run_worker(
                measure,
                thread=True,
                exclusive=True,
                group="layout",
                exit_on_error=False,
                description="measures",  # or Textual writes all items out to describe the work
            )

    def _measure(self, items: Sequence[ItemT], width: int, request: int) -> None:
        stack = Stack(items, width)
        self.app.call_from_thread(self._measured, stack, request)

    def _measured(self, stack: Stack[ItemT], request: int) -> None:
        if request == self._request:
            self.show_stack(self.shaped(stack))

    def show_stack(self, stack: Stack[ItemT]) -> None:
        """Show another stack, keeping the place."""
        row, anchor = self.place()
        self.stack, self._held = stack, None
        self._resize_virtually(Size(0, stack.height))
        self.restore(row, anchor)
        if self.scroll_offset.y > self.max_scroll_y:  # what is left is shorter
            self.scroll_lines_to(self.max_scroll_y)
        self.refresh()
        self.tell_moved()

    def _resize_virtually(self, size: Size) -> None:
        """Have another number of lines to scroll through.

        The room for the scroll bar is kept always, so that a bar that is shown needs no new layout
        of the screen, which Textual would make.
        """
        if self.show_vertical_scrollbar and self.size.height:
            self.set_reactive(StackView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    # The width and the height

    @property
    def text_width(self) -> int:
        """The cells of the text column, beside a scroll bar that may not be there as yet."""
        room = self.size.width - self.styles.scrollbar_size_vertical - GUTTER - 1
        return max(min(room, self.max_text), 10)

    @property
    def margin(self) -> int:
        """The cells left of the text column, gutter included."""
        spare = self.scrollable_content_region.width - self.text_width - GUTTER - 1
        return GUTTER + max(spare // 2, 0)

    def widen(self, by: int) -> None:
        """Let lines be so many cells wider at most, or narrower, keeping the place."""
        narrowest, widest = TEXT_WIDTHS
        self.max_text = max(narrowest, min(self.max_text + by, widest))
        if self.stack.width != self.text_width:
            self.relayout()

    @property
    def _page(self) -> int:
        return self.scrollable_content_region.height

    def _size_updated(self, size: Size, *others: Any, **options: Any) -> bool:  # noqa: ANN401 -- Textual's own
        """Lay out as soon as the size is known, or the next frame would have nothing in it.

        Not every size is told by an event, either.
        """
        is_other = super()._size_updated(size, *others, **options)
        if is_other and size.width and self.is_outdated:
            self._fit()
        return is_other

    @property
    def is_outdated(self) -> bool:
        """Whether what is laid out is not to be drawn: nothing is, or it is for another width."""
        return self.stack.width != self.text_width or not self.stack.items

    def on_resize(self, _event: events.Resize) -> None:
        """Fit into the height as well."""
        self._fit()

    def _fit(self) -> None:
        self.before_resize()
        if self.is_outdated:
            self.relayout()
        self.after_resize()

    def before_resize(self) -> None:
        """The view has another size, and is not laid out for it yet."""

    def after_resize(self) -> None:
        """The view has another size, and is laid out for it."""

    # The place

    def place(self) -> tuple[int, Anchor | None]:
        """A row of the view and what is shown there: the top one, where there is no cursor."""
        return 0, self._held or self.stack.anchor(self.scroll_offset.y)

    def hold_place(self, moved: Mapping[str, str]) -> None:
        """Know what is on top until the next layout: what is drawn by is about to change.

        Args:
            moved: The keys that items will have, by those that they have.
        """
        top = self.stack.anchor(self.scroll_offset.y)
        self._held = top and replace(top, key=moved.get(top.key, top.key))

    def restore(self, row: int, anchor: Anchor | None) -> None:
        """Scroll so that a place is in a row of the view again."""
        y = None if anchor is None else self.stack.y_of(anchor)
        if y is not None:
            self.scroll_lines_to(y - row)

    def scroll_lines_to(self, y: int) -> None:
        """Put line `y` at the top, as far as the end allows."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def tell_moved(self) -> None:
        """Tell that the view shows another part, or its cursor is elsewhere."""
        self.when_moved()
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell others that the view moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.tell_moved()


def _around(middle: int, count: int, shapes: bytes) -> tuple[int, int]:
    """The range of items around one of which at most so many are shown as are measured at once."""
    if not shapes:
        first = max(middle - _AT_ONCE // 2, 0)
        return first, min(first + _AT_ONCE, count)
    shown = [at for at, shape in enumerate(shapes) if shape != Shape.HIDDEN]
    place = bisect_left(shown, middle)
    part = shown[max(place - _AT_ONCE // 2, 0) : place + _AT_ONCE // 2]
    return (part[0], part[-1] + 1) if part else (0, 0)


def _nothing() -> None:
    """Nobody wants to know."""
