"""What a comment holds besides words: links, pictures, code, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Flag, auto

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
    Table,
    inner_blocks,
)

_ADDRESS = re.compile(r"https?://\w", re.IGNORECASE)


class Feature(Flag):
    """What a comment may hold; several are combined."""

    NONE = 0
    LINK = auto()  # to elsewhere, or an address among the words
    IMAGE = auto()
    CODE = auto()
    QUOTE = auto()


def features_of(blocks: Sequence[Block]) -> Feature:
    """All that the blocks hold."""
    found = Feature.NONE
    for feature in _in_blocks(blocks):
        found |= feature
    return found


def _in_blocks(blocks: Sequence[Block]) -> Iterator[Feature]:
    for block in blocks:
        match block:
            case Paragraph(text) | Heading(_, text):
                yield from _in_text(text)
            case ListBlock() | DefinitionList():
                yield from _in_blocks(inner_blocks(block))
            case Quote(inner):
                yield Feature.QUOTE
                yield from _in_blocks(inner)
            case Preformatted():
                yield Feature.CODE
            case Table(rows, _, caption):
                yield from _in_text(caption)
                for row in rows:
                    for cell in row:
                        yield from _in_text(cell)
            case Image(_, _, caption):
                yield Feature.IMAGE
                yield from _in_text(caption)
            case Rule():
                pass


def _in_text(text: Inline) -> Iterator[Feature]:
    for number, span in enumerate(text):
        if (span.href and not span.href.startswith("#")) or _ADDRESS.search(span.text):
            yield Feature.LINK
        if Mark.CODE in span.marks:
            yield Feature.CODE
        if (not number and span.text.startswith(">")) or "\n>" in span.text:
            yield Feature.QUOTE
