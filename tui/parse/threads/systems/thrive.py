"""Thrive Comments, a WordPress plug-in whose script draws the comments anew.

Before its script has run the page holds WordPress's own markup, which is read as such. Once drawn,
a comment is `.tcm-comment-content` with its number in `data-comment-id` and its depth in the class
`level-N`. Upvotes are the score, and an icon marks the author of the post.

Source: the plug-in's templates (`comment.phtml` and `class-thrive-comments-front.php`).
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, depth_in_class
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Rank, Surroundings, System, sign
from tui.parse.threads.wordpress import remote

_DEPTH = regex(r"(?:^|\s)level-(\d+)(?:\s|$)")


def _items(document: Document) -> Sequence[Item]:
    return [
        Item(
            (node,),
            key=attribute(node, "data-comment-id") or None,
            depth=depth_in_class(node, _DEPTH),
        )
        for node in everywhere(document, ".tcm-comment-content")[:MAX_ITEMS]
    ]


SYSTEM = System(
    name="thrive",
    title="Thrive Comments",
    sign=sign(".tcm-comment-content"),
    rank=Rank.SPECIAL,
    items=_items,
    parts=Parts(
        author=(".tcm-comment-author-name strong", ".tcm-comment-author-name"),
        date=(".tcm-date-container",),
        body=(".tcm-comment-text-content",),
        left_out=(".tcm-author-badges", ".tcm-moderation"),
        by_post_author=".author-icon-svg",
        held=".tcm-comment-awaiting-moderation",
        score=(".tcm-upvote .tcm-votes-count",),
    ),
    surroundings=Surroundings(
        area="#comments, #thrive-comments, .thrive-comments-content",
        closed=".tcm-closed-comments, .tcm-comments-closed",
    ),
    remote=remote,
)
