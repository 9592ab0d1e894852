"""What each of some elements answers where nesting does not tell: depths and in-page links."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.general.ids import told_parents
from tui.parse.threads.nodes import Territory, ancestors, attribute, select
from tui.parse.threads.system import Item

_DEPTH = regex(r"(?:^|[\s_-])(?:depth|level|indent|lvl|nest(?:ing)?)[-_]{0,2}(\d+)(?:$|[\s_-])")
_CHILD = regex(
    r"(?:^|[\s_-])(?:indented|child|repl(?:y|ies)|nested|subcomment|answer|antwort|antwoord|svar"
    r"|respuesta|resposta|reponse|risposta|odpowiedz|odpoved|vastaus|cevap|yanit|otvet)(?:$|[\s_])"
)
_INDENT = regex(r"(?:margin|padding)-(?:left|inline-start)\s*:\s*([\d.]+)(px|em|rem|%)")
_UTILITY = regex(r"(?:^|\s)(?:m|p)[ls]-\[?(\d{1,3}(?:\.\d)?)(?:px|rem)?\]?(?:$|\s)")
_DEPTH_ATTRIBUTES = frozenset(
    ("data-depth", "data-level", "data-indent", "data-nesting", "depth", "level", "aria-level")
)
MAX_DIGITS = 5
"""No depth has more digits than this."""


def with_parents(items: Sequence[Item], scope: LexborNode | None) -> list[Item]:
    """The items with what their markup says of what they answer.

    Links to another item of the page come first, then depths: those told by class, attribute or
    indentation, else how deep the element lies in the page.
    """
    links = _linked(items, scope) if scope is not None else {}
    depths = _told_depths(items) or _lying_depths(items)
    told = told_parents(items)
    return [
        _with_parent(item, depths[index], told[index], links.get(index))
        for index, item in enumerate(items)
    ]


def _with_parent(
    item: Item, depth: int | None, told: str | None, link: tuple[str, LexborNode] | None
) -> Item:
    """An item with its depth and the key of its parent, without the link that told it."""
    if link is None:
        if told is None and depth is None:
            return item
        return replace(item, depth=depth, parent_key=told)
    key, node = link
    return replace(item, depth=depth, parent_key=told or key, left_out=(*item.left_out, node))


def _linked(items: Sequence[Item], scope: LexborNode) -> dict[int, tuple[str, LexborNode]]:
    """For each item the key of the one earlier item that it links to, and the first such link."""
    territory = Territory([item.nodes for item in items])
    leading = [
        (link, attribute(link, "href").rpartition("#")[2], owner)
        for link in select(scope, "a[href*='#']")
        if (owner := territory.owner(link)) is not None
    ]
    wanted = {name for _, name, _ in leading}
    place = {
        name: territory.owner(node)
        for node in (select(scope, "[id], a[name]") if wanted else ())
        if (name := node.id or attribute(node, "name")) in wanted
    }
    targets: dict[int, set[int]] = {}
    links: dict[int, LexborNode] = {}
    for link, name, owner in leading:
        target = place.get(name)
        if target is not None and target < owner:
            targets.setdefault(owner, set()).add(target)
            links.setdefault(owner, link)
    return {
        index: (key, links[index])
        for index, found in targets.items()
        if len(found) == 1 and (key := items[next(iter(found))].key) is not None
    }


def _told_depths(items: Sequence[Item]) -> list[int | None] | None:
    """The depths that classes, attributes or indentation tell, or None where none does."""
    told = [_told_depth(item.nodes[0]) for item in items]
    if len(set(told)) > 1:
        known = {
            value: rank
            for rank, value in enumerate(sorted({0.0 if v is None else v for v in told}))
        }
        return [known[0.0 if value is None else value] for value in told]
    children = [bool(_CHILD.search(attribute(item.nodes[0], "class"))) for item in items]
    if any(children) and not all(children) and not children[0]:
        return [int(child) for child in children]
    return None


def _told_depth(node: LexborNode) -> float | None:
    """The depth or indent that an element, what is around it or the first in it tells."""
    inner = next((child for child in node.iter() if child.is_element_node), None)
    for at in (node, node.parent, inner):
        attributes = at.attributes if at is not None else {}
        for name in _DEPTH_ATTRIBUTES & attributes.keys():
            value = attributes[name] or ""
            if value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS:
                return float(value)
        names, style = attributes.get("class") or "", attributes.get("style") or ""
        depth = _DEPTH.search(names)
        if depth is not None:
            return float(depth[1][:MAX_DIGITS])
        indent = (_INDENT.search(style) if style else None) or _UTILITY.search(names)
        if indent is not None:
            return _number(indent[1])
    return None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _lying_depths(items: Sequence[Item]) -> list[int | None]:
    """How deep the elements lie, as ranks, where the first lies as high as any."""
    known: dict[int, int] = {}
    heights = [_height(item.nodes[0], known) for item in items]
    if not heights or heights[0] != min(heights):
        return [None] * len(items)
    ranks = {height: rank for rank, height in enumerate(sorted(set(heights)))}
    return [ranks[height] for height in heights]


def _height(node: LexborNode, known: dict[int, int]) -> int:
    """How many elements are around a node; what was found on the way is remembered."""
    way: list[int] = []
    height = 0
    for around in ancestors(node):
        if around.mem_id in known:
            height = known[around.mem_id] + 1
            break
        way.append(around.mem_id)
    for steps, mark in enumerate(reversed(way)):
        known[mark] = height + steps
    return height + len(way)
