"""Comments that lack a date and a button: deleted and folded ones, and pingbacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.patterns import regex
from tui.parse.selectors import possible
from tui.parse.threads.general.evidence import names_comment
from tui.parse.threads.general.parts import PINGS
from tui.parse.threads.general.surface import Surface
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import classes, select, texts
from tui.parse.words import is_deleted_notice

MAX_LINKS = 20
"""How many links of an element are read."""

MAX_NODES = 20
"""A notice that a comment was deleted comes within so many nodes."""

MAX_NOTICE = 300
"""A notice that a comment was deleted is shorter than this many characters."""

_TOKEN = regex(r"[A-Za-z_][\w-]*")


def all_alike(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None, *, called: bool
) -> Sequence[LexborNode]:
    """All elements that share a class of the nodes, where there are more of them.

    Deleted and folded comments have neither date nor button of their own, nor have pingbacks. A
    class that does not speak of comments is shared by other things as well, of which only notices
    of deletion count.
    """
    same = [*_sharing(surface, nodes, scope, called=called), *_pings(surface, nodes, scope)]
    alike = {node.mem_id: node for node in same}
    if len(alike) <= len(nodes):
        return ()
    places = surface.places
    alike.update((node.mem_id, node) for node in nodes)
    return sorted(alike.values(), key=lambda node: places.get(node.mem_id, 0))[:MAX_ITEMS]


def _pings(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None
) -> Iterator[LexborNode]:
    """The nodes and the pingbacks and trackbacks that stand beside them."""
    selector = possible(PINGS, surface.document.marks)
    if scope is None or not selector:
        return
    yield from nodes
    beside = {node.parent.mem_id for node in nodes if node.parent is not None}
    for node in select(scope, selector):
        if node.tag == nodes[0].tag and node.parent is not None and node.parent.mem_id in beside:
            yield node


def _sharing(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None, *, called: bool
) -> Sequence[LexborNode]:
    """All elements that share a class of the nodes and may be comments like them."""
    shared = set(classes(nodes[0])).intersection(*map(classes, nodes))
    tokens = sorted(token for token in shared if _TOKEN.fullmatch(token))
    if not tokens or scope is None:
        return ()
    token = next(filter(names_comment, tokens), None) if called else None
    known = {node.mem_id for node in nodes}
    same = [node for node in scope.css(f".{token or tokens[0]}") if node.tag == nodes[0].tag]
    return [
        node
        for node in same
        if node.mem_id in known
        or (token and _may_be_comment(surface, node))
        or (not token and _is_deleted(node))
    ]


def _may_be_comment(surface: Surface, node: LexborNode) -> bool:
    """Whether an element says more than its links and buttons do, and opens no topic."""
    if node.mem_id in surface.around_page_titles:
        return False
    links = select(node, "a, button, [role='button']")[:MAX_LINKS]
    return len(node.text().strip()) > sum(len(link.text().strip()) for link in links)


def _is_deleted(node: LexborNode) -> bool:
    """Whether the first words of an element say that a comment was taken away."""
    lines = (clean_line(text.text_content or "") for text in texts(node, limit=MAX_NODES))
    first = next(filter(None, lines), "")
    return len(first) <= MAX_NOTICE and is_deleted_notice(first)
