"""Measures a page: how much text each of its elements holds, and how much of it in links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import add
from typing import TypeAlias

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse import hints
from tui.parse.blocks.elements import (
    BLOCKS,
    FORMULAS,
    HEADINGS,
    LISTS,
    NOT_READ,
    PREFORMATTED,
    TEXT,
    Attributes,
    heads_panel,
    is_hidden,
    is_word,
)
from tui.parse.outline import Element, Outline, is_text
from tui.parse.patterns import regex

_LEAF = (
    BLOCKS | LISTS | PREFORMATTED | HEADINGS.keys() | {"blockquote", "figure", "table", "noscript"}
)

LITTLE = 200
MUCH_MORE = 3
"""A page that shows fewer characters of running text than this, and hides so many times more, waits
for a script to show them."""

_NAMELESS = ("", "", False)
_NUMBER = regex(r"\d\d")


def outline_of(root: LexborNode, claimed: Collection[int]) -> Outline:
    """All elements below a root in page order, the root first, without those with these `mem_id`s.

    What is never read is left out, and so is what the page hides; but where that leaves next to
    nothing, the page waits for a script to show it, and it is measured whole.
    """
    walk = _walk(root, claimed, hidden=False)
    shown = _measured(walk)
    if walk.is_all or shown[0].mass >= LITTLE:
        return shown
    whole = _measured(_walk(root, claimed, hidden=True))
    return whole if whole[0].mass >= MUCH_MORE * max(shown[0].mass, LITTLE) else shown


_Row: TypeAlias = tuple[LexborNode, str, Attributes, int, str, str, bool]
"""The first attributes of an element, `node` to `beside`.

All that is asked of an element is asked in one go, while it is at hand: later takes twice as long.
"""


class _Walk(Struct, frozen=True):
    """The elements of an outline in page order, and what was left out of it.

    Attributes:
        rows: The elements.
        sizes: The characters of text right in each.
        holding: The indices of the parents of those that others claimed.
        numbers: The indices of those with two digits together in the text right in them.
        is_all: Whether none was left out for being hidden.
    """

    rows: list[_Row]
    sizes: list[int]
    holding: set[int]
    numbers: set[int]
    is_all: bool


def _walk(root: LexborNode, claimed: Collection[int], *, hidden: bool) -> _Walk:
    tag, attributes = root.tag or "", root.attributes
    rows: list[_Row] = [(root, tag, attributes, 0, *_named(tag, attributes))]
    sizes = [0]
    holding: set[int] = set()
    numbers: set[int] = set()
    places = {root.mem_id: 0}
    is_all = True
    has_number = _NUMBER.search
    for node in root.traverse(include_text=True, skip_empty=True):
        tag = node.tag or ""
        if tag in NOT_READ or (around := node.parent) is None:
            continue
        parent = places.get(around.mem_id)
        if parent is None:  # it is in something that was left out, or the root
            continue
        if tag == TEXT:
            text = (node.text_content or "").strip()
            sizes[parent] += len(text)
            if parent not in numbers and has_number(text):
                numbers.add(parent)
            continue
        mark, attributes = node.mem_id, node.attributes
        if mark in claimed:
            holding.add(parent)
            continue
        named = _NAMELESS
        if attributes:
            if not hidden and is_hidden(tag, attributes):
                is_all = False
                continue
            named = _named(tag, attributes)
        classes, identity, is_beside = named
        if tag in hints.BESIDE_TAGS:
            # Accordions write their headings as buttons (WAI-ARIA practices).
            is_beside = is_beside or tag != "button" or not _heads(node, rows[parent][1])
        places[mark] = len(rows)
        rows.append((node, tag, attributes, parent, classes, identity, is_beside))
        sizes.append(0)
    return _Walk(rows, sizes, holding, numbers, is_all)


def _heads(button: LexborNode, around: str) -> bool:
    return around in HEADINGS or heads_panel(button) or is_word(button)


def _named(tag: str, attributes: Attributes) -> tuple[str, str, bool]:
    """The classes and the id of an element, and whether its role says that it stands beside."""
    attribute = attributes.get
    is_beside = attribute("role") in hints.BESIDE_ROLES
    # MathJax names formulas after its menus, and microdata says what its element is.
    if tag in FORMULAS or ("itemprop" in attributes and is_text(attributes)):
        return "", "", is_beside
    return attribute("class") or "", attribute("id") or "", is_beside


def _measured(walk: _Walk) -> Outline:
    """The elements, with where each ends, and what is in it added up."""
    rows, texts = walk.rows, walk.sizes
    nodes, tags, attributes, parents, classes, ids, beside = zip(*rows, strict=True)
    links, own, own_links = _flows(tags, parents, texts)
    flows = zip(tags, own, own_links, strict=True)
    masses = [_running(*flow) if flow[1] else 0.0 for flow in flows]
    counts = [1] * len(nodes)
    for index in range(len(nodes) - 1, 0, -1):
        parent, text = parents[index], texts[index]
        counts[parent] += counts[index]
        if text:
            texts[parent] += text
            links[parent] += links[index]
            masses[parent] += masses[index]
    for some in (walk.holding, walk.numbers):
        _add_around(some, parents)
    places = range(len(nodes))
    elements = map(
        Element,
        nodes,
        tags,
        attributes,
        parents,
        classes,
        ids,
        beside,
        map(add, places, counts),
        counts,
        map(walk.holding.__contains__, places),
        texts,
        links,
        masses,
        own,
        own_links,
        map(walk.numbers.__contains__, places),
    )
    return Outline(elements, tags, parents, masses, classes, ids)


def _add_around(some: set[int], parents: Sequence[int]) -> None:
    """Add the indices of all elements around some."""
    for index in [*some]:
        around = parents[index]
        while around not in some:
            some.add(around)
            around = parents[around]


def _flows(
    tags: Sequence[str], parents: Sequence[int], texts: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """The text that each element has in links, and that of each block's own flow, also in links."""
    links, own, own_links = ([0] * len(tags) for _ in range(3))
    flows: list[int] = []
    linked: list[bool] = []
    for index, (tag, parent, size) in enumerate(zip(tags, parents, texts, strict=True)):
        flow = index if tag in _LEAF or not index else flows[parent]
        in_link = tag == "a" or (index > 0 and linked[parent])
        flows.append(flow)
        linked.append(in_link)
        if size:
            own[flow] += size
            if in_link:
                links[index] = size
                own_links[flow] += size
    return links, own, own_links


def _running(tag: str, own: int, links: int) -> float:
    """The running text of one block, in characters: links and crumbs do not count."""
    if own < 20 or links * 2 > own or tag in HEADINGS:
        return 0.0
    return float(own - links)
