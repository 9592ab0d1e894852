"""Which parts of a list stand apart by an empty line, on the screen and in print."""

from __future__ import annotations

from tui.model import Block, ListBlock, Paragraph


def is_loose(block: ListBlock) -> bool:
    """Whether empty lines divide its items: those of a list in which one has several blocks.

    A list within an item, after a line of words, is none of these.
    """
    return any(len(item) > 1 and not follows(item[1], item[0]) for item in block.items)


def follows(block: Block, before: Block | None) -> bool:
    """Whether a block of an item stands right under the one before it: a list under its words."""
    return isinstance(block, ListBlock) and isinstance(before, Paragraph | ListBlock)
