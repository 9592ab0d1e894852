"""Elements that repeat around dates or buttons: what the comments of a page may be."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

from msgspec import Struct, field
from selectolax.lexbor import LexborNode

from tui.parse.marks import stem
from tui.parse.threads.nodes import ancestors, attribute

MAX_CLIMB = 14
"""How far above its date the element of a comment is looked for."""

MAX_TOKENS = 8
"""How many classes of an element are looked at; utility-first styles give dozens."""

MAX_GROUPS = 300
"""How many groups of a page are told; many of them are of the same elements."""

MAX_ANCHORS_EACH = 3
"""An element with more dates of its own, on average, is a list and no comment."""

_OUTER = frozenset({"body", "html", "main", "head"})


class Group(Struct, frozen=True):
    """Elements of one look, each with at least one date or button of its own.

    Attributes:
        nodes: The elements, in page order.
        anchors: The first date or button of each.
        height: How far above its anchor an element is, on average, in steps.
    """

    nodes: tuple[LexborNode, ...]
    anchors: tuple[LexborNode, ...]
    height: float


class _Gathered(Struct):
    """The elements of one look so far: by `mem_id`, each with its first anchor."""

    nodes: dict[int, tuple[LexborNode, LexborNode]] = field(default_factory=dict)
    anchors: int = 0
    steps: int = 0

    @property
    def height(self) -> float:
        """How far above its anchor an element is, on average, in steps."""
        return self.steps / self.anchors


def groups(anchors: Sequence[LexborNode]) -> list[Group]:
    """The groups of a page, those of most elements first, of equal ones the outer first.

    An anchor belongs to the nearest element of a look around it.
    """
    gathered: dict[str, _Gathered] = {}
    looks: dict[int, tuple[str, ...]] = {}
    for anchor in anchors:
        seen: set[str] = set()
        for steps, node in enumerate(around(anchor)):
            mark = node.mem_id
            if mark not in looks:
                looks[mark] = _looks(node)
            for look in looks[mark]:
                if look in seen:
                    continue
                seen.add(look)
                found = gathered.setdefault(look, _Gathered())
                found.nodes.setdefault(mark, (node, anchor))
                found.anchors += 1
                found.steps += steps
    kept = (one for one in gathered.values() if one.anchors <= MAX_ANCHORS_EACH * len(one.nodes))
    largest = nsmallest(MAX_GROUPS, kept, key=lambda one: (-len(one.nodes), -one.height))
    distinct = {tuple(one.nodes): one for one in largest}
    return [_group(one) for one in distinct.values()]


def _group(found: _Gathered) -> Group:
    nodes, anchors = zip(*found.nodes.values(), strict=True)
    return Group(nodes, anchors, found.height)


def around(anchor: LexborNode) -> list[LexborNode]:
    """An anchor, if it is no mere text, and the elements around it that are no whole page."""
    line = [anchor] if anchor.is_element_node else []
    for node, _ in zip(ancestors(anchor), range(MAX_CLIMB), strict=False):
        if node.tag in _OUTER:
            break
        line.append(node)
    return line


def _looks(node: LexborNode) -> tuple[str, ...]:
    """What an element looks like: its tag with each class, with its id, and with its parent."""
    tag = str(node.tag)
    tokens = attribute(node, "class").split()[:MAX_TOKENS]
    looks = [f"{tag}.{token}" for token in tokens]
    name = attribute(node, "id")
    if any(map(str.isdecimal, name)):
        looks.append(f"{tag}#{stem(name)}")
    parent = node.parent
    if parent is not None:
        outer = attribute(parent, "class") or stem(attribute(parent, "id"))
        looks.append(f"{parent.tag}.{outer} > {tag}")
        if tokens:
            looks.append(f"{parent.mem_id} > {tag}")
    return tuple(dict.fromkeys(looks))
