"""The common ways in which pages hold comments as items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.nodes import Territory, attribute, everywhere
from tui.parse.threads.system import Item

MAX_ITEMS = 50_000
"""Comments beyond this many are not read; no page that a browser can show has them."""

MAX_DEPTH = 1_000
"""Depths beyond this are taken for this one."""


def first_group(pattern: re.Pattern[str], text: str) -> str | None:
    """The first group of the first match in a text, or None."""
    match = pattern.search(text)
    return match[1] if match else None


def items_by_id(selector: str, pattern: str) -> Callable[[Document], Sequence[Item]]:
    """Items are the matches of a selector; an id is the pattern's group in the element's own id."""
    compiled = re.compile(pattern)

    def find(document: Document) -> Sequence[Item]:
        return [
            Item((node,), key=first_group(compiled, attribute(node, "id")))
            for node in everywhere(document, selector)[:MAX_ITEMS]
        ]

    return find


def depth_in_class(node: LexborNode, pattern: re.Pattern[str]) -> int | None:
    """The depth that a class tells, as the pattern's group, or None."""
    digits = first_group(pattern, attribute(node, "class"))
    return min(int(digits[:9]), MAX_DEPTH) if digits else None


def merge_nested_twins(items: Sequence[Item]) -> list[Item]:
    """The items without those that lie in an item with the same key.

    Themes wrap a comment twice (`li#li-comment-7 > article#comment-7`); it is one comment.
    """
    territory = Territory([item.nodes for item in items])
    kept: list[Item] = []
    for index, item in enumerate(items):
        around = territory.around(index)
        if around is None or item.key is None or items[around].key != item.key:
            kept.append(item)
    return kept


def with_answered(
    items: Sequence[Item],
    links: Iterable[LexborNode],
    key_of: Callable[[LexborNode], str | None],
) -> list[Item]:
    """The items with the comment that each says it answers.

    Args:
        items: The comments.
        links: Elements in them that may name the comment that is answered; the first that does
            counts.
        key_of: The id of the comment that such an element names, or None.
    """
    territory = Territory([item.nodes for item in items])
    answered: dict[int | None, str] = {}
    for link in links:
        key = key_of(link)
        if key is not None:
            answered.setdefault(territory.owner(link), key)
    return [
        replace(item, parent_key=answered[index]) if index in answered else item
        for index, item in enumerate(items)
    ]


def answered_anchor(link: LexborNode) -> str:
    """The id that a link within the page leads to."""
    return attribute(link, "href").removeprefix("#")


def with_followers(items: Iterable[Item], tag: str) -> list[Item]:
    """The items together with the siblings of a tag that follow each, as `dd` follows `dt`."""
    return [replace(item, nodes=(*item.nodes, *_followers(item.nodes[-1], tag))) for item in items]


def _followers(node: LexborNode, tag: str) -> list[LexborNode]:
    found: list[LexborNode] = []
    at = node.next
    while at is not None and (at.tag == tag or not at.is_element_node):
        if at.is_element_node:
            found.append(at)
        at = at.next
    return found
