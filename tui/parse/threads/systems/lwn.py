"""LWN: the comments under its articles.

Recognised are `.CommentBox` elements with the line `.CommentPoster`, in the markup with `details`
and in the one before. Replies lie in the box of the comment they answer. The line says when and by
whom ("Posted May 3, 2022 16:40 UTC (Tue) by name (subscriber, #1)"), the name in bold. The title
of a comment is left out, for it is nearly always that of the article. Source: pages as served.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, System, sign

_BYLINE = regex(
    r"^Posted (?P<date>[A-Z]\w{2} \d{1,2}, \d{4} \d{1,2}:\d\d UTC)[^\d]{0,8} by (?P<name>.{1,200}?)"
    r"(?: \((?:guest|subscriber|editor|supporter)| ?\[|$)"
)
_ANCHOR = regex(r"^CommAnchor(\d+)$")
_LINK = regex(r"/Articles/(\d+)/?$")


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".CommentBox")[:MAX_ITEMS]
    return [Item((node,), _key(node)) for node in nodes if node.css_first(".CommentPoster")]


def _key(node: LexborNode) -> str | None:
    """The number in the anchor before the box, else in the first link to the comment itself."""
    at = node.prev
    while at is not None and not at.is_element_node:
        at = at.prev
    anchor = at if at is None or at.tag == "a" else at.css_first("a[name]")
    key = first_group(_ANCHOR, attribute(anchor, "name")) if anchor is not None else None
    link = node.css_first(".CommentPoster a[href*='/Articles/']") if key is None else None
    return key or (first_group(_LINK, attribute(link, "href")) if link is not None else None)


SYSTEM = System(
    name="lwn",
    title="LWN",
    sign=sign(".CommentBox", selector=".CommentBox .CommentPoster"),
    items=_items,
    parts=Parts(
        author=(".CommentPoster b",),
        date=(".CommentPoster",),
        body=(".FormattedComment", ".CommentBody"),
        permalink=(".CommentPoster a[href*='/Articles/']",),
        left_out=(".CommentReplyButton", ".CommentTitle"),
        byline=_BYLINE,
    ),
)
