"""vBulletin topics, versions 3 to 5.

Version 3 writes a table for each post, version 4 list items, version 5 list items whose comments
lie in the post that they answer. Votes of version 5 are the score; posts that moderators may see
deleted, and posts of people whom the reader ignores, are told as such.

Source: the templates `postbit`, `postbit_legacy`, `postbit_deleted`, `postbit_ignore` and, for
version 5, `conversation_content` and `conversation_comment`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_POSTS = (
    "li.postcontainer[id^='post_'], li.postbitdeleted[id^='post_'], "
    "li.postbitignored[id^='post_'], table[id^='post'], "
    "li.b-post[data-node-id], li.b-comment[data-node-id]"
)
_ID = regex(r"^post_?(\d+)$")
_DATED = regex(r"^(?P<date>.*\d)\s*(?:#\s*\d+)?$")


def _items(document: Document) -> Sequence[Item]:
    posts: list[Item] = []
    for node in everywhere(document, _POSTS)[:MAX_ITEMS]:
        key = first_group(_ID, attribute(node, "id")) or attribute(node, "data-node-id")
        if key:
            posts.append(Item((node,), key))
    return without_opening(document, posts)


SYSTEM = System(
    name="vbulletin",
    title="vBulletin",
    sign=sign(
        "#posts",
        ".b-post",
        selector=(
            "#posts .postcontainer, #posts div[id^='post_message_'], #posts table[id^='post'], "
            ".b-post[data-node-id]"
        ),
    ),
    items=_items,
    parts=Parts(
        author=(
            ".username strong, .b-userinfo__details .author strong, .b-userinfo__details .author a",
            ".username",
            ".bigusername, div[id^='postmenu_']",
            ".b-comment .author a, .author a",
        ),
        date=(
            ".postdate .date, .postdate",
            ".b-post__timestamp time, .b-post__timestamp",
            "time[itemprop='dateCreated']",
            ".thead",
            ".userstats dd",
        ),
        body=(
            ".postcontent",
            "div[id^='post_message_']",
            ".js-post__content-text, .b-comment__text, .b-comment__content",
        ),
        permalink=("a.postcounter, a.b-post__count", "a[id^='postcount']"),
        left_out=(
            ".bbcode_postedby, .b-bbcode__quote-postedby",
            "div[id^='post_message_'] div.smallfont",
            "div[id^='post_message_'] td.alt2 > div:first-child:has(> strong)",
            ".signature, .b-post__signature",
            ".tapatalkSignatur",
            ".after_content, .b-post__footer",
        ),
        meta=(".thead",),
        deleted=".postbitdeleted, .b-post--deleted",
        collapsed=".postbitignored, .b-post--ignored",
        score=(".votecount", ".js-post-control__vote-count"),
        byline=_DATED,
    ),
    surroundings=Surroundings(
        area=(
            ".pagination_top, .pagination_bottom, .above_postlist, .below_postlist, .pagenav, "
            ".threadlinking, #quick_reply, .conversation-toolbar-wrapper, .pagenav-container, "
            "a:has(> img[src*='threadclosed'])"
        ),
        closed="img[src*='threadclosed'], .closedthread",
        more=(
            ".pagination a[href]:not([href^='javascript']), .pagenav a[href*='page'], "
            ".pagenav-container a[href*='page']"
        ),
    ),
)
