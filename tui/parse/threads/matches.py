"""What selectors match in comments, each match with the comment it lies in.

Every selector is asked once for all of them, and a match belongs to the nearest item around it; so
nested replies keep their own parts, and a comment of a long thread takes no longer than one of a
short thread. Where only few lack a part, it is looked for in these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.selectors import possible
from tui.parse.threads.nodes import Territory, common_ancestor, enclosing, select
from tui.parse.threads.system import Item

FEW = 5
"""So few comments are looked through one by one; for more, all that is around them is."""

_V = TypeVar("_V")


class Part(Struct, Generic[_V], frozen=True, gc=False):
    """A part of a comment: its element, and what was read from it."""

    node: LexborNode
    value: _V | None


class Matches:
    """What selectors match in the items of a page.

    Args:
        document: The page.
        items: The comments, at least one.
    """

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        roots = [node for item in items for node in item.nodes]
        self._marks = document.marks
        self._items = items
        self.scope = common_ancestor(roots) or document.tree
        self.territory = Territory([item.nodes for item in items])
        self._holders = self.territory.others(enclosing(roots))

    def select(
        self, selector: str, found: Mapping[int, object] | None = None
    ) -> Sequence[LexborNode]:
        """What a selector matches in the items, or in those that lack what was found.

        Args:
            selector: The selector; empty for nothing.
            found: What was found by the indexes of items, or None.
        """
        found = found or {}
        wanted = possible(selector, self._marks)
        if len(self._items) - len(found) <= FEW:
            lacking = (item for index, item in enumerate(self._items) if index not in found)
            hits = (hit for item in lacking for root in item.nodes for hit in select(root, wanted))
            return list({hit.mem_id: hit for hit in hits}.values())
        return select(self.scope, wanted)

    def inside(self, selector: str) -> set[int]:
        """The `mem_id`s of what a selector matches, items aside."""
        nodes = self.select(selector)
        return {node.mem_id for node in nodes if not self.territory.is_item(node)}

    def owners(
        self, selector: str, is_meant: Callable[[LexborNode], bool] = bool
    ) -> set[int | None]:
        """The items that are, or hold, what a selector matches; None where that is in none.

        Args:
            selector: The selector; empty for nothing.
            is_meant: Whether a match counts.
        """
        return {self.territory.owner(node) for node in self.select(selector) if is_meant(node)}

    def first(
        self,
        selectors: Sequence[str],
        read: Callable[[LexborNode], _V | None],
        found: dict[int, Part[_V]] | None = None,
        without: Collection[int] = (),
    ) -> dict[int, Part[_V]]:
        """For each item the first match of the first selector that something is read from.

        Args:
            selectors: In order of preference.
            read: What a match gives, or None where it gives nothing.
            found: The parts that are known already, which is added to.
            without: The `mem_id`s of elements that do not count.
        """
        found = {} if found is None else found
        for selector in selectors:
            if len(found) == len(self._items):
                break
            for node in self.select(selector, found):
                owner = self.territory.owner(node)
                if owner is None or owner in found or self.territory.is_item(node):
                    continue
                if node.mem_id in without or node.mem_id in self._holders:
                    continue
                value = read(node)
                if value is not None:
                    found[owner] = Part(node, value)
        return found

    def all(self, selectors: Sequence[str]) -> dict[int, list[LexborNode]]:
        """For each item all outermost matches of the first selector that it has any of."""
        found: dict[int, list[LexborNode]] = {}
        for selector in selectors:
            if len(found) == len(self._items):
                break
            matches: dict[int, list[LexborNode]] = {}
            nodes = self.select(selector, found)
            within = Territory([(node,) for node in nodes])
            for index, node in enumerate(nodes):
                owner = self.territory.owner(node)
                if owner is None or owner in found or self.territory.is_item(node):
                    continue
                around = within.around(index)
                if around is None or self.territory.owner(nodes[around]) != owner:
                    matches.setdefault(owner, []).append(node)
            found.update(matches)
        return found
