"""Comments signed below their text, as old themes and Movable Type have them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.parse.plaintext.footers import is_footer
from tui.parse.plaintext.heads import Head, Shape
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import is_label


def with_feet(
    lines: Sequence[Line], anchor: int, heads: Sequence[Head], end: int
) -> tuple[Head, ...]:
    """The heads of a thread, each moved over the text that it stands under, if they stand so.

    They do where text stands between the thread's heading and the first of them, and none under
    the last.

    Args:
        lines: All lines of the save.
        anchor: The index of the thread's heading.
        heads: What was taken for the heads of its comments.
        end: The index of the first line that is no longer of the thread.
    """
    beside = sum(head.shape is Shape.NAME_DATE for head in heads)
    if not anchor < heads[0].first or beside < len(heads):
        return tuple(heads)
    over = _text(lines, anchor + 1, heads[0].first)
    if not over or over[0] != anchor + 1:
        return tuple(heads)
    column = min(lines[at].indent for at in over)
    under = _text(lines, heads[-1].body, end)
    if under and lines[under[0]].indent >= column:
        return tuple(heads)
    starts = [anchor + 1, *(head.body for head in heads[:-1])]
    if any(start == head.first for start, head in zip(starts, heads, strict=True)):
        return tuple(heads)
    return tuple(
        replace(head, first=start, body=start, end=head.first, column=lines[start].column)
        for start, head in zip(starts, heads, strict=True)
    )


def _text(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """The indexes of the lines that hold no label."""
    return [
        at
        for at in range(start, end)
        if not is_label(lines[at].text)
        and not is_footer(lines[at].text)
        and any(char.isalnum() for char in lines[at].text)
    ]
