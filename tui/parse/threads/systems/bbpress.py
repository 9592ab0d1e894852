"""bbPress, the forum of WordPress.

A reply is a head, `div#post-N` with its date, and the box that follows it with author and words.
The topic itself comes first in the list and has the class `topic`. Where replies are threaded, the
number of lists around one is its depth.

Source: its templates `loop-single-reply.php` and `loop-replies.php`.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import ancestors, attribute, classes, everywhere
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign

_ID = regex(r"^post-(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for head in everywhere(document, ".bbp-reply-header[id^='post-']")[:MAX_ITEMS]:
        box = _next(head)
        if box is not None and "topic" not in classes(box):
            lists = sum("bbp-threaded-replies" in classes(at) for at in ancestors(head))
            key = first_group(_ID, attribute(head, "id"))
            items.append(Item((head, box), key, depth=lists))
    return items


def _next(node: LexborNode) -> LexborNode | None:
    """The element that follows a node."""
    at = node.next
    while at is not None and not at.is_element_node:
        at = at.next
    return at


SYSTEM = System(
    name="bbpress",
    title="bbPress",
    sign=sign(".bbp-reply-header", "#bbpress-forums", selector=".bbp-reply-header"),
    rank=Rank.SPECIAL,
    items=_items,
    parts=Parts(
        author=(".bbp-author-name", ".bbp-reply-author .bbp-author-link"),
        date=(".bbp-reply-post-date",),
        body=(".bbp-reply-content",),
        permalink=("a.bbp-reply-permalink",),
        left_out=(".bbp-reply-revision-log", ".bbp-admin-links", ".bbp-signature"),
    ),
    surroundings=Surroundings(
        area=".bbp-pagination, .bbp-reply-form, .bbp-no-reply",
        headings=".bbp-pagination-count",
        closed=".bbp-forum-closed, .bbp-topic-closed, .bbp-no-reply",
        more=".bbp-pagination-links a",
    ),
)
