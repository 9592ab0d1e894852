"""Blocks as plain text, one block a line: what `extract` prints and keys are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.model.blocks import (
    Block,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    inner_blocks,
)
from tui.model.inline import plain


def blocks_text(blocks: Sequence[Block]) -> str:
    """The words of the blocks, one block a line; markers, addresses and alt texts are left out."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterable[str]:
    if isinstance(block, (Paragraph, Heading)):  # most blocks are
        return (plain(block.text),)
    return _inner_lines(block)


def _inner_lines(block: Block) -> Iterator[str]:
    match block:
        case ListBlock() | DefinitionList() | Quote():
            for inner in inner_blocks(block):
                yield from _lines(inner)
        case Preformatted(text):
            yield text
        case Table(rows, _, caption):
            if caption:
                yield plain(caption)
            for row in rows:
                yield " ".join(filter(None, (plain(cell) for cell in row)))
        case Image(_, _, caption):
            if caption:
                yield plain(caption)
        case _:  # a rule
            return
