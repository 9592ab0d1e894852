"""The text of blocks as the layout counts its characters, and passages of it as blocks again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.app.layout.article import BlockItem, TextItem
from tui.app.layout.blocks import TAB, cut_inline, picture_label, quoted_parts
from tui.app.layout.comments import CommentItem
from tui.app.layout.stack import Item
from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Term,
    plain,
)


class Stretch(Struct, frozen=True):
    """Text without a break in it: a paragraph, an item of a list, a table.

    Attributes:
        text: Its characters.
        whole: Whether it is taken whole or not at all, as tables and pictures are.
    """

    text: str
    whole: bool = False


def blocks_of(item: Item) -> tuple[Block, ...]:
    """What can be taken of an item of article or thread."""
    match item:
        case CommentItem():
            return item.comment.blocks
        case BlockItem():
            return (item.block,)
        case TextItem():
            return (Paragraph((Span(item.text),)),) if item.text else ()
        case _:
            return ()


def stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """The text of blocks, in the order and with the characters of their lines on the screen."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield from (Stretch(plain(part)) for _, part in quoted_parts(text))
            case Heading(_, text):
                yield Stretch(plain(text))
            case ListBlock(items):
                for item in items:
                    yield from _item(item)
            case DefinitionList(items):
                for definition in items:
                    yield from _definition(definition)
            case Quote(inner):
                yield from stretches(inner)
            case Preformatted(code):
                yield Stretch(code.expandtabs(TAB))
            case Table(rows, _, caption):
                cells = (plain(cell) for row in rows for cell in row)
                yield Stretch("".join((plain(caption), *cells)), whole=True)
            case Image(_, _, caption):
                yield Stretch(picture_label(block) + plain(caption), whole=True)
            case Rule():
                continue


def _item(item: Sequence[Block]) -> Iterator[Stretch]:
    """The text of an item of a list; its first paragraph stands beside the marker, undivided."""
    first, *others = item
    if isinstance(first, Paragraph):
        yield Stretch(plain(first.text))
        yield from stretches(others)
    else:
        yield from stretches(item)


def _definition(definition: Definition) -> Iterator[Stretch]:
    """The text of terms, each undivided, and of their descriptions."""
    yield from (Stretch(plain(term.text)) for term in definition.terms)
    yield from stretches(definition.described)


def cut(blocks: Sequence[Block], first: int, last: int) -> tuple[Block, ...]:
    """The blocks of the characters from `first` to `last`, as `stretches` counts them."""
    if first >= last:
        return ()
    kept: list[Block] = []
    at = 0
    for block in blocks:
        length = sum(len(stretch.text) for stretch in stretches((block,)))
        if isinstance(block, Rule):
            part: Block | None = block if first < at < last else None
        elif first <= at and at + length <= last:
            part = block
        else:
            part = (
                _part(block, first - at, last - at) if at < last and first < at + length else None
            )
        if part is not None:
            kept.append(part)
        at += length
    return tuple(kept)


def _part(block: Block, first: int, last: int) -> Block | None:
    """What the characters of a block from `first` to `last` leave of it."""
    part: Block | None = block
    match block:
        case Paragraph(text):
            part = Paragraph(_cut_lines(text, first, last))
        case Heading(level, text):
            part = Heading(level, cut_inline(text, max(first, 0), last))
        case Quote(inner):
            part = Quote(cut(inner, first, last))
        case ListBlock():
            part = _cut_list(block, first, last)
        case DefinitionList():
            part = _cut_definitions(block, first, last)
        case Preformatted(code, language):
            part = Preformatted(code.expandtabs(TAB)[max(first, 0) : last], language)
        case _:
            pass
    return part


def _cut_list(block: ListBlock, first: int, last: int) -> ListBlock | None:
    kept: list[tuple[int, tuple[Block, ...]]] = []
    at = 0
    for number, item in enumerate(block.items):
        parts = list(_item(item))
        length = sum(len(part.text) for part in parts)
        if at < last and first < at + length:
            beside = len(parts[0].text) if parts else 0  # of a rule there is no text
            kept.append((number, _cut_item(item, beside, first - at, last - at)))
        at += length
    if not kept:
        return None
    items = tuple(item for _, item in kept if item)
    return replace(block, items=items, start=block.start + kept[0][0]) if items else None


def _cut_item(item: Sequence[Block], beside: int, first: int, last: int) -> tuple[Block, ...]:
    """A part of an item of which so many characters may stand beside the marker."""
    head, *others = item
    if not isinstance(head, Paragraph):
        return cut(item, first, last)
    text = cut_inline(head.text, max(first, 0), min(last, beside)) if first < beside else ()
    rest = cut(others, first - beside, last - beside)
    return (Paragraph(text), *rest) if text else rest


def _cut_definitions(block: DefinitionList, first: int, last: int) -> DefinitionList | None:
    kept: list[Definition] = []
    at = 0
    for item in block.items:
        terms: list[Term] = []
        for term in item.terms:
            if text := cut_inline(term.text, max(first - at, 0), max(last - at, 0)):
                terms.append(replace(term, text=text))
            at += len(plain(term.text))
        descriptions: list[tuple[Block, ...]] = []
        for blocks in item.descriptions:
            descriptions.append(cut(blocks, first - at, last - at))
            at += sum(len(stretch.text) for stretch in stretches(blocks))
        part = Definition(tuple(terms), tuple(filter(None, descriptions)))
        if part.blocks:
            kept.append(part)
    return DefinitionList(tuple(kept)) if kept else None


def _cut_lines(text: Inline, first: int, last: int) -> Inline:
    """A part of a paragraph; the line feeds between its parts are not counted, and are kept."""
    spans: list[Span] = []
    at = 0
    for _, part in quoted_parts(text):
        length = len(plain(part))
        if at < last and first < at + length:
            if spans:
                spans.append(Span("\n"))
            spans.extend(cut_inline(part, max(first - at, 0), last - at))
        at += length
    return tuple(spans)


def characters_before(block: Block, path: Sequence[int]) -> int:
    """The characters of a block before a place in it, as `stretches` counts them.

    Args:
        block: The block.
        path: The place, as in `Place`.
    """
    match block:
        case ListBlock(items) if path:
            number, inner, *rest = path
            item = items[number]
            before = [part for other in items[:number] for part in _item(other)]
            before += _item(item[:inner]) if inner else ()
            own = characters_before(item[inner], rest)
        case DefinitionList(items) if path:
            number, inner, *rest = path
            before = [part for other in items[:number] for part in _definition(other)]
            own = _characters_before_in(items[number], inner, rest)
        case Quote(blocks) if path:
            number, *rest = path
            before = list(stretches(blocks[:number]))
            own = characters_before(blocks[number], rest)
        case _:
            return 0
    return sum(len(part.text) for part in before) + own


def _characters_before_in(definition: Definition, inner: int, rest: Sequence[int]) -> int:
    """The same within a definition, for a place in one of its blocks."""
    terms = definition.terms[:inner]
    blocks = definition.described[: max(inner - len(definition.terms), 0)]
    parts = _definition(Definition(terms, (blocks,)))
    own = characters_before(definition.blocks[inner], rest)
    return sum(len(part.text) for part in parts) + own
