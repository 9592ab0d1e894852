"""Elements that repeat around dates or buttons: what the comments of a page may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.parse.threads.nodes import Territory, ancestors, attribute, classes

MAX_CLIMB = 14
"""How far above its date the element of a comment is looked for."""

MAX_TOKENS = 8
"""How many classes of an element are looked at; utility-first styles give dozens."""

MAX_ANCHORS_EACH = 3
"""An element with more dates of its own, on average, is a list and no comment."""

HEIGHT_SAMPLE = 50
"""How many anchors tell how high above them the elements are."""

_OUTER = frozenset({"body", "html", "main", "head"})


@dataclass(frozen=True, slots=True)
class Group:
    """Elements of one look, each with at least one date or button of its own.

    Attributes:
        nodes: The elements, in page order.
        anchors: The first date or button of each.
        height: How far above its anchor an element is, on average, in steps.
    """

    nodes: tuple[LexborNode, ...]
    anchors: tuple[LexborNode, ...]
    height: float


def groups(anchors: Sequence[LexborNode]) -> list[Group]:
    """The groups of a page, those of most elements first, of equal ones the outer first."""
    looks: dict[tuple[str, str], dict[int, LexborNode]] = {}
    for anchor in anchors:
        for _, node in zip(range(MAX_CLIMB), (anchor, *ancestors(anchor)), strict=False):
            if node.tag in _OUTER:
                break
            for look in _looks(node):
                looks.setdefault(look, {})[node.mem_id] = node
    distinct = {tuple(members): list(members.values()) for members in looks.values()}
    found = (_group(members, anchors) for members in distinct.values())
    kept = {tuple(node.mem_id for node in group.nodes): group for group in found if group}
    return sorted(kept.values(), key=lambda group: (-len(group.nodes), -group.height))


def _looks(node: LexborNode) -> list[tuple[str, str]]:
    """What an element looks like: its tag with each class, or with its parent's look."""
    tokens = classes(node)[:MAX_TOKENS]
    if tokens:
        return [(str(node.tag), token) for token in tokens]
    parent = node.parent
    if parent is None:
        return []
    outer = attribute(parent, "class") or attribute(parent, "id")
    return [(str(node.tag), f"{parent.tag} > {outer}")]


def _group(nodes: list[LexborNode], anchors: Sequence[LexborNode]) -> Group | None:
    """The elements that have anchors of their own, or None where they are lists, not comments."""
    territory = Territory([(node,) for node in nodes])
    owned: dict[int, LexborNode] = {}
    total = 0
    heights: list[int] = []
    for anchor in anchors:
        owner = territory.owner(anchor)
        if owner is not None:
            owned.setdefault(owner, anchor)
            total += 1
            if len(heights) < HEIGHT_SAMPLE:
                heights.append(_steps(anchor, nodes[owner]))
    if not owned or total > MAX_ANCHORS_EACH * len(owned):
        return None
    kept = [index for index in range(len(nodes)) if index in owned]
    return Group(
        nodes=tuple(nodes[index] for index in kept),
        anchors=tuple(owned[index] for index in kept),
        height=sum(heights) / len(heights),
    )


def _steps(node: LexborNode, goal: LexborNode) -> int:
    """How many steps up an element is from a node, both given that it is around it."""
    if node.mem_id == goal.mem_id:
        return 0
    for count, around in zip(range(1, MAX_CLIMB + 2), ancestors(node), strict=False):
        if around.mem_id == goal.mem_id:
            return count
    return MAX_CLIMB + 2
