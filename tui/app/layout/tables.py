"""Tables: columns side by side where they fit, one cell a line where they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.app.layout.lines import Role, Run, Runs
from tui.app.layout.pieces import slice_inline
from tui.app.layout.wrap import wrap
from tui.model import Inline, Table, plain

_MIN_COLUMN = 6
_BETWEEN = Run(" │ ", Role.META)


def table_rows(table: Table, width: int) -> Iterator[Runs]:
    """The lines of a table in `width` cells; nothing of it is cut."""
    if table.caption:
        yield from _wrapped(table.caption, width, Role.META)
    columns = len(table.rows[0])
    room = width - len(_BETWEEN.text) * (columns - 1)
    if room < columns * _MIN_COLUMN and columns > 1:
        yield from _records(table, width)
        return
    widths = _column_widths(table, room)
    for number, row in enumerate(table.rows):
        role = Role.HEADING if table.header and not number else Role.TEXT
        yield from _row(row, widths, role)
        if table.header and not number:
            yield (Run("─┼─".join("─" * wide for wide in widths), Role.META),)


def _column_widths(table: Table, room: int) -> list[int]:
    """Natural widths where they fit; else wide columns give way to narrow ones."""
    natural = [
        max(1, *(max(map(cell_len, plain(row[at]).split("\n"))) for row in table.rows))
        for at in range(len(table.rows[0]))
    ]
    widths = [0] * len(natural)
    left = room
    by_need = sorted(range(len(natural)), key=natural.__getitem__)
    for position, column in enumerate(by_need):
        share = left // (len(natural) - position)
        widths[column] = max(1, min(natural[column], share))
        left -= widths[column]
    return widths


def _row(row: Sequence[Inline], widths: Sequence[int], role: Role) -> Iterator[Runs]:
    cells = [list(_wrapped(cell, wide, role)) for cell, wide in zip(row, widths, strict=True)]
    for line in range(max(len(cell) for cell in cells)):
        runs: list[Run] = []
        for at, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
            if at:
                runs.append(_BETWEEN)
            part = cell[line] if line < len(cell) else ()
            runs.extend(part)
            if at < len(widths) - 1:
                runs.append(Run(" " * max(0, wide - sum(cell_len(run.text) for run in part))))
        yield tuple(runs)


def _records(table: Table, width: int) -> Iterator[Runs]:
    """Each row as a list of its cells, for tables with more columns than the pane has room for."""
    headed = table.header and len(table.rows) > 1
    names = [plain(cell) for cell in table.rows[0]] if headed else []
    for number, row in enumerate(table.rows[1:] if names else table.rows):
        if number:
            yield (Run("─" * min(width, 12), Role.META),)
        for at, cell in enumerate(row):
            if names and names[at]:
                yield from _wrapped(table.rows[0][at], width, Role.HEADING)
            for runs in _wrapped(cell, width - 2, Role.TEXT):
                yield (Run("  "), *runs)


def _wrapped(inline: Inline, width: int, role: Role) -> Iterator[Runs]:
    for start, end in wrap(plain(inline), width):
        yield tuple(slice_inline(inline, start, end, role))
