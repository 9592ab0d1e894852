"""The base of all panes: a scrolling view that draws those lines of a stack that are in sight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Generic

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.layout.glyphs import UNICODE
from tui.app.layout.highlight import matches
from tui.app.layout.lines import BESIDE, Line, Role
from tui.app.layout.selecting import Selected
from tui.app.layout.stack import Anchor, ItemT, Shape, Stack
from tui.app.widgets.painter import Canvas, Painter

GUTTER = 2
"""The columns left of the text, where the cursor is drawn."""

TEXT_WIDTHS = 40, 200
"""The narrowest and the widest that a text column can be set to, in cells."""

_AT_ONCE = 300
"""So many items are measured before the next frame: some 10 ms of work."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A link in sight, with the letters that choose it and where they are drawn."""

    label: str
    href: str
    y: int
    x: int


class LineView(ScrollView, Generic[ItemT], can_focus=True):
    """Draws a stack. Subclasses make its items and say what keys do.

    The view keeps its place by item and character, so that another width, folds or a reload leave
    the same words where they are.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{role.value}" for role in Role} | {
        "line--cursor",
        "line--link",
        "line--hint",
        "line--match",
        "line--selected",
    }

    class Moved(Message):
        """The view shows another part."""

    class EndReached(Message):
        """A page on was asked for where the end is in sight."""

    class LinkFollowed(Message):
        """A link was chosen with the mouse."""

        def __init__(self, href: str) -> None:
            super().__init__()
            self.href = href

    def __init__(self, *, max_text: int, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self.max_text = max_text
        self.stack: Stack[ItemT] = Stack((), max_text)
        self.glyphs = UNICODE
        """The signs that are drawn beside lines."""
        self.hints: tuple[Hint, ...] = ()
        self.asking = False
        """Whether a place to write was asked for; keys that follow are meant for it."""
        self.pattern: re.Pattern[str] | None = None
        """What was sought, which is drawn as found."""
        self._matches: dict[int, dict[int, list[tuple[int, int]]]] = {}
        self.selected: Selected | None = None
        """What is selected, if anything."""
        self.count: int | None = None
        """The number that was typed before the key that comes now, if any."""
        self.when_moved: Callable[[], None] = _nothing
        """Is called at once, so that what tells of the place is drawn in the same frame."""
        self._request = 0
        self._painter = Painter(partial(self.get_component_rich_style, partial=True))
        self._drawing = False

    def tell_moved(self) -> None:
        """Tell that the view shows another part, or its cursor is elsewhere."""
        self.when_moved()
        self.post_message(self.Moved())

    @property
    def has_count(self) -> bool:
        """Whether a number was typed before the key."""
        return self.count is not None

    def take_count(self) -> int:
        """How often to do what the key says: the number typed before it, else once."""
        count, self.count = self.count, None
        return max(count, 1) if count is not None else 1

    @property
    def text_width(self) -> int:
        """The cells of the text column."""
        return max(min(self.scrollable_content_region.width - GUTTER - 1, self.max_text), 10)

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
        self.stack = stack
        self._matches = {}
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
            self.set_reactive(LineView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def place(self) -> tuple[int, Anchor | None]:
        """A row of the view and what is shown there: the top one, where there is no cursor."""
        return 0, self.stack.anchor(self.scroll_offset.y)

    def restore(self, row: int, anchor: Anchor | None) -> None:
        """Scroll so that a place is in a row of the view again."""
        y = None if anchor is None else self.stack.y_of(anchor)
        if y is not None:
            self.scroll_lines_to(y - row)

    def scroll_lines_to(self, y: int) -> None:
        """Put line `y` at the top, as far as the end allows."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out again where the text column has another width."""
        self.before_resize()
        if self.stack.width != self.text_width or not self.stack.items:
            self.relayout()
        self.after_resize()

    def before_resize(self) -> None:
        """The view has another size, and is not laid out for it yet."""

    def after_resize(self) -> None:
        """The view has another size, and is laid out for it."""

    def notify_style_update(self) -> None:
        """Draw again in other colours."""
        super().notify_style_update()
        self._painter.forget()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell others that the view moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.tell_moved()

    def ask(self, message: Message) -> None:
        """Ask the screen for a place to write."""
        self.asking = True
        self.post_message(message)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a part of the view, all on the canvas as it is now."""
        self._painter.use(self._canvas())
        self._drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = False

    def _canvas(self) -> Canvas:
        return Canvas(self.rich_style, self.scrollable_content_region.width, self.margin)

    def render_line(self, y: int) -> Strip:
        """The strip of row `y` of the view."""
        line_number = y + self.scroll_offset.y
        line = self.stack.line(line_number)
        painter = self._painter
        if not self._drawing:
            painter.use(self._canvas())
        if line is None:
            return Strip.blank(painter.canvas.width, painter.canvas.base)
        mark = self.gutter_mark(line_number)
        bare = painter.bare(line, mark)
        highlit = self._highlight(bare, line_number)
        strip = painter.strip(line, mark)
        if highlit is not bare:
            strip = highlit.apply_style(painter.canvas.base)
        for first, last in self._matches_in(line_number):
            strip = self._restyled(strip, self.margin + first, self.margin + last, "line--match")
        selected = self.selected and self.selected.cells(self.stack, line_number)
        if selected:
            first, last = selected
            strip = self._restyled(strip, self.margin + first, self.margin + last, "line--selected")
        for hint in self.hints:
            if hint.y == line_number:
                strip = self._overlay(strip, hint)
        return strip

    def gutter_mark(self, _line_number: int) -> str:
        """What stands in the gutter beside a line."""
        return ""

    def _highlight(self, strip: Strip, _line_number: int) -> Strip:
        """A strip with the cursor's look where the cursor is."""
        return strip

    def _matches_in(self, line_number: int) -> list[tuple[int, int]]:
        """The cells of a line that are a part of what was found."""
        if self.pattern is None:
            return []
        index = self.stack.index_at(line_number)
        if index not in self._matches:
            self._matches[index] = matches(self.stack.item_lines(index), self.pattern)
        return self._matches[index].get(line_number - self.stack.top(index), [])

    def show_selected(self, selected: Selected | None) -> None:
        """Draw a range of the text as selected; None draws none."""
        self.selected = selected
        self.refresh()

    def _restyled(self, strip: Strip, first: int, last: int, name: str) -> Strip:
        style = self.get_component_rich_style(name, partial=True)
        segments = Segment.apply_style(strip.crop(first, last), post_style=style)
        middle = Strip(segments, last - first)  # over the look of what is there
        return Strip.join([strip.crop(0, first), middle, strip.crop(last, strip.cell_length)])

    def _overlay(self, strip: Strip, hint: Hint) -> Strip:
        end = hint.x + len(hint.label)
        label = Segment(hint.label, self.get_component_rich_style("line--hint"))
        return Strip.join(
            [strip.crop(0, hint.x), Strip([label]), strip.crop(end, strip.cell_length)]
        )

    # Links

    def links_in_sight(self) -> list[tuple[int, int, str]]:
        """Each link in sight once, where it begins: line, column of the view, address."""
        found: list[tuple[int, int, str]] = []
        top = self.scroll_offset.y
        before: str | None = None
        for y in range(top, top + self.scrollable_content_region.height):
            x = self.margin
            for run in (self.stack.line(y) or Line()).runs:
                if run.href and run.href != before:
                    found.append((y, x, run.href))
                if run.text.strip() and run.role not in BESIDE:
                    before = run.href
                x += cell_len(run.text)
        return found

    def show_matches(self, pattern: re.Pattern[str] | None) -> None:
        """Draw all matches of a pattern as found; None draws none."""
        self.pattern = pattern
        self._matches = {}
        self.refresh()

    def match_line(self, index: int) -> int | None:
        """The first line of an item with a match in it, or None."""
        if self.pattern is None or not self.stack.is_shown(index):
            return None
        found = matches(self.stack.item_lines(index), self.pattern)
        return self.stack.top(index) + min(found) if found else None

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Draw letters on links; none takes them away."""
        self.hints = hints
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Follow a link that was clicked."""
        href = event.style.meta.get("href")
        if isinstance(href, str):
            event.stop()
            self.post_message(self.LinkFollowed(href))

    # Moving by lines

    def action_line_down(self) -> None:
        """Scroll one line down."""
        self.scroll_by(self.take_count())

    def action_line_up(self) -> None:
        """Scroll one line up."""
        self.scroll_by(-self.take_count())

    def action_half_down(self) -> None:
        """Scroll half a page down."""
        self.scroll_by(self._page // 2 * self.take_count())

    def action_half_up(self) -> None:
        """Scroll half a page up."""
        self.scroll_by(-(self._page // 2) * self.take_count())

    def action_page_on(self) -> None:
        """Scroll one page down, two lines kept; at the end tell that it is reached."""
        if self.scroll_offset.y + self._page >= self.stack.height:
            self.take_count()
            self.post_message(self.EndReached())
            return
        self.scroll_by(max(self._page - 2, 1) * self.take_count())

    def action_page_back(self) -> None:
        """Scroll one page up, two lines kept."""
        self.scroll_by(-max(self._page - 2, 1) * self.take_count())

    def action_top(self) -> None:
        """Scroll to the first line."""
        self.scroll_lines_to(0)

    def action_bottom(self) -> None:
        """Scroll to the last line."""
        self.scroll_lines_to(self.stack.height)

    @property
    def _page(self) -> int:
        return self.scrollable_content_region.height

    def scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_lines_to(self.scroll_offset.y + lines)


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
