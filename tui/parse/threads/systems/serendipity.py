"""Serendipity (s9y): comments and trackbacks of its themes 2k11, next, timeline and default.

Source: their `comments.tpl` and `trackbacks.tpl`. The list is flat: the depth is a class
(`commentlevel-N`, 9 for all that are deeper) or an indentation of 20 pixels a level, and 2k11 and
next can link to the comment that is answered. Only timeline nests its answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, depth_in_class, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^(?:c|comment-|serendipity_comment_)(\d+)$")
_LEVEL = regex(r"(?:^|\s)commentlevel-(\d+)(?:\s|$)")
_INDENT = regex(r"padding-left:\s*(\d{1,6})px")
_BYLINE = regex(r"^(?P<name>.+?) [^\W\d]+ ?:$")
"""What 2k11 has in a heading, without the date: the name, a word such as "on", a colon."""

_ITEMS = (
    ".serendipity_comment, .comment[class*='commentlevel-'], .comment-list-item[id^='comment-']"
)
_TRACKBACK = ".serendipity_section_trackbacks .serendipity_comment"


def _key(node: LexborNode) -> str | None:
    """The number in the item's id, else in that of the anchor inside it, as trackbacks have."""
    own = first_group(_ID, attribute(node, "id"))
    anchor = node.css_first("a[id^='c']") if own is None else None
    return first_group(_ID, attribute(anchor, "id")) if anchor is not None else own


def _depth(node: LexborNode) -> int | None:
    """The level, or how far an item is moved to the right: only which is deeper counts."""
    indent = first_group(_INDENT, attribute(node, "style"))
    return int(indent) if indent else depth_in_class(node, _LEVEL)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".serendipity_comments .serendipity_comment")
    nodes = nodes or everywhere(document, _ITEMS)
    return [Item((node,), _key(node), depth=_depth(node)) for node in nodes[:MAX_ITEMS]]


SYSTEM = System(
    name="serendipity",
    title="Serendipity",
    sign=sign(".serendipity_comment", ".commentlevel-0", ".comment-source-trace"),
    items=_items,
    parts=Parts(
        author=(
            f"{_TRACKBACK} h4 > a, {_TRACKBACK} .serendipity_commentBody > a:first-child",
            ".comment_source_author, .comment-author-details",
            "header h4 > a:first-child",
            "header h4, h4",
        ),
        date=(
            "h4 time[datetime], header time[datetime], time.comment-date",
            ".comment_source_date",
            ".serendipity_comment_source",
            "h4",
        ),
        body=(
            ".serendipity_commentBody",
            ".comment-list-item-body > .comment-content",
            ".comment[class*='commentlevel-'] > div.clearfix",
        ),
        permalink=("a.comment_source_trace, a.comment-source-trace",),
        answers=("a.reply_origin",),
        left_out=(".serendipity_comment_source", "summary", ".twitter_follow", ".visuallyhidden"),
        meta=("header", "footer", "h4", ".comment-author-heading", ".comment-meta"),
        by_post_author=".serendipity_comment_author_self, .comment_author_self",
        trackback=_TRACKBACK,
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area=".serendipity_comments, .serendipity_section_comments, #serendipity_CommentForm",
        headings="h3, h4, .serendipity_commentsTitle",
        closed=".serendipity_msg_important.comments_closed",
    ),
)
