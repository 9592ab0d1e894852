"""Blocks as plain text, one block a line: what `extract` prints and keys are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):  # most blocks are
            lines.append(plain(block.text))
        elif isinstance(block, ListBlock):  # most of the rest are in one
            for item in block.items:
                lines += _lines(item)
        else:
            lines += _lines_of(block)
    return lines


def _lines_of(block: Block) -> list[str]:
    match block:
        case Image(caption=caption):
            return [plain(caption)] if caption else []
        case DefinitionList() | Quote():
            return _lines(inner_blocks(block))
        case Preformatted(text):
            return [text]
        case Table(rows, _, caption):
            cells = [" ".join(filter(None, map(plain, row))) for row in rows]
            return [plain(caption), *cells] if caption else cells
        case _:  # a rule
            return []
