"""Blogger: threaded comments (since 2012) and the definition lists of older templates.

Source: the markup of Blogger's own templates and of its comment script. Replies stand in
`.comment-replies` inside the comment they answer. The old form is a triple of `dt`, `dd`, `dd`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS, first_group, with_followers
from tui.parse.threads.nodes import attribute, select
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = re.compile(r"^c(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    threaded = [
        Item((node,), first_group(_ID, attribute(node, "id")))
        for node in select(document.tree, ".comment-thread li.comment")[:MAX_ITEMS]
    ]
    if threaded:
        return threaded
    terms = select(document.tree, "#comments-block dt.comment-author")[:MAX_ITEMS]
    items = [Item((node,), first_group(_ID, attribute(node, "id"))) for node in terms]
    return with_followers(items, "dd")


SYSTEM = System(
    name="blogger",
    title="Blogger",
    sign=sign(
        "#comments-block",
        "#comment-holder",
        ".comment-thread",
        selector="#comments-block, #comment-holder, .comment-thread li.comment",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".comment-header .user",
            "a[rel~='nofollow']:not([href*='showComment'])",
            "a[href]",
        ),
        date=(".comment-header .datetime", ".comment-timestamp"),
        body=(".comment-content", "dd.comment-body"),
        left_out=(".comment-actions", ".item-control", ".thread-toggle"),
        meta=(".comment-header", ".comment-footer", ".avatar-image-container"),
        by_post_author=".blog-author",
        deleted=".deleted-comment",
    ),
    surroundings=Surroundings(
        area="#comments, #comment-holder, #comments-block, #comment-form",
        more="a[href*='commentPage='], .loadmore a, a.loadmore",
    ),
)
