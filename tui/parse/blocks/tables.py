"""Tables: the rows of those that hold data, the blocks of those that only lay out."""

from __future__ import annotations

from itertools import zip_longest

from msgspec import Struct, field

from tui.model import (
    Block,
    DefinitionList,
    Image,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Preformatted,
    Span,
    Table,
    blocks_text,
)
from tui.parse.blocks.anchors import anchors_in
from tui.parse.blocks.inline import all_alike, joined

MAX_BLOCKS = 40
"""A cell of more blocks than this is a layout's."""

MAX_COLUMNS = 64
"""A table's cells past this many columns are left out; spans cannot blow a table up."""


class Cell(Struct):
    """A cell while its table is read."""

    header: bool
    columns: int
    rows: int
    blocks: list[Block] = field(default_factory=list)


class Grid(Struct):
    """A table while it is read."""

    layout: bool
    rows: list[list[Cell]] = field(default_factory=list)
    caption: Inline = ()

    def blocks(self) -> list[Block]:
        """The table as one block, or the blocks in it where it only lays them out."""
        rows = [row for row in self.rows if row]
        data = not self.layout and rows and self._is_data(rows)
        cells = _cells(rows) if data else []
        if cells and len(cells[0]) > 1:
            header = all(cell.header for cell in rows[0]) or _begins_with_names(cells)
            if header:
                cells[0] = [all_alike(cell) for cell in cells[0]]
            anchors = (name for row in rows for cell in row for name in anchors_in(cell.blocks))
            rectangle = tuple(map(tuple, cells))
            return [Table(rectangle, header, self.caption, anchors=tuple(anchors))]
        inner = [block for row in rows for cell in row for block in cell.blocks]
        return [Paragraph(self.caption), *inner] if self.caption else inner

    @staticmethod
    def _is_data(rows: list[list[Cell]]) -> bool:
        """Header cells make a table of data; without them, so do cells of plain text alone."""
        cells = [cell for row in rows for cell in row]
        flat: tuple[type[Block], ...] = (Paragraph, Image)
        if any(cell.header for cell in cells):
            flat = (Paragraph, Image, ListBlock, DefinitionList, Preformatted)
        most = MAX_BLOCKS if any(cell.header for cell in cells) else 2
        if any(len(cell.blocks) > most for cell in cells):
            return False
        return all(isinstance(block, flat) for cell in cells for block in cell.blocks)


def _cells(rows: list[list[Cell]]) -> list[list[Inline]]:
    """The texts in a rectangle; a spanning cell is followed by empty ones."""
    grid: list[list[Inline]] = []
    hanging = [0] * MAX_COLUMNS  # for each column, how many rows a cell above still covers
    for row in rows:
        line: list[Inline] = []
        for cell in row:
            _fill_hanging(line, hanging)
            for offset in range(min(cell.columns, MAX_COLUMNS - len(line))):
                hanging[len(line)] = cell.rows - 1
                line.append(() if offset else _text(cell))
        _fill_hanging(line, hanging)
        grid.append(line)
    columns = zip_longest(*grid, fillvalue=())
    filled = [column for column in columns if any(column)]
    return [list(row) for row in zip(*filled, strict=True) if any(row)]


def _begins_with_names(cells: list[list[Inline]]) -> bool:
    """Whether the first row alone is bold all over, as editors without header cells write it."""
    return len(cells) > 1 and _is_bold(cells[0]) and not any(map(_is_bold, cells[1:]))


def _is_bold(row: list[Inline]) -> bool:
    return all(Mark.BOLD in span.marks for cell in row for span in cell if span.text.strip())


def _fill_hanging(line: list[Inline], hanging: list[int]) -> None:
    while len(line) < MAX_COLUMNS and hanging[len(line)] > 0:
        hanging[len(line)] -= 1
        line.append(())


def _text(cell: Cell) -> Inline:
    """The words of a cell; blocks are separated by line breaks, a picture is its words."""
    spans: list[Span] = []
    for block in cell.blocks:
        match block:
            case Paragraph(text):
                piece = text
            case Image(_, alt, caption):
                piece = caption or ((Span(alt),) if alt else ())
            case _:
                words = blocks_text((block,))
                piece = (Span(words),) if words else ()
        if spans and piece:
            spans.append(Span("\n"))
        spans.extend(piece)
    return joined(spans)
