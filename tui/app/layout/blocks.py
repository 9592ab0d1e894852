"""Blocks to pieces: the look of paragraphs, headings, lists, quotes, code, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.app.layout.lines import Role, Run, Runs, runs_width
from tui.app.layout.pieces import FixedPiece, Piece, text_piece, verbatim_piece
from tui.app.layout.tables import table_length, table_rows
from tui.model import (
    Block,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
)

MIN_TEXT = 20
"""Prefixes grow no further where the text beside them would fall under this many cells."""

_BULLETS = ("•", "◦", "▪")
_QUOTE_BAR = Run("▌ ", Role.QUOTE)
_CODE_BAR = Run("  ", Role.CODE)
_TAB = 4


def block_pieces(
    blocks: Sequence[Block], width: int, prefix: Runs = (), role: Role = Role.TEXT
) -> list[Piece]:
    """The pieces of blocks under each other, with a gap between two of them.

    Args:
        blocks: What to lay out.
        width: The cells there are, prefix included.
        prefix: What stands before every line: guides, quote bars, indents.
        role: What plain text in them is.
    """
    pieces: list[Piece] = []
    for number, block in enumerate(blocks):
        if number:
            pieces.append(gap(prefix))
        pieces.extend(_pieces(block, width, prefix, role, depth=0))
    return pieces


def gap(prefix: Runs = ()) -> FixedPiece:
    """One empty line behind a prefix."""
    return FixedPiece((prefix,))


def _room(width: int, prefix: Runs) -> int:
    return max(width - runs_width(prefix), 2)


def _pieces(block: Block, width: int, prefix: Runs, role: Role, depth: int) -> Iterator[Piece]:
    room = _room(width, prefix)
    match block:
        case Paragraph(text):
            yield text_piece(text, room, prefix, prefix, role)
        case Heading(level, text):
            mark = Run("#" * min(level, 6) + " ", Role.MARKER)
            hang = Run(" " * len(mark.text), Role.MARKER)
            inner = max(room - len(mark.text), 2)
            yield text_piece(text, inner, (*prefix, mark), (*prefix, hang), Role.HEADING)
        case ListBlock():
            yield from _list(block, width, prefix, role, depth)
        case Quote(blocks):
            inner_prefix = (*prefix, _QUOTE_BAR) if room - 2 >= MIN_TEXT else prefix
            yield from _stacked(blocks, width, inner_prefix, Role.QUOTE, depth)
        case Preformatted(text, language):
            yield from _code(text, language, room, prefix)
        case Table():
            yield _table(block, room, prefix)
        case Image():
            yield from _image(block, room, prefix)
        case Rule():
            yield FixedPiece(((*prefix, Run("─" * min(room, 24), Role.META)),))


def _stacked(
    blocks: Sequence[Block], width: int, prefix: Runs, role: Role, depth: int
) -> Iterator[Piece]:
    for number, block in enumerate(blocks):
        if number:
            yield gap(prefix)
        yield from _pieces(block, width, prefix, role, depth)


def _list(block: ListBlock, width: int, prefix: Runs, role: Role, depth: int) -> Iterator[Piece]:
    last = block.start + len(block.items) - 1
    markers = [
        f"{number}. " if block.ordered else f"{_BULLETS[depth % len(_BULLETS)]} "
        for number in range(block.start, last + 1)
    ]
    wide = max(len(marker) for marker in markers)
    loose = any(len(item) > 1 and not isinstance(item[1], ListBlock) for item in block.items)
    for number, (marker, item) in enumerate(zip(markers, block.items, strict=True)):
        if number and loose:
            yield gap(prefix)
        hang = (*prefix, Run(" " * wide, Role.MARKER))
        head = (*prefix, Run(marker.rjust(wide), Role.MARKER))
        inner = hang if _room(width, hang) >= MIN_TEXT else prefix
        yield from _item(item, width, (head, hang, inner), role, depth)


def _item(
    item: Sequence[Block], width: int, prefixes: tuple[Runs, Runs, Runs], role: Role, depth: int
) -> Iterator[Piece]:
    """An item behind its marker, behind the space under it, and the rest behind a third prefix."""
    head, hang, inner = prefixes
    match item[0]:
        case Paragraph(text) | Heading(_, text):
            yield text_piece(text, _room(width, head), head, hang, role)
            following = item[1:]
        case _:
            yield FixedPiece((head,))
            following = item
    for block in following:
        if not isinstance(block, ListBlock) and block is not item[0]:
            yield gap(inner)
        yield from _pieces(block, width, inner, role, depth + 1)


def _code(text: str, language: str | None, room: int, prefix: Runs) -> Iterator[Piece]:
    if language:
        yield FixedPiece(((*prefix, _CODE_BAR, Run(language, Role.META)),))
    inner = max(room - len(_CODE_BAR.text), 2)
    code = (Span(text.expandtabs(_TAB)),)
    yield verbatim_piece(code, inner, (*prefix, _CODE_BAR), Role.CODE)


def _table(block: Table, room: int, prefix: Runs) -> Piece:
    places, rows = zip(*table_rows(block, room), strict=True)
    # Its first line is its beginning, also where the header is told in each record.
    places = (0, *places[1:])
    return FixedPiece(tuple((*prefix, *row) for row in rows), places, table_length(block))


def _image(block: Image, room: int, prefix: Runs) -> Iterator[Piece]:
    label = block.alt or ("" if block.caption else "picture without description")
    mark = Run("▣ ", Role.MARKER)
    hang = Run("  ", Role.MARKER)
    inner = max(room - cell_len(mark.text), 2)
    if label:
        alt = (Span(label, Mark.ITALIC, block.src),)
        yield text_piece(alt, inner, (*prefix, mark), (*prefix, hang), Role.META)
    if block.caption:
        first = hang if label else mark
        yield text_piece(block.caption, inner, (*prefix, first), (*prefix, hang), Role.META)
