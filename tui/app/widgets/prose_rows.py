"""The rows of a text area for prose: what each shows at a moment, and how it is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Text
from textual.document._document import DocumentBase, Selection
from textual.document._wrapped_document import WrappedDocument
from textual.strip import Strip

Spans = Sequence[tuple[int, int]]
"""Stretches of a line: the characters from and to."""


class Look(NamedTuple):
    """What all rows have in common.

    Attributes:
        width: The cells that a row fills.
        base: The look of the area.
        line: The look of the line that the cursor is in, or None.
        selection: The look of what is selected, or None.
        cursor: The look of the cursor, or None.
        marking: The look of what is marked.
    """

    width: int
    base: Style
    line: Style | None
    selection: Style | None
    cursor: Style | None
    marking: Style


class Row(NamedTuple):
    """A row as it is to be drawn; two that are equal look the same.

    Attributes:
        text: Its characters.
        selected: The characters from and to that are selected; none where both are the same.
        cursor: The character that the cursor is on, or None.
        marked: The stretches that are marked.
        is_current: Whether it is a row of the line that the cursor is in.
        look: What it has in common with the others.
    """

    text: str
    selected: tuple[int, int]
    cursor: int | None
    marked: tuple[tuple[int, int], ...]
    is_current: bool
    look: Look

    def strip(self, console: Console) -> Strip:
        """The row, drawn."""
        look = self.look
        line = look.line if self.is_current else None
        text = Text(self.text + " ", style=line or "", end="", no_wrap=True)
        for first, last in self.marked:
            text.stylize(look.marking, first, last)
        if look.selection and self.selected[0] < self.selected[1]:
            text.stylize(look.selection, *self.selected)
        if look.cursor and self.cursor is not None:
            text.stylize(look.cursor, self.cursor, self.cursor + 1)
        strip = Strip(text.render(console), text.cell_len)
        filled = strip.extend_cell_length(look.width, line or look.base)
        return filled.crop(0, look.width).apply_style(look.base)


class Rows(NamedTuple):
    """All rows at a moment.

    Attributes:
        document: The text.
        wrapped: The text, wrapped to the width.
        top: The row that stands at the top of the area.
        selection: From where the selection was begun to where the cursor is.
        draws_cursor: Whether the cursor is drawn, which may blink.
        marked: Gives the stretches of a line that are marked.
        look: What the rows have in common.
    """

    document: DocumentBase
    wrapped: WrappedDocument
    top: int
    selection: Selection
    draws_cursor: bool
    marked: Callable[[str], Spans]
    look: Look

    def row(self, y: int) -> Row | None:
        """What a row of the area shows, or None where tabs stand in it, which Textual draws."""
        at = y + self.top
        if at >= self.wrapped.height:
            return Row("", (0, 0), None, (), False, self.look)  # noqa: FBT003 -- by position as the rest
        # The public way to the line takes it apart first.
        number, section = self.wrapped._offset_to_line_info[at]  # noqa: SLF001 -- as said
        line = self.document.get_line(number)
        ends = self.wrapped.get_offsets(number)
        start = ends[section - 1] if section else 0
        end = ends[section] if section < len(ends) else len(line)
        text = line[start:end]
        if "\t" in text:
            return None
        return Row(
            text,
            self._selected(number, start, end),
            self._cursor(number, start, end, is_last=end == len(line)),
            tuple(_within(self.marked(line), start, end)),
            self.selection.end[0] == number,
            self.look,
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
        if row != number or not self.draws_cursor:
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
