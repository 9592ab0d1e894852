"""Blocks to pieces: the look of paragraphs, headings, lists, quotes, code, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from tui.app.layout.clip import clip_runs
from tui.app.layout.glyphs import Glyphs
from tui.app.layout.lines import Role, Run, Runs, runs_width
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.pieces import FixedPiece, Piece, lines_of, text_piece, verbatim_piece
from tui.app.layout.tables import table_length, table_rows
from tui.model import (
    Block,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    marked,
    plain,
)
from tui.reading.scripts import drawn
from tui.reading.spacing import follows, is_loose

MIN_TEXT = 20
"""Prefixes grow no further where the text beside them would fall under this many cells."""

_DESCRIPTION = Run("    ", Role.MARKER)
_CODE_BAR = Run("  ", Role.CODE)
TAB = 4
"""The cells between the stops of tabs in code."""

_FEWEST_FOLDED = 2
"""Quotes with fewer lines below the first one stay open: to fold them saves nothing."""


class _Manner(Struct, frozen=True):
    """How blocks are laid out where they stand.

    Attributes:
        look: How the reader wants to see them.
        quoted: Whether they are quoted, which dims all of them.
        folds: Whether quotes among them fold; the inner ones of a quote never do by themselves.
        depth: In how many lists they are.
    """

    look: Look
    quoted: bool = False
    folds: bool = False
    depth: int = 0

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return self.look.glyphs

    def drawn(self, text: Inline) -> Inline:
        """Text with the signs that it needs."""
        return drawn(text, in_ascii=self.glyphs.is_ascii)

    def role(self, role: Role) -> Role:
        """What something is here."""
        return Role.QUOTE if self.quoted else role


def block_pieces(
    blocks: Sequence[Block], width: int, prefix: Runs = (), look: Look = PLAIN
) -> list[Piece]:
    """The pieces of blocks under each other, with a gap between two of them.

    Args:
        blocks: What to lay out.
        width: The cells there are, prefix included.
        prefix: What stands before every line: guides, quote bars, indents.
        look: How the reader wants to see them.
    """
    manner = _Manner(look, folds=look.folds_quotes)
    return list(_stacked(blocks, max(width - runs_width(prefix), 2), prefix, manner))


def gap(prefix: Runs = ()) -> FixedPiece:
    """One empty line behind a prefix."""
    return FixedPiece((prefix,))


def _stacked(blocks: Sequence[Block], room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    for number, block in enumerate(blocks):
        if number:
            yield gap(prefix)
        yield from _pieces(block, room, prefix, manner)


def _pieces(block: Block, room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    """The pieces of a block in the `room` cells behind a prefix."""
    match block:
        case Paragraph(text):
            yield from _paragraph(text, room, prefix, manner)
        case Heading(level, text):
            mark = Run("#" * min(level, 6) + " ", Role.MARKER)
            hang = Run(" " * len(mark.text), Role.MARKER)
            inner = max(room - len(mark.text), 2)
            role = manner.role(Role.HEADING)
            yield text_piece(manner.drawn(text), inner, (*prefix, mark), (*prefix, hang), role)
        case ListBlock():
            yield from _list(block, room, prefix, manner)
        case DefinitionList():
            yield from _definitions(block, room, prefix, manner)
        case Quote(blocks):
            yield from _quote(blocks, room, prefix, manner)
        case Preformatted(text, language):
            yield from _code(text, language, room, prefix, manner)
        case Table():
            yield _table(block, room, prefix, manner)
        case Image():
            yield from _image(block, room, prefix, manner)
        case Rule():
            rule = Run(manner.glyphs.rule * min(room, 24), Role.META)
            yield FixedPiece(((*prefix, rule),))


def _paragraph(text: Inline, room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    """A paragraph; lines of it that begin with `>` are quoted, as in plain text and in mail."""
    if not any(">" in span.text for span in text):
        yield text_piece(manner.drawn(text), room, prefix, prefix, manner.role(Role.TEXT))
        return
    for quoted, part in quoted_parts(text):
        role = Role.QUOTE if quoted else manner.role(Role.TEXT)
        piece = text_piece(manner.drawn(part), room, prefix, prefix, role)
        yield _folded([piece], room, prefix, manner) if quoted and manner.folds else piece


def quoted_parts(text: Inline) -> Iterator[tuple[bool, Inline]]:
    """The lines of a paragraph, those that are quoted apart from the others.

    The line feeds between two parts are in none of them.
    """
    at = 0
    lines: list[tuple[bool, int, int]] = []
    for line in plain(text).split("\n"):
        lines.append((line.lstrip().startswith(">"), at, at + len(line)))
        at += len(line) + 1
    for quoted, group in groupby(lines, key=lambda line: line[0]):
        members = list(group)
        yield quoted, cut_inline(text, members[0][1], members[-1][2])


def cut_inline(text: Inline, start: int, end: int) -> Inline:
    """The characters from `start` to `end`."""
    spans: list[Span] = []
    at = 0
    for span in text:
        part = span.text[max(start - at, 0) : max(end - at, 0)]
        if part:
            spans.append(replace(span, text=part))
        at += len(span.text)
    return tuple(spans)


def _quote(blocks: Sequence[Block], room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    bar = Run(manner.glyphs.quote, Role.BAR)
    fits = room - len(bar.text) >= MIN_TEXT
    inner, left = ((*prefix, bar), room - len(bar.text)) if fits else (prefix, room)
    pieces = list(_stacked(blocks, left, inner, replace(manner, quoted=True, folds=False)))
    if manner.folds:
        yield _folded(pieces, room, prefix, manner)
    else:
        yield from pieces


def _folded(pieces: list[Piece], room: int, prefix: Runs, manner: _Manner) -> Piece:
    """The first line of a quote, and how many it hides; all of them where they are few.

    It counts as many characters as the whole quote, so that places behind it stay the same.
    """
    lines = list(lines_of(pieces))
    places = tuple(line.at for line in lines)
    length = sum(piece.length for piece in pieces)
    more = len(lines) - 1
    if more < _FEWEST_FOLDED:
        return FixedPiece(tuple(line.runs for line in lines), places, length)
    tail = Run(f" {manner.glyphs.more} {more} more lines", Role.META)
    width = runs_width(prefix) + room
    first = clip_runs(lines[0].runs, width - cell_len(tail.text))
    return FixedPiece((tuple(clip_runs((*first, tail), width)),), (0,), length)


def _list(block: ListBlock, room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    last = block.start + len(block.items) - 1
    bullets = manner.glyphs.bullets
    markers = [
        f"{number}. " if block.ordered else f"{bullets[manner.depth % len(bullets)]} "
        for number in range(block.start, last + 1)
    ]
    wide = max(len(marker) for marker in markers)
    loose = is_loose(block)
    for number, (marker, item) in enumerate(zip(markers, block.items, strict=True)):
        if number and loose:
            yield gap(prefix)
        hang = (*prefix, Run(" " * wide, Role.MARKER))
        head = (*prefix, Run(marker.rjust(wide), Role.MARKER))
        left = max(room - wide, 2)
        inner, below = (hang, left) if left >= MIN_TEXT else (prefix, room)
        yield from _item(item, (left, below), (head, hang, inner), manner)


def _item(
    item: Sequence[Block],
    rooms: tuple[int, int],
    prefixes: tuple[Runs, Runs, Runs],
    manner: _Manner,
) -> Iterator[Piece]:
    """An item behind its marker, behind the space under it, and the rest behind a third prefix."""
    head, hang, inner = prefixes
    beside, under = rooms
    match item[0]:
        case Paragraph(text) | Heading(_, text):
            role = manner.role(Role.HEADING if isinstance(item[0], Heading) else Role.TEXT)
            yield text_piece(manner.drawn(text), beside, head, hang, role)
            following = item[1:]
        case _:
            yield FixedPiece((head,))
            following = item
    below = replace(manner, depth=manner.depth + 1)
    for number, block in enumerate(following, len(item) - len(following)):
        if number and not follows(block, item[number - 1]):
            yield gap(inner)
        yield from _pieces(block, under, inner, below)


def _definitions(
    block: DefinitionList, room: int, prefix: Runs, manner: _Manner
) -> Iterator[Piece]:
    """Terms in bold, and what is said of them further in."""
    fits = room - len(_DESCRIPTION.text) >= MIN_TEXT
    inner, left = (
        ((*prefix, _DESCRIPTION), room - len(_DESCRIPTION.text)) if fits else (prefix, room)
    )
    loose = any(len(blocks) > 1 for item in block.items for blocks in item.descriptions)
    for number, item in enumerate(block.items):
        if number and loose:
            yield gap(prefix)
        for term in item.terms:
            text = manner.drawn(marked(term.text, Mark.BOLD))
            yield text_piece(text, room, prefix, prefix, manner.role(Role.TEXT))
        for at, blocks in enumerate(item.descriptions):
            if at and loose:
                yield gap(inner)
            yield from _stacked(blocks, left, inner, manner)


def _code(
    text: str, language: str | None, room: int, prefix: Runs, manner: _Manner
) -> Iterator[Piece]:
    if language:
        yield FixedPiece(((*prefix, _CODE_BAR, Run(language, Role.META)),))
    inner = max(room - len(_CODE_BAR.text), 2)
    code = (Span(text.expandtabs(TAB)),)
    role = manner.role(Role.CODE)
    drawn_as = language if role is Role.CODE else None  # what is quoted is dim all over
    yield verbatim_piece(code, inner, (*prefix, _CODE_BAR), role, drawn_as)


def _table(block: Table, room: int, prefix: Runs, manner: _Manner) -> Piece:
    role = manner.role(Role.TEXT)
    places, rows = zip(*table_rows(block, room, manner.glyphs, role), strict=True)
    # Its first line is its beginning, also where the header is told in each record.
    places = (0, *places[1:])
    return FixedPiece(tuple((*prefix, *row) for row in rows), places, table_length(block))


def picture_label(block: Image) -> str:
    """The words that stand for a picture, over its caption if it has one."""
    return block.own_words or ("" if block.caption else "picture without description")


def _image(block: Image, room: int, prefix: Runs, manner: _Manner) -> Iterator[Piece]:
    label = picture_label(block)
    mark = Run(manner.glyphs.picture, Role.MARKER)
    hang = Run("  ", Role.MARKER)
    inner = max(room - cell_len(mark.text), 2)
    # A picture beside a saved page is none that a link leads to.
    href = block.src if block.src and block.src.startswith("http") else None
    if label:
        alt = (Span(label, Mark.ITALIC, href),)
        yield text_piece(alt, inner, (*prefix, mark), (*prefix, hang), Role.META)
    if block.caption:
        first = hang if label else mark
        caption = manner.drawn(block.caption)
        if not label:
            caption = tuple(Span(span.text, span.marks, span.href or href) for span in caption)
        yield text_piece(caption, inner, (*prefix, first), (*prefix, hang), Role.META)
