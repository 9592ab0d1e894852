"""The text of blocks as the layout counts its characters, and passages of it as blocks again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.app.layout.article import BlockItem, TextItem
from tui.app.layout.blocks import TAB, cut_inline, picture_label, quoted_parts
from tui.app.layout.comments import CommentItem
from tui.app.layout.stack import Item
from tui.model import (
    Block,
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
    plain,
)


class Stretch(NamedTuple):
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
    match block:
        case Paragraph(text):
            return Paragraph(_cut_lines(text, first, last))
        case Heading(level, text):
            return Heading(level, cut_inline(text, max(first, 0), last))
        case Quote(inner):
            return Quote(cut(inner, first, last))
        case ListBlock():
            return _cut_list(block, first, last)
        case Preformatted(code, language):
            return Preformatted(code.expandtabs(TAB)[max(first, 0) : last], language)
        case _:
            return block


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
