"""Tables: columns side by side where they fit, one cell a line where they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace
from rich.cells import cell_len

from tui.app.layout.glyphs import UNICODE, Glyphs
from tui.app.layout.lines import Role, Run, Runs
from tui.app.layout.pieces import slice_inline
from tui.model import Inline, Table, plain
from tui.reading.scripts import drawn
from tui.reading.wrap import wrap

_LONGEST_WORD = 24
"""Words up to so many cells are not broken for the sake of columns side by side."""


def table_length(table: Table) -> int:
    """The characters of a table's text."""
    return len(plain(table.caption)) + sum(map(_row_length, table.rows))


def _row_length(row: Sequence[Inline]) -> int:
    return sum(len(plain(cell)) for cell in row)


def table_rows(
    table: Table, width: int, glyphs: Glyphs = UNICODE, role: Role = Role.TEXT
) -> Iterator[tuple[int, Runs]]:
    """The lines of a table in `width` cells; nothing of it is cut.

    Args:
        table: The table.
        width: The cells there are.
        glyphs: The signs between its columns.
        role: What its text is.

    Yields:
        The characters of the table's text before the row that a line belongs to, and the line.
    """
    starts = accumulate(map(_row_length, table.rows), initial=len(plain(table.caption)))
    table = _drawn(table, in_ascii=glyphs.is_ascii)
    for runs in _wrapped(table.caption, width, Role.META) if table.caption else ():
        yield 0, runs
    columns = len(table.rows[0])
    room = width - len(glyphs.column) * (columns - 1)
    least = _least_widths(table)
    if sum(least) > room and columns > 1:
        for start, rows in zip(starts, _records(table, width, glyphs, role), strict=False):
            yield from ((start, runs) for runs in rows)
        return
    widths = _column_widths(table, least, room)
    between = Run(glyphs.column, Role.META)
    drawn_rows = [
        list(_row(row, widths, Role.HEADING if table.header and not number else role, between))
        for number, row in enumerate(table.rows)
    ]
    wraps = any(len(lines) > 1 for lines in drawn_rows[table.header :])
    for number, (start, lines) in enumerate(zip(starts, drawn_rows, strict=False)):
        if wraps and number > table.header:
            yield start, next(_row(((),) * columns, widths, role, between))
        yield from ((start, runs) for runs in lines)
        if table.header and not number:
            rules = (glyphs.rule * wide for wide in widths)
            yield start, (Run(glyphs.crossing.join(rules), Role.META),)


def _drawn(table: Table, *, in_ascii: bool) -> Table:
    """The table with the signs that its texts need."""
    rows = (tuple(drawn(cell, in_ascii=in_ascii) for cell in row) for row in table.rows)
    caption = drawn(table.caption, in_ascii=in_ascii)
    return replace(table, rows=tuple(rows), caption=caption)


def _cells_of(table: Table, column: int) -> Iterator[str]:
    return (plain(row[column]) for row in table.rows)


def _least_widths(table: Table) -> list[int]:
    """The cells that each column needs for its longest word."""
    columns = range(len(table.rows[0]))
    words = ([word for cell in _cells_of(table, at) for word in cell.split()] for at in columns)
    return [min(max(map(cell_len, some), default=1), _LONGEST_WORD) for some in words]


def _column_widths(table: Table, least: Sequence[int], room: int) -> list[int]:
    """What each column needs for its words, and a share of the rest up to its natural width."""
    widths = [min(wide, max(room, 1)) for wide in least]
    natural = [
        max(cell_len(line) for cell in _cells_of(table, at) for line in cell.split("\n"))
        for at in range(len(widths))
    ]
    left = room - sum(widths)
    needs = [max(wish - wide, 0) for wish, wide in zip(natural, widths, strict=True)]
    by_need = sorted(range(len(needs)), key=needs.__getitem__)
    for position, column in enumerate(by_need):
        share = min(needs[column], max(left, 0) // (len(needs) - position))
        widths[column] += share
        left -= share
    return widths


def _row(row: Sequence[Inline], widths: Sequence[int], role: Role, between: Run) -> Iterator[Runs]:
    cells = [list(_wrapped(cell, wide, role)) for cell, wide in zip(row, widths, strict=True)]
    for line in range(max(len(cell) for cell in cells)):
        runs: list[Run] = []
        for at, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
            if at:
                runs.append(between)
            part = cell[line] if line < len(cell) else ()
            runs.extend(part)
            if at < len(widths) - 1:
                runs.append(Run(" " * max(0, wide - sum(cell_len(run.text) for run in part))))
        yield tuple(runs)


def _records(table: Table, width: int, glyphs: Glyphs, role: Role) -> Iterator[list[Runs]]:
    """Each row as a list of its cells, for tables with more columns than the pane has room for.

    Empty cells are left out; the first row has the names of all columns, also of those.
    """
    headed = table.header and len(table.rows) > 1
    names = table.rows[0] if headed else ()
    for number, row in enumerate(table.rows):
        lines: list[Runs] = []
        if number > headed:
            lines.append((Run(glyphs.rule * min(width, 12), Role.META),))
        for at, cell in enumerate(row if number >= headed else ()):
            if names and names[at] and (cell or number == headed):
                lines.extend(_wrapped(names[at], width, Role.HEADING))
            if cell:
                lines.extend((Run("  "), *runs) for runs in _wrapped(cell, width - 2, role))
        yield lines


def _wrapped(inline: Inline, width: int, role: Role) -> Iterator[Runs]:
    for start, end in wrap(plain(inline), width):
        yield tuple(slice_inline(inline, start, end, role))
