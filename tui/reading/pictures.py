"""The pictures among blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import Block, Image, ListBlock, Quote


def pictures_in(blocks: Sequence[Block]) -> Iterator[Image]:
    """The pictures that have an address, from top to bottom."""
    for block in blocks:
        match block:
            case Image(src) if src:
                yield block
            case Quote(inner):
                yield from pictures_in(inner)
            case ListBlock(items):
                for item in items:
                    yield from pictures_in(item)
            case _:
                pass
