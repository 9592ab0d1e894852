"""The page in numbers: how much text each element holds, how much of it in links."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.parse import hints
from tui.parse.blocks.elements import (
    BLOCKS,
    HEADINGS,
    LISTS,
    PREFORMATTED,
    TEXT,
    UNREAD,
    is_hidden,
)

_LEAF = (
    BLOCKS | LISTS | PREFORMATTED | HEADINGS.keys() | {"blockquote", "figure", "table", "noscript"}
)

LITTLE = 200
MUCH_MORE = 3
"""A page that shows fewer characters of running text than this, and hides so many times more, waits
for a script to show them."""


@dataclass(slots=True)
class Element:
    """An element of the outline.

    Attributes:
        node: The element itself.
        tag: Its name.
        parent: The index of its parent; its own for the first.
        end: The index after its last descendant.
        size: How many elements it is made of, itself included.
        beside: Whether its kind or role says that it stands beside the content.
        named_beside: Whether its names say so, which is less sure.
        named_links: Whether its names say that it is a list of links.
        holds_claimed: Whether something in it was left out because others claimed it.
        content: Whether they say that it is the content.
        names: Its classes and its id, in lower case.
        text: How many characters of text it holds; after `Outline.measure`, with all below.
        links: How many of those are in links.
        mass: How many characters of running text it holds, links and crumbs not counted.
        own: Characters of its own flow of text, links counted apart in `own_links`.
        own_links: See `own`.
    """

    node: LexborNode
    tag: str
    parent: int
    end: int = 0
    size: int = 1
    beside: bool = False
    named_beside: bool = False
    named_links: bool = False
    holds_claimed: bool = False
    content: bool = False
    names: str = ""
    text: int = 0
    links: int = 0
    mass: float = 0.0
    own: int = 0
    own_links: int = 0


def outline_of(root: LexborNode, claimed: Collection[int]) -> list[Element]:
    """All elements below a root in page order, the root first, without those with these `mem_id`s.

    What is never read is left out, and so is what the page hides; but where that leaves next to
    nothing, the page waits for a script to show it, and it is measured whole.
    """
    shown, is_all = _elements(root, claimed, hidden=False)
    if is_all or shown[0].mass >= LITTLE:
        return shown
    whole, _ = _elements(root, claimed, hidden=True)
    return whole if whole[0].mass >= MUCH_MORE * max(shown[0].mass, LITTLE) else shown


def _elements(
    root: LexborNode, claimed: Collection[int], *, hidden: bool
) -> tuple[list[Element], bool]:
    """The elements, and whether none was left out for being hidden."""
    elements: list[Element] = []
    is_all = True
    stack: list[tuple[LexborNode, int, int, bool]] = [(root, 0, 0, False)]
    while stack:
        node, parent, block, linked = stack.pop()
        tag = node.tag or ""
        if tag == TEXT:
            size = len((node.text_content or "").strip())
            if size:
                elements[parent].text += size
                elements[block].own += size
                if linked:
                    elements[parent].links += size
                    elements[block].own_links += size
            continue
        if tag in UNREAD or not node.is_element_node:
            continue
        attributes = node.attributes
        index = len(elements)
        if index and node.mem_id in claimed:
            elements[parent].holds_claimed = True
            continue
        if attributes and index and not hidden and is_hidden(tag, attributes):
            is_all = False
            continue
        element = Element(node, tag, parent, beside=tag in hints.BESIDE_TAGS)
        elements.append(element)
        if attributes:
            _name(element, attributes)
        if tag in _LEAF or not index:
            block = index
        linked = linked or tag == "a"
        child = node.last_child
        while child is not None:
            stack.append((child, index, block, linked))
            child = child.prev
    _close(elements)
    return elements, is_all


def _name(element: Element, attributes: dict[str, str | None]) -> None:
    role = attributes.get("role")
    if role in hints.BESIDE_ROLES:
        element.beside = True
    if "articleBody" in (attributes.get("itemprop") or ""):
        element.content = True
        return
    kind, identity = attributes.get("class"), attributes.get("id")
    if kind or identity:
        element.names = hints.names(kind or "", identity or "")
        element.content, element.named_beside, element.named_links = hints.meaning(element.names)


def _close(elements: list[Element]) -> None:
    """Find where each element ends, and add up what is below it."""
    for index in range(len(elements) - 1, -1, -1):
        element = elements[index]
        element.end = element.end or index + 1
        element.size = element.end - index
        element.mass += _running(element)
        if index:
            parent = elements[element.parent]
            parent.end = parent.end or element.end
            parent.holds_claimed = parent.holds_claimed or element.holds_claimed
            parent.text += element.text
            parent.links += element.links
            parent.mass += element.mass


def _running(element: Element) -> float:
    """The running text of one block, in characters: links and crumbs do not count."""
    own, links = element.own, element.own_links
    if own < 20 or links * 2 > own or element.tag in HEADINGS:
        return 0.0
    return float(own - links)
