"""Wrapping text to the cell.

Breaks fall at spaces; between wide characters (CJK, emoji), but not before closing punctuation; and
inside a word only where it is longer than a line, between grapheme clusters (Unicode UAX #29).
Widths are those of `rich.cells`, the same that the screen is drawn with; what is printed is broken
by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Offsets: TypeAlias = tuple[int, int]
"""Where a line starts and ends in its text, white space at the break left out."""

_ONE_CELL_EACH = re.compile(
    "[\x20-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0558\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_BREAK_AFTER = re.compile(r"[-\u2010\u2013\u2014/?&]")
_NOT_FIRST = frozenset("、。，．・：；？！」』）】〉》〕］｝ー々…‥’”!?,.:;)]}%")  # noqa: RUF001 -- the full-width marks are meant
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))  # two make a flag; rich splits them
_NOT_LAST = frozenset("「『（【〈《〔［｛‘“([{")  # noqa: RUF001 -- as above


def wrap(text: str, width: int) -> list[Offsets]:
    """The lines of a text, at least one; a line feed always ends a line.

    Args:
        text: What to wrap, without tabs.
        width: The width in cells; anything below 2 counts as 2, so that a wide character fits.
    """
    width = max(width, 2)
    lines: list[Offsets] = []
    start = 0
    for end in (*_line_feeds(text), len(text)):
        if end - start <= width // 2:  # no character is wider than two cells
            lines.append((start, end))
        elif _ONE_CELL_EACH.fullmatch(text, start, end):
            lines.extend(_wrap_narrow(text, start, end, width))
        else:
            lines.extend(_wrap_graphemes(text, start, end, width))
        start = end + 1
    return lines


def chop(text: str, width: int) -> list[Offsets]:
    """As `wrap`, but for text whose white space counts: lines break only where they are full."""
    width = max(width, 2)
    lines: list[Offsets] = []
    start = 0
    for end in (*_line_feeds(text), len(text)):
        starts = [start, *_full_at(text, start, end, width)]
        lines.extend(zip(starts, [*starts[1:], end], strict=True))
        start = end + 1
    return lines


def _full_at(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Where lines end because they are full."""
    if _ONE_CELL_EACH.fullmatch(text, start, end):
        yield from range(start + width, end, width)
        return
    used = 0
    for left, _, cells in _graphemes(text, start, end):
        if used + cells > width:
            yield left
            used = 0
        used += cells


def _line_feeds(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def _graphemes(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    from rich.cells import split_graphemes  # noqa: PLC0415 -- most text does without its tables

    spans, _ = split_graphemes(text[start:end])
    half: tuple[int, int] | None = None  # where a flag begins, and the cells of its first letter
    for left, right, cells in spans:
        if half is not None:
            yield start + half[0], start + right, half[1] + cells
            half = None
        elif text[start + left] in _FLAG_LETTERS and text[start + right : end][:1] in _FLAG_LETTERS:
            half = left, cells
        else:
            yield start + left, start + right, cells


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[Offsets]:
    """Lines of text whose characters all take one cell: the common case, by searching backwards."""
    end = max(_trim_right(text, start, end), min(end, start + width))
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space >= start:
            yield start, _trim_right(text, start, space)
            start = space + 1
            while start < end and text[start] == " ":
                start += 1
            continue
        cut = start + width
        inside = [match.end() for match in _BREAK_AFTER.finditer(text, start + 1, cut)]
        cut = inside[-1] if inside else cut
        yield start, cut
        start = cut
    yield start, end


def _wrap_graphemes(text: str, start: int, end: int, width: int) -> Iterator[Offsets]:
    """Lines of any text, grapheme by grapheme, with the last place where a break is allowed."""
    used = 0
    line = start
    allowed = start  # a break before this offset is allowed; none yet while it is the line's start
    allowed_used = 0
    wide_before = False
    for left, right, cells in _graphemes(text, start, end):
        grapheme = text[left:right]
        wide = cells > 1 and grapheme[0] not in _NOT_FIRST
        after_space = left > line and text[left - 1] in " \u200b" and grapheme != " "
        if (
            left > line
            and (
                after_space
                or ((wide or (wide_before and grapheme[0] not in _NOT_FIRST)) and grapheme != " ")
            )
            and text[left - 1] not in _NOT_LAST
        ):
            allowed, allowed_used = left, used
        wide_before = cells > 1 and grapheme[0] not in _NOT_LAST
        if used + cells > width and grapheme != " ":
            if allowed > line:
                yield line, _trim_right(text, line, allowed)
                line, used = allowed, used - allowed_used
            if used + cells > width and left > line:
                yield line, left
                line, used = left, 0
            allowed, allowed_used = line, 0
        used += cells
    yield line, _trim_right(text, line, end) if used > width else end


def _trim_right(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
