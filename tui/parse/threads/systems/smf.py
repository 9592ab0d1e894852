"""Simple Machines Forum topics, versions 2.0 and 2.1.

A post is what holds `.poster` and `#msg_N`; the line over it says "Reply #3 on: DATE".

Source: `Display.template.php` of its default theme.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^msg_(\d+)$")
_BYLINE = regex(r"(?:#\d+)?[^:#]{0,20}:\s*(?P<date>[^»]*\d[^»]*?)\s*»?$")


def _items(document: Document) -> Sequence[Item]:
    posts: list[Item] = []
    for node in everywhere(document, "#forumposts .post_wrapper")[:MAX_ITEMS]:
        words = node.css_first(".inner[id^='msg_']")
        key = first_group(_ID, attribute(words, "id")) if words is not None else None
        if key is not None:
            posts.append(Item((node,), key))
    return without_opening(document, posts)


SYSTEM = System(
    name="smf",
    title="Simple Machines Forum",
    sign=sign("#forumposts", selector="#forumposts .post_wrapper .inner"),
    items=_items,
    parts=Parts(
        author=(".poster h4 a[href*='profile'], .poster h4 a", ".poster h4"),
        date=(".keyinfo time", ".keyinfo .smalltext, .keyinfo .postinfo"),
        body=(".inner[id^='msg_']",),
        permalink=(".keyinfo a[href*='#msg'], .keyinfo a.smalltext",),
        left_out=(".signature", ".quoteheader, .quotefooter", "blockquote > cite", ".modified"),
        score=(".like_count",),
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area=".pagesection, #quickreply_anchor, #quickReplyOptions, #quickreply",
        headings="#quickreply h3",
        more=".pagelinks a",
    ),
)
