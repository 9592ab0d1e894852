"""The base of all panes: draws those lines of a stack that are in sight, and scrolls by lines."""

from __future__ import annotations

import re
from functools import partial

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.app.layout.glyphs import UNICODE
from tui.app.layout.highlight import matches
from tui.app.layout.lines import BESIDE, Line
from tui.app.layout.selecting import Selected
from tui.app.layout.stack import ItemT, Stack
from tui.app.widgets.cutting import part
from tui.app.widgets.painter import Canvas, Painter
from tui.app.widgets.stack_view import StackView


class Hint(Struct, frozen=True):
    """A link in sight, with the letters that choose it and where they are drawn."""

    label: str
    href: str
    y: int
    x: int


class LineView(StackView[ItemT], can_focus=True):
    """Draws a stack. Subclasses make its items and say what keys do.

    The style sheet has a class of lines for each role, and a few for what is drawn over them.
    """

    class EndReached(Message):
        """A page on was asked for where the end is in sight."""

    class LinkFollowed(Message):
        """A link was chosen with the mouse."""

        def __init__(self, href: str) -> None:
            super().__init__()
            self.href = href

    def __init__(self, *, max_text: int, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(max_text=max_text, id=id)
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
        self._painter = Painter(partial(self.get_component_rich_style, partial=True))
        self._drawing = False

    @property
    def has_count(self) -> bool:
        """Whether a number was typed before the key."""
        return self.count is not None

    def take_count(self) -> int:
        """How often to do what the key says: the number typed before it, else once."""
        count, self.count = self.count, None
        return max(count, 1) if count is not None else 1

    def ask(self, message: Message) -> None:
        """Ask the screen for a place to write."""
        self.asking = True
        self.post_message(message)

    # Drawing

    def show_stack(self, stack: Stack[ItemT]) -> None:
        """Show another stack, keeping the place."""
        self._matches = {}
        super().show_stack(stack)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of classes of lines, each looked up when it is first drawn.

        Textual would look all of them up with those of the view, most of them in vain.
        """
        for name in names:
            if name not in self._component_styles:
                part = DOMNode(classes=name)
                part._attach(self)  # noqa: SLF001 -- as Textual does it
                self.app.stylesheet.apply(part)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Draw again in other colours."""
        super().notify_style_update()
        self._component_styles.clear()
        self._painter.forget()
        self.refresh()

    def refresh_item(self, index: int, lines: int | None = None) -> None:
        """Draw the lines of an item anew that are in sight, or so many of its first ones."""
        first, head = self.scroll_offset.y, self.stack.top(index)
        top = max(head, first)
        bottom = self.stack.bottom(index) if lines is None else head + lines
        bottom = min(bottom, first + self._page)
        if top < bottom:
            self.refresh_lines(top, bottom - top)

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
        strip = painter.strip(line, mark, self._highlight(line_number))
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

    def _highlight(self, _line_number: int) -> Style | None:
        """The cursor's look where the cursor is."""
        return None

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
        before, rest = part(strip, first)
        middle, after = part(rest, last - first)
        segments = Segment.apply_style(middle, post_style=style)  # over the look of what is there
        return Strip.join([before, Strip(segments, middle.cell_length), after])

    def _overlay(self, strip: Strip, hint: Hint) -> Strip:
        label = Strip([Segment(hint.label, self.get_component_rich_style("line--hint"))])
        before, rest = part(strip, hint.x)
        return Strip.join([before, label, part(rest, label.cell_length)[1]])

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

    def scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_lines_to(self.scroll_offset.y + lines)
