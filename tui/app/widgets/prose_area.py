"""A text area for prose, which has long lines: it draws only those rows anew that changed.

Textual's draws every row in sight with every key, and for each row takes the whole line apart that
the row is a part of. A paragraph of a few thousand characters is one line here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.cache import LRUCache
from textual.document._document import Location
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widgets import TextArea

from tui.app.widgets.calm import CalmView

_KEPT_ROWS = 512

Spans = Sequence[tuple[int, int]]
"""Stretches of a line: the characters from and to."""


class _Row(NamedTuple):
    """A row as it is to be drawn; two that are equal look the same.

    Attributes:
        text: Its characters.
        width: The cells that it fills.
        selected: The characters from and to that are selected; none where both are the same.
        cursor: The character that the cursor is on, or None.
        marked: The stretches that are marked.
        base: The look of the area.
        line: The look of the line that the cursor is in, for rows of that line.
        styles: The looks of what is selected, of the cursor and of what is marked.
    """

    text: str
    width: int
    selected: tuple[int, int]
    cursor: int | None
    marked: tuple[tuple[int, int], ...]
    base: Style
    line: Style | None
    styles: tuple[Style | None, Style | None, Style]

    def strip(self, area: ProseArea) -> Strip:
        """The row, drawn."""
        selection, cursor, marking = self.styles
        text = Text(self.text + " ", style=self.line or "", end="", no_wrap=True)
        for first, last in self.marked:
            text.stylize(marking, first, last)
        if selection and self.selected[0] < self.selected[1]:
            text.stylize(selection, *self.selected)
        if cursor and self.cursor is not None:
            text.stylize(cursor, self.cursor, self.cursor + 1)
        strip = Strip(text.render(area.app.console), text.cell_len)
        filled = strip.extend_cell_length(self.width, self.line or self.base)
        return filled.crop(0, self.width).apply_style(self.base)


class ProseArea(TextArea, CalmView):  # Textual styles by the first base alone
    """A wrapped text area without line numbers and without what only code needs."""

    def __init__(self, text: str, *, id: str, max_checkpoints: int) -> None:  # noqa: A002 -- Textual's
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            max_checkpoints=max_checkpoints,
        )
        self._rows: LRUCache[_Row, Strip] = LRUCache(_KEPT_ROWS)
        self._shown: dict[int, _Row | None] = {}
        self._is_outdated = False
        self._wrapped_to = -1

    def marked(self, _line: str) -> Spans:
        """The stretches of a line that are marked."""
        return ()

    def marking(self) -> Style:
        """The look of what is marked."""
        return Style.null()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: brackets in prose are not looked for through the whole text with every key."""
        del bracket, search_from
        return None

    def notify_style_update(self) -> None:
        """Draw all rows again in other colours."""
        self._shown.clear()
        super().notify_style_update()

    def load_text(self, text: str) -> None:
        """Have another text, wrapped to the width that is known."""
        super().load_text(text)
        self._wrapped_to = self.wrap_width

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew only where the rows are longer or shorter now; keep the cursor in sight."""
        if self._wrapped_to == self.wrap_width:
            event.prevent_default()
        self._wrapped_to = self.wrap_width
        self.call_after_refresh(self.scroll_cursor_visible)

    def _refresh_size(self) -> None:
        """Have another number of rows to scroll through.

        The room for the scroll bar is kept always, so that another row needs no new layout of the
        screen, which Textual would make.
        """
        size = Size(0, self.wrapped_document.height)
        if self.show_vertical_scrollbar and self.size.height:
            self.set_reactive(ProseArea.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.refresh()
        else:
            self.virtual_size = size

    def _set_dirty(self, *regions: Region) -> None:
        """Have some regions drawn anew; of the whole area, only the rows that look otherwise."""
        if regions or self.styles.gutter:
            super()._set_dirty(*regions)
        else:
            self._is_outdated = True

    def _exchange_repaint_regions(self) -> Collection[Region]:
        self._set_changed_dirty()
        return super()._exchange_repaint_regions()

    def _set_changed_dirty(self) -> None:
        """Find the rows that look otherwise by now."""
        if self._is_outdated:
            self._is_outdated = False
            width, height = self.scrollable_content_region.size
            rows = ((y, self._row(y)) for y in range(height))
            others = (y for y, row in rows if row is None or row != self._shown.get(y))
            regions = [Region(0, y, width, 1) for y in others]
            if regions:
                super()._set_dirty(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the area, which other widgets may be drawn with."""
        self._set_changed_dirty()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row of the widget."""
        self._shown[y] = row = self._row(y)
        if row is None:
            return super().render_line(y)
        strip = self._rows.get(row)
        if strip is None:
            strip = self._rows[row] = row.strip(self)
        return strip

    def _row(self, y: int) -> _Row | None:
        """What a row of the widget shows, or None where Textual had better draw it."""
        at = y + self.scroll_offset.y
        wrapped = self.wrapped_document
        theme = self._theme
        base = self.rich_style if theme.base_style is None else theme.base_style
        width = self.scrollable_content_region.width
        styles = (theme.selection_style, theme.cursor_style, self.marking())
        if at >= wrapped.height:
            return _Row("", width, (0, 0), None, (), base, None, styles)
        # The public way to the line takes it apart first.
        number, section = wrapped._offset_to_line_info[at]  # noqa: SLF001 -- as said
        line = self.document.get_line(number)
        ends = wrapped.get_offsets(number)
        start = ends[section - 1] if section else 0
        end = ends[section] if section < len(ends) else len(line)
        if "\t" in line[start:end]:
            return None
        in_line = self.selection.end[0] == number and self.highlight_cursor_line
        return _Row(
            line[start:end],
            width,
            self._selected(number, start, end),
            self._cursor(number, start, end, is_last=end == len(line)),
            tuple(_within(self.marked(line), start, end)),
            base,
            theme.cursor_line_style if in_line and self._has_cursor else None,
            styles,
        )

    def _selected(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The characters of a row that are selected; of an empty line its end stands for it."""
        first, last = sorted(self.selection)
        if first == last or not first[0] <= number <= last[0]:
            return 0, 0
        begin = first[1] if number == first[0] else 0
        until = last[1] if number == last[0] else end + 1
        return max(begin - start, 0), max(min(until, end + 1) - start, 0)

    def _cursor(self, number: int, start: int, end: int, *, is_last: bool) -> int | None:
        """The character of a row that the cursor is on, or None."""
        row, column = self.selection.end
        if row != number or not self._draw_cursor:
            return None
        here = start <= column < end or (is_last and column == end)
        return column - start if here else None


def _within(spans: Spans, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of a line as those of a part of it."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return [
        (max(begin - start, 0), min(until, end) - start)
        for begin, until in spans[first:]
        if begin < end
    ]
