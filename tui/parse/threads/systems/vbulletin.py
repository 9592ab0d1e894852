"""vBulletin topics, versions 3 and 4.

Source: its `postbit` templates. Version 4 writes list items, version 3 a table for each post.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_posts = items_by_id("li.postcontainer[id^='post_'], table[id^='post']", r"^post_?(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    posts = [item for item in _posts(document) if item.key is not None]
    return without_opening(document, posts)


SYSTEM = System(
    name="vbulletin",
    title="vBulletin",
    sign=sign(
        "#posts",
        selector="#posts .postcontainer, #posts div[id^='post_message_'], #posts table[id^='post']",
    ),
    items=_items,
    parts=Parts(
        author=(".username strong", ".username", ".bigusername"),
        date=(".postdate .date, .postdate", ".thead", ".userstats dd"),
        body=(".postcontent", "div[id^='post_message_']"),
        permalink=("a.postcounter",),
        left_out=(".bbcode_postedby", ".signature", ".tapatalkSignatur", ".after_content"),
    ),
    surroundings=Surroundings(area="#posts, #postlist", more=".pagination a[href]"),
)
