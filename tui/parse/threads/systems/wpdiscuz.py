"""wpDiscuz, a WordPress plug-in that writes its own comment markup.

Source: the plug-in's comment walker. An item's id names the comment and the one it answers,
`wpd-comm-ID_PARENT`, with 0 at top level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, select
from tui.parse.threads.system import Item, Parts, Rank, System, sign
from tui.parse.threads.wordpress import BY_POST_AUTHOR, LEFT_OUT, SURROUNDINGS

_ID = re.compile(r"^wpd-comm-(\d+)_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in select(document.tree, ".wpd-comment[id^='wpd-comm-']")[:MAX_ITEMS]:
        match = _ID.match(attribute(node, "id"))
        if match is not None:
            items.append(Item((node,), match[1], None if match[2] == "0" else match[2]))
    return items


SYSTEM = System(
    name="wpdiscuz",
    title="wpDiscuz",
    sign=sign("#wpdcom", ".wpd-thread-list"),
    rank=Rank.SPECIAL,
    items=_items,
    parts=Parts(
        author=(".wpd-comment-author a", ".wpd-comment-author"),
        date=(".wpd-comment-date",),
        body=(".wpd-comment-text",),
        answers=(".wpd-reply-to a[href]",),
        left_out=(*LEFT_OUT, ".wpd-comment-label", ".wpd-inline-feedback-info"),
        by_post_author=f"{BY_POST_AUTHOR}, .wpd-blog-post_author",
        held=".wpd-unapproved-comment, .wpd-unapproved",
    ),
    surroundings=SURROUNDINGS,
)
