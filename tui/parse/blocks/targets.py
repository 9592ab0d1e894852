"""The elements of a page by their ids, for what depends on where a link leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import is_hidden

Skip: TypeAlias = Callable[[LexborNode], bool]
"""Tells what is left out."""

_LEVELS = 64
_MOST_IDS = 100_000


class Targets:
    """The elements that fragments name; read once, when one is first asked for."""

    def __init__(self) -> None:
        self._by_id: dict[str, LexborNode] | None = None

    def is_shown(self, fragment: str | None, beside: LexborNode, skip: Skip | None) -> bool:
        """Whether a fragment names an element that is shown, and lies outside of another one.

        Args:
            fragment: The fragment.
            beside: The other element, from which the page is reached, too.
            skip: What is left out.
        """
        node = self._named(fragment, beside)
        if node is None:
            return False
        for _ in range(_LEVELS):
            if node is None or not node.is_element_node:
                return True
            is_left_out = skip is not None and skip(node)
            if is_left_out or node == beside or is_hidden(node.tag or "", node.attributes):
                return False
            node = node.parent
        return True

    def hidden(self, fragment: str | None, beside: LexborNode) -> LexborNode | None:
        """The element that a fragment names, where the page hides it."""
        node = self._named(fragment, beside)
        is_hidden_one = node is not None and is_hidden(node.tag or "", node.attributes)
        return node if is_hidden_one else None

    def _named(self, fragment: str | None, beside: LexborNode) -> LexborNode | None:
        if not fragment:
            return None
        if self._by_id is None:
            self._by_id = _ids(beside)
        return self._by_id.get(fragment)


def _ids(node: LexborNode) -> dict[str, LexborNode]:
    root = node
    while root.parent is not None and root.parent.is_element_node:
        root = root.parent
    found: dict[str, LexborNode] = {}
    for named in root.css("[id]")[:_MOST_IDS]:
        found.setdefault(named.id or "", named)
    return found
