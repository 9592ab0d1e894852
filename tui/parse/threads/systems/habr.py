"""Habr: the page of a publication's comments, by its software since 2021.

Recognised are `article.tm-comment-thread__comment` elements; each lies in the `section` of its
thread, and replies in sections inside that. Pages with a flat list have the depth in a class
(`tm-comment-thread__indent_l-2`). Comments that were removed keep their place without a name. The
votes are the score. Source: pages as they are served.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_DEPTH, MAX_ITEMS, depth_in_class, first_group
from tui.parse.threads.nodes import attribute, classes, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_COMMENTS = "article.tm-comment-thread__comment"
_INDENT = regex(r"__indent_l-(\d+)")
_ID = regex(r"comment_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    depths: dict[int, int] = {}
    return [
        Item((node,), _key(node), depth=_depth(node, depths))
        for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]
    ]


def _key(node: LexborNode) -> str | None:
    body = node.css_first("[data-comment-body]")
    anchor = node.css_first("a[name^='comment_'], [id^='comment_']")
    named = attribute(anchor, "name") or attribute(anchor, "id") if anchor is not None else ""
    own = attribute(body, "data-comment-body") if body is not None else ""
    return own or first_group(_ID, named)


def _depth(node: LexborNode, depths: dict[int, int]) -> int:
    """The depth in the comment's class, else that of its section, remembered for those inside."""
    told = depth_in_class(node, _INDENT)
    if told is not None:
        return told
    way: list[int] = []
    at = node.parent
    while at is not None and at.mem_id not in depths:
        if "tm-comment-thread" in classes(at):
            way.append(at.mem_id)
        at = at.parent
    depth = depths[at.mem_id] if at is not None else -1
    for mark in reversed(way):
        depth += 1
        depths[mark] = depth
    return min(max(depth, 0), MAX_DEPTH)


SYSTEM = System(
    name="habr",
    title="Habr",
    sign=sign(".tm-comment-thread__comment"),
    items=_items,
    parts=Parts(
        author=(".tm-user-info__username",),
        date=(".tm-comment-thread__comment-link time", ".tm-comment__header time", "time"),
        body=(".tm-comment__body-content", ".tm-comment__body"),
        permalink=("a.tm-comment-thread__comment-link",),
        left_out=(".tm-comment__footer", ".tm-comment-footer", ".tm-user-info__userpic"),
        by_post_author=".tm-comment__header_author, .tm-comment-thread__comment_author",
        deleted=f"{_COMMENTS}:not(:has(.tm-user-info__username))",
        score=(
            ".tm-votes-lever__score-counter",
            ".tm-votes-meter__value",
        ),
    ),
    surroundings=Surroundings(
        area=".tm-comments-wrapper, .tm-article-comments, .tm-comments",
        headings=".tm-comments-wrapper__title, .tm-comments-wrapper__comments-count, h2",
        closed=".tm-comments-wrapper__closed, .tm-comment-form__closed",
    ),
)
