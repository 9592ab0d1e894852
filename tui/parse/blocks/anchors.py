"""Anchors: the blocks that fragments of addresses name.

A fragment names the element of that `id`, or the `a` of that `name` (HTML standard, section
7.4.6.3), as it stands or with its percent-encoding undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import is_not
from typing import TypeVar
from urllib.parse import unquote

from msgspec.structs import replace

from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    ListBlock,
    Quote,
    Term,
    inner_blocks,
)

_LONGEST = 200
NamedT = TypeVar("NamedT", bound=Block | Term)


def with_more_anchors(block: NamedT, anchors: Iterable[str]) -> NamedT:
    """The block with anchors before its own."""
    return replace(block, anchors=(*anchors, *block.anchors))


def anchors_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors of blocks and of those in them."""
    for block in blocks:
        yield from block.anchors
        yield from anchors_in(inner_blocks(block))


def with_known_anchors(blocks: Sequence[Block], hrefs: Iterable[str]) -> list[Block]:
    """The blocks with no anchors but those that may be followed.

    Args:
        blocks: The blocks.
        hrefs: Where links lead; the headings of a page are named by other pages, too.
    """
    fragments = {href.partition("#")[2] for href in hrefs}
    return _known(blocks, fragments | {unquote(fragment) for fragment in fragments}, set())


def _known(blocks: Sequence[Block], wanted: Collection[str], had: set[str]) -> list[Block]:
    """The blocks; those of which nothing is left out are the same objects as before."""
    return [
        _with_known(block, wanted, had)
        if block.anchors or isinstance(block, ListBlock | DefinitionList | Quote)
        else block
        for block in blocks
    ]


def _with_known(block: Block, wanted: Collection[str], had: set[str]) -> Block:
    block = _named(block, wanted, had)
    match block:
        case ListBlock(items):
            inner = [_known(item, wanted, had) for item in items]
            if any(map(_is_changed, items, inner)):
                return replace(block, items=tuple(map(tuple, inner)))
        case DefinitionList(items):
            definitions = [_with_known_terms(item, wanted, had) for item in items]
            if _is_changed(items, definitions):
                return replace(block, items=tuple(definitions))
        case Quote(quoted):
            kept = _known(quoted, wanted, had)
            if _is_changed(quoted, kept):
                return replace(block, blocks=tuple(kept))
        case _:
            pass
    return block


def _with_known_terms(item: Definition, wanted: Collection[str], had: set[str]) -> Definition:
    terms = [_named(term, wanted, had) for term in item.terms]
    inner = [_known(blocks, wanted, had) for blocks in item.descriptions]
    if _is_changed(item.terms, terms) or any(map(_is_changed, item.descriptions, inner)):
        return Definition(tuple(terms), tuple(map(tuple, inner)))
    return item


def _named(block: NamedT, wanted: Collection[str], had: set[str]) -> NamedT:
    """A block or term without the anchors of its own that nobody may follow."""
    if not block.anchors:
        return block
    every = isinstance(block, Heading)
    named = [name for name in block.anchors if every or name in wanted]
    known = [name for name in dict.fromkeys(named) if name not in had and _is_printable(name)]
    had.update(known)
    return block if len(known) == len(block.anchors) else replace(block, anchors=tuple(known))


def _is_changed(before: Sequence[object], after: Sequence[object]) -> bool:
    return any(map(is_not, before, after))


def _is_printable(name: str) -> bool:
    return len(name) <= _LONGEST and name.isprintable()
