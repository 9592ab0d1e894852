"""What lies around the comments: the stated count, the closing notice, the pager, the roots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import ThreadLink
from tui.parse.document import Document
from tui.parse.selectors import possible
from tui.parse.threads.nodes import (
    Territory,
    ancestors,
    common_ancestor,
    everywhere,
    line_of,
    outermost,
    page_of,
    select,
    short_line,
)
from tui.parse.threads.pager import folded, pager
from tui.parse.threads.system import Item, Surroundings
from tui.parse.words import is_closed_notice, is_comments_heading, is_form_title, stated_count

MAX_LABEL = 300
"""Headings, notices and labels are shorter than this many characters."""

SIBLINGS = 6
"""How many elements before the comments may be their heading."""

LEVELS = 2
"""How many elements around the comments may have their heading before them."""

_NOTICES = "p, em"
"""What a notice that replying is closed stands in, where no class tells it."""

MAX_LOOKED_AT = 200
"""How many headings or notices are tried."""

_TO_COMMENTS = (
    "a[href*='#comment']:not([href*='#comment-']), a[href*='#comment-form'], a[href*='#respond'], "
    "a[href*='#reply'], a[href*='#disqus']"
)
"""Links to a single comment lead to `#comment-12`."""


class Frame(Struct, frozen=True):
    """What was found around the comments.

    Attributes:
        roots: The nodes that hold the discussion.
        stated_count: How many comments the page says it has, or None.
        closed: Whether it says that replying is closed.
        more: Links to further pages of comments and to folded replies.
    """

    roots: tuple[LexborNode, ...]
    stated_count: int | None
    closed: bool
    more: tuple[ThreadLink, ...]


def read_frame(document: Document, items: Sequence[Item], around: Surroundings) -> Frame:
    """What lies around the items of a page."""
    territory = Territory([item.nodes for item in items])
    areas = _areas(document, around.area, territory)
    inside = Territory([(area,) for area in areas])
    loose = [
        node
        for index, item in enumerate(items)
        if territory.around(index) is None
        for node in item.nodes
        if inside.owner(node) is None
    ]

    around_areas = common_ancestor(areas)

    def outside_items(selector: str) -> Iterator[LexborNode]:
        wanted = possible(selector, document.marks)
        for node in select(around_areas, wanted) if around_areas is not None else ():
            if inside.owner(node) is not None and territory.owner(node) is None:
                yield node

    def paragraphs() -> Iterator[LexborNode]:
        for area in areas:
            yield from (node for node in select(area, _NOTICES) if territory.owner(node) is None)

    count = _count(outside_items(around.headings))
    heading = _heading_before(items) if count is None else None
    if heading is not None:
        loose.append(heading)
        count = stated_count(line_of(heading))
    if count is None:
        count = _count(_links_to_comments(document))
    return Frame(
        roots=outermost([*areas, *loose]),
        stated_count=count,
        closed=_closed(outside_items(around.closed), paragraphs()),
        more=(
            *pager(document, outside_items(around.more)),
            *folded(document, everywhere(document, around.replies)),
        ),
    )


def _areas(document: Document, selector: str, territory: Territory) -> tuple[LexborNode, ...]:
    """The outermost elements that hold the discussion and not the page's own title."""
    nodes = everywhere(document, selector)
    if not nodes:
        return ()
    whole: set[int] = set()
    for node in everywhere(document, "html, body, main, h1"):
        if node.tag != "h1":
            whole.add(node.mem_id)
        elif territory.owner(node) is None and not _is_comments_title(node):
            whole.update(at.mem_id for at in (node, *ancestors(node)))
    return outermost(node for node in nodes if node.mem_id not in whole)


def _is_comments_title(node: LexborNode) -> bool:
    line = short_line(node, MAX_LABEL)
    return bool(line) and (
        is_comments_heading(line) or stated_count(line) is not None or is_form_title(line)
    )


def _count(headings: Iterator[LexborNode]) -> int | None:
    for _, node in zip(range(MAX_LOOKED_AT), headings, strict=False):
        text = short_line(node, MAX_LABEL)
        count = stated_count(text) if text else None
        if count is not None:
            return count
    return None


def _links_to_comments(document: Document) -> Iterator[LexborNode]:
    """The links of a page to its own comments, as stand beside an article's date."""
    here = (document.url or document.base or "").partition("#")[0]
    for link in everywhere(document, _TO_COMMENTS):
        if page_of(link, document.base) in {here, ""}:
            yield link


def _heading_before(items: Sequence[Item]) -> LexborNode | None:
    """The element that states the count before the items, or before what is around them."""
    scope = common_ancestor([item.nodes[0] for item in items])
    if scope is None:
        return None
    line = [items[0].nodes[0], scope, *ancestors(scope)]
    for node in line[: 2 + LEVELS]:
        at = node.prev
        for _ in range(2 * SIBLINGS):  # every other sibling is white space
            if at is None:
                break
            text = short_line(at, MAX_LABEL) if at.is_element_node else ""
            if text and stated_count(text) is not None:
                return at
            at = at.prev
    return None


def _closed(marked: Iterator[LexborNode], paragraphs: Iterator[LexborNode]) -> bool:
    if next(marked, None) is not None:
        return True
    for _, node in zip(range(MAX_LOOKED_AT), paragraphs, strict=False):
        text = short_line(node, MAX_LABEL)
        if text and is_closed_notice(text):
            return True
    return False
