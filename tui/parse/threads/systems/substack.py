"""Substack: the first comments of a post; its script loads the others.

Source: the markup of its post pages. The classes for looks change with each release; those named
here say what a part is and have stayed.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, select
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in select(document.tree, ".comment-list .comment")[:MAX_ITEMS]:
        anchor = node.css_first("[id^='comment-']")
        key = attribute(anchor, "id").removeprefix("comment-") if anchor is not None else ""
        items.append(Item((node,), key or None))
    return items


SYSTEM = System(
    name="substack",
    title="Substack",
    sign=sign(".comment-list-items", selector=".comment-list .comment-list-items"),
    items=_items,
    parts=Parts(
        author=(
            ".comment-meta .commenter-name, .commenter-name",
            "a[href*='substack.com/profile/'], a[href*='substack.com/@']",
            ".comment-meta a",
        ),
        date=(".comment-meta time", "a[href*='/comment/']", "a[href*='/comments/']", "time"),
        body=(".comment-body",),
        permalink=("a[href*='/comment/']",),
        left_out=(
            ".more-replies-container",
            ".show-all-toggle",
            ".comment-actions",
            "[class*='like' i]",
        ),
    ),
    surroundings=Surroundings(
        area=".comments-page, .comment-list-container, .comment-list, #discussion",
        more=".more-comments a[href], a.more-replies[href]",
    ),
)
