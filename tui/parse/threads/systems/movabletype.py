"""Movable Type, versions 2 to 7: comments and TrackBacks of its default templates.

Source: the default templates "Comment Detail", "Comments" and "TrackBacks". The list is flat; an
answer links to `#comment-ID` of what it answers from the line with its author and date. Versions
before 4 end a comment with its byline (`.comment-footer`, in version 2 `.comments-post`) and give
it no address of its own, or one in the byline.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_COMMENT_ID = regex(r"^comment-(\d+)$")
_PING_ID = regex(r"^(ping-\d+)$")
_ANSWERED = regex(r"#comment-(\d+)$")
_ITEMS = (
    ".comments-content .comment, #comments .comment[id^='comment-'], "
    ".comments-body:has(.comments-post), .trackback[id^='ping-']"
)


def _answered(node: LexborNode, key: str | None) -> str | None:
    """The id that the byline links to beside the comment's own."""
    byline = node.css_first(".byline")
    links = byline.css("a[href*='#comment-']") if byline is not None else ()
    keys = (first_group(_ANSWERED, attribute(link, "href")) for link in links)
    return next((other for other in keys if other and other != key), None)


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _ITEMS)[:MAX_ITEMS]:
        name = attribute(node, "id")
        key = first_group(_COMMENT_ID, name) or first_group(_PING_ID, name)
        items.append(Item((node,), key, _answered(node, key)))
    return items


SYSTEM = System(
    name="movabletype",
    title="Movable Type",
    sign=sign(
        "generator:movable",
        ".comment-footer",
        "#comments-form",
        "#comments-content",
        ".comments-post",
        ".trackback-header",
        selector=(
            "meta[name='generator' i][content^='Movable Type'], "
            "meta[name='generator' i][content*='movabletype.org'], "
            "form[action*='mt-comments'], form[action*='mt-cmt'], "
            "#comments-content .comment .byline .author, .comments-body .comments-post"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".byline .author",
            ".trackback-header .asset-meta a",
            ".comment-footer a:not([href*='#comment-'])",
            ".comment-footer, .comments-post",
        ),
        date=(
            ".byline .published",
            ".trackback-header a[href*='#ping-']",
            ".comment-footer a[href*='#comment-']",
            ".comments-post",
        ),
        body=(".comment-content", ".trackback-content"),
        left_out=(".trackback-content a[href]", ".comment-reply-link", ".comment-footer script"),
        meta=(".comment-header", ".trackback-header", ".comment-footer", ".comments-post"),
        by_post_author=".entry-author-comment",
        trackback=".trackback",
    ),
    surroundings=Surroundings(
        area="#comments, #trackbacks, #comments-open",
        headings=".comments-header, h2, h3",
        closed=".comments-closed",
        more="#comment-nav a[href], .comments-nav a[href]",
    ),
)
