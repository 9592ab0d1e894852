"""Textpattern: the comment forms of its default themes, since version 4.

Source: the forms `comments` and `comments_display` of its setup and of its first theme, and
`comment_permlink`, which writes the six-digit anchor `#c000123`. The list is flat; the first theme
signs a comment below its words, "— NAME · DATE · #".
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ANCHOR = regex(r"#c(\d+)$")
_BYLINE = regex(r"^— (?P<name>.{1,200}?) · (?P<date>.{1,60}?) · #$")
_PERMALINK = ".comment-anchor a[href*='#c'], a.comment-anchor, a[id^='c0'][href*='#c0']"


def _key(node: LexborNode) -> str | None:
    """The number in the permalink, without the zeros that fill it up to six digits."""
    link = node.css_first("a[href*='#c']")
    digits = first_group(_ANCHOR, attribute(link, "href")) if link is not None else None
    return digits.lstrip("0") or "0" if digits else None


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".comments-list article.comments, #comments-head article")
    nodes = nodes or everywhere(document, "ol.comments > li")
    return [Item((node,), key) for node in nodes[:MAX_ITEMS] if (key := _key(node))]


SYSTEM = System(
    name="textpattern",
    title="Textpattern",
    sign=sign(
        ".comments-list",
        "#comments-head",
        "#txpCommentInputForm",
        ".comments",
        selector=(
            "ol.comments > li a[id^='c0'][href*='#c0'], article.comments .comment-anchor, "
            "form#txpCommentInputForm, meta[name='generator' i][content*='Textpattern' i]"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(".comment-author [itemprop='name']", ".comment-author", ".small", "h4, h3"),
        date=("time[datetime]", ".comment-date", ".small"),
        body=("[itemprop='text']", ".comment-body, .comment-text"),
        permalink=(_PERMALINK,),
        left_out=(".comment-anchor", ".is-author"),
        meta=("h4", "footer", ".footnote", ".small"),
        by_post_author=".comments-author",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area="#comments-head, #comments-form, #txpCommentInputForm, ol.comments",
        headings="h2, h3, h4",
        closed="#comments-head > p > strong",
    ),
)
