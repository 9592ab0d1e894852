"""hAtom, the classic microformat: comments as `hentry` in what is called comments.

A comment is an `hentry` that is a `comment` too or lies in an element whose class or id says
comments; a link with `rel="in-reply-to"` leads to the comment it answers, and otherwise nesting
tells. An `hentry` with a linked title is another post.

Source: https://microformats.org/wiki/hatom and /comment-brainstorming (`hcomment`), and the `abbr`
design pattern for dates.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import everywhere
from tui.parse.threads.standards import LEFT_OUT, item_of, unless_more
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign

_ENTRIES = (
    ".hentry.comment, .hcomment, .comments .hentry, #comments .hentry, .replies .hentry, "
    ".comment-list .hentry"
)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _ENTRIES)[:MAX_ITEMS]
    if any(node.css_first("h1, .entry-title a[rel~='bookmark']") is not None for node in nodes[:2]):
        return ()
    return unless_more(document, [item_of(node) for node in nodes])


SYSTEM = System(
    name="hatom",
    title="hAtom",
    sign=sign(".hentry", ".hcomment", selector=_ENTRIES),
    rank=Rank.STANDARD,
    items=_items,
    parts=Parts(
        author=(".author .fn", ".commenter .fn, .commenter", ".vcard .fn", ".author, .vcard"),
        date=(".published", ".updated", "abbr[title], time"),
        body=(".entry-content, .comment-content", ".entry-summary"),
        permalink=("a[rel~='bookmark']",),
        answers=("a[rel~='in-reply-to'][href*='#']",),
        left_out=LEFT_OUT,
        meta=("a[rel~='in-reply-to']", ".author", ".vcard", ".published", ".updated"),
    ),
    surroundings=Surroundings(area="#comments, .comments, .replies"),
)
