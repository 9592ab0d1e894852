"""Blocks with their words, as the rules that take some off an article look at them."""

from __future__ import annotations

from msgspec import Struct

from tui.model import (
    Block,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Rule,
    blocks_text,
    inner_blocks,
)

LINES = (Heading, Paragraph)
"""Blocks that are one run of text."""


class Piece(Struct, frozen=True, gc=False):
    """A block of an article.

    Attributes:
        block: The block.
        text: Its words, a line for each block within it.
    """

    block: Block
    text: str


def pieces_of(blocks: tuple[Block, ...]) -> list[Piece]:
    """The blocks with their words."""
    return [Piece(block, blocks_text((block,))) for block in blocks]


def is_linked(block: Block) -> bool:
    """Whether all text of a block is in links; never of one without text."""
    if isinstance(block, LINES):
        spans = [span for span in block.text if span.text.strip()]
        return bool(spans) and all(span.href for span in spans)
    if isinstance(block, (ListBlock, DefinitionList)):
        inner = [part for part in inner_blocks(block) if not is_silent(part)]
        return bool(inner) and all(map(is_linked, inner))
    return False


def is_silent(block: Block) -> bool:
    """Whether a block has no words of its own: a picture without a caption, a rule."""
    return isinstance(block, Rule) or (isinstance(block, Image) and not block.caption)
