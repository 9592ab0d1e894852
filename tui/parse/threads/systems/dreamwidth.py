"""Dreamwidth: the comments of its journals (core2 styles).

Source: `core2.s2` and the comment templates of dw-free. The box of a comment, `#cmtID`, stands in
a `.comment-thread` that tells its depth, beside the threads of its answers; an answer also links
to its parent (`.commentparent`). Comments that the page folds away show no more than title, author
and time.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, depth_in_class, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^cmt(\d+)$")
_DEPTH = regex(r"(?:^|\s)comment-depth-(\d+)(?:\s|$)")


def _depth(node: LexborNode) -> int | None:
    depth = depth_in_class(node.parent, _DEPTH) if node.parent is not None else None
    return None if depth is None else max(depth - 1, 0)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".comment-thread > [id^='cmt']")[:MAX_ITEMS]
    return [
        Item((node,), first_group(_ID, attribute(node, "id")), depth=_depth(node)) for node in nodes
    ]


SYSTEM = System(
    name="dreamwidth",
    title="Dreamwidth",
    sign=sign(".dwexpcomment", ".comment-depth-0", selector=".comment-thread .comment-wrapper"),
    items=_items,
    parts=Parts(
        author=(
            ".comment-poster .ljuser[data-ljuser] b, .comment-poster .ljuser b",
            ".comment-poster .ljuser",
            ".comment-poster",
            ".poster",
        ),
        date=(".datetime span[title]", ".datetime"),
        body=(".comment-content",),
        permalink=(".commentpermalink a",),
        answers=(".commentparent a[href*='#cmt']",),
        left_out=(
            ".comment-interaction-links, .comment-management-links",
            ".footer",
            ".userpic",
            ".expand",
            ".comment-from-text",
            ".comment-date-text",
        ),
        meta=(".header", ".comment-title", ".comment-info, .comment-poster, .datetime"),
        by_post_author=".comment-wrapper.entry-author",
        held=".comment-wrapper.screened",
        deleted=".comment-wrapper.deleted, .comment-wrapper.from-suspended",
        collapsed=".comment-wrapper.partial",
    ),
    surroundings=Surroundings(
        area="#comments",
        headings="h2, h3, .entry-readlink a, .comment-count",
        closed=".comments-disabled",
        more=".comment-pages a[href]",
        replies=".comment-wrapper.partial .comment-title a",
    ),
)
