"""Small questions to Lexbor's tree, each answered without recursion.

Pages nest tags as deep as they like, so every walk here is a loop, and what is asked of many nodes
is remembered on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set as AbstractSet

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.clean import clean_line, clean_link
from tui.parse.document import Document
from tui.parse.selectors import possible

MAX_NODES = 4_000
"""How far `line_of` reads: names, dates and headings are short."""

SHORT_WAY = 8
"""So many elements from a part of a comment to its item are gone through again each time."""

_UNREAD = frozenset({"script", "style", "template", "svg", "noscript", "textarea", "select"})


def select(tree: LexborHTMLParser | LexborNode, selector: str) -> list[LexborNode]:
    """What a selector matches, in page order, each node once.

    Lexbor gives a node again for each member of a selector list that it matches.
    """
    if "," not in selector:
        return tree.css(selector) if selector else []
    return list({node.mem_id: node for node in tree.css(selector)}.values())


def everywhere(document: Document, selector: str) -> list[LexborNode]:
    """What a selector matches on a page, in page order, each node once."""
    return select(document.tree, possible(selector, document.marks))


def first_of(document: Document, selector: str) -> LexborNode | None:
    """The first element of a page that a selector matches, or None."""
    wanted = possible(selector, document.marks)
    return document.tree.css_first(wanted) if wanted else None


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's value, empty where it has none."""
    return node.attributes.get(name) or ""


def page_of(link: LexborNode, base: str | None) -> str:
    """The address that a link leads to without its fragment; empty for the page itself."""
    href = attribute(link, "href")
    return (clean_link(href, base) or href).partition("#")[0]


def classes(node: LexborNode) -> list[str]:
    """The class tokens of an element, in order."""
    return attribute(node, "class").split()


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around a node, the nearest first."""
    at = node.parent
    while at is not None and at.is_element_node:
        yield at
        at = at.parent


def enclosing(nodes: Iterable[LexborNode]) -> set[int]:
    """The `mem_id`s of all elements that any of the nodes lies in."""
    found: set[int] = set()
    for node in nodes:
        for around in ancestors(node):
            if around.mem_id in found:
                break
            found.add(around.mem_id)
    return found


def common_ancestor(nodes: Sequence[LexborNode]) -> LexborNode | None:
    """The nearest element around all of the nodes, or None where there are none."""
    if not nodes:
        return None
    line = list(ancestors(nodes[0]))
    place = {node.mem_id: index for index, node in enumerate(line)}
    lowest = 0
    for node in nodes:
        way: list[int] = []  # what is remembered, so that deep nodes take no longer
        for around in ancestors(node):
            if around.mem_id in place:
                found = place[around.mem_id]
                place.update(dict.fromkeys(way, found))
                lowest = max(lowest, found)
                break
            way.append(around.mem_id)
    return line[lowest] if line else None


def texts(
    node: LexborNode, *without: Collection[int], limit: int = MAX_NODES
) -> Iterator[LexborNode]:
    """The text nodes under a node, in page order.

    Args:
        node: Where to look.
        without: The `mem_id`s of elements to leave out with all they hold.
        limit: How many nodes to visit at most.
    """
    at: LexborNode | None = node
    depth = 0
    for _ in range(limit):
        if at is None:
            return
        inner = None
        if at.is_text_node:
            yield at
        elif at.tag not in _UNREAD:
            mark = at.mem_id
            for some in without:
                if mark in some:
                    break
            else:
                inner = at.first_child
        if inner is not None:
            depth += 1
            at = inner
            continue
        while depth and at is not None and at.next is None:
            depth -= 1
            at = at.parent
        at = at.next if depth and at is not None else None


def line_of(node: LexborNode, *without: Collection[int]) -> str:
    """The words under a node on one line, cleaned, as `texts` gives them."""
    return clean_line(" ".join(text.text_content or "" for text in texts(node, *without)))


def short_line(node: LexborNode, most: int) -> str:
    """The words under a node on one line, or nothing where they are more than some characters."""
    parts: list[str] = []
    left = 2 * most  # markup is often indented
    for text in texts(node):
        part = text.text_content or ""
        parts.append(part)
        left -= len(part)
        if left < 0:
            return ""
    line = clean_line(" ".join(parts))
    return line if len(line) <= most else ""


def outermost(nodes: Iterable[LexborNode]) -> tuple[LexborNode, ...]:
    """The nodes that lie in no other of them, each once, in the given order."""
    unique = {node.mem_id: node for node in nodes}
    territory = Territory([(node,) for node in unique.values()])
    return tuple(
        node for index, node in enumerate(unique.values()) if territory.around(index) is None
    )


class Inside:
    """Whether nodes are elements of some kind or lie in one; remembered for all on the way up.

    Args:
        is_kind: Whether an element is of that kind.
    """

    def __init__(self, is_kind: Callable[[LexborNode], bool]) -> None:
        self._is_kind = is_kind
        self._known: dict[int, bool] = {}

    def __call__(self, node: LexborNode | None) -> bool:
        """Whether a node, or an element around it, is of the kind."""
        way: list[int] = []
        found = False
        while node is not None and not found:
            mark = node.mem_id
            if mark in self._known:
                found = self._known[mark]
                break
            way.append(mark)
            found = node.is_element_node and self._is_kind(node)
            node = node.parent
        self._known.update(dict.fromkeys(way, found))
        return found


class Territory:
    """Which of several items each node of a tree belongs to: the nearest one around it.

    What was found for a node is remembered for all nodes on a long way up, so that asking for every
    node of a page takes time in proportion to the page, however deep it is. Most ways are short,
    and to remember their nodes would take half the memory that reading comments takes.
    """

    def __init__(self, items: Sequence[Sequence[LexborNode]]) -> None:
        self._roots = [nodes[0] for nodes in items]
        self._owners: dict[int, int | None] = {
            node.mem_id: index for index, nodes in enumerate(items) for node in nodes
        }
        self._own = frozenset(self._owners)

    def owner(self, node: LexborNode | None) -> int | None:
        """The index of the item that a node is in, or None."""
        owners = self._owners
        way: list[int] = []
        found: int | None = None
        while node is not None:
            mark = node.mem_id
            if mark in owners:
                found = owners[mark]
                break
            way.append(mark)
            node = node.parent
        if len(way) > SHORT_WAY:
            owners.update(dict.fromkeys(way, found))
        return found

    def around(self, index: int) -> int | None:
        """The index of the item that an item lies in, or None."""
        return self.owner(self._roots[index].parent)

    def others(self, marks: AbstractSet[int]) -> AbstractSet[int]:
        """Those of some `mem_id`s that are no items'."""
        return marks - self._own

    def is_item(self, node: LexborNode) -> bool:
        """Whether a node is an item itself."""
        return node.mem_id in self._own
