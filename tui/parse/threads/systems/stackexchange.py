"""Question-and-answer pages of Stack Exchange.

Answers and comments on the question are top level; comments on an answer stand inside it. A
signature block names the last editor before the author, so the block that is marked wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, select
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = re.compile(r"^((?:answer|comment|follow-up)-\d+)$")
_ITEMS = "#answers .answer, .comments-list .comment, .answer [id^='follow-up-']"


def _items(document: Document) -> Sequence[Item]:
    nodes = select(document.tree, _ITEMS)[:MAX_ITEMS]
    return [Item((node,), first_group(_ID, attribute(node, "id"))) for node in nodes]


SYSTEM = System(
    name="stackexchange",
    title="Stack Exchange",
    sign=sign(
        "#question",
        "#answers",
        selector="#question .js-post-body, #question .post-text, #answers .answer",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".comment-user",
            ".user-details[itemprop='author'] a",
            ".user-details[itemprop='author'] [itemprop='name']",
            ".user-details[itemprop='author']",
            ".post-signature:last-child .user-details a",
            ".user-details a",
            ".user-details",
        ),
        date=(
            "time[itemprop='datePublished'], .comment-date .relativetime-clean, .comment-date",
            "time[itemprop='dateCreated']",
            ".post-signature:last-child .relativetime",
            ".relativetime",
        ),
        body=(".comment-copy", ".js-post-body", ".post-text", "[itemprop='text']"),
        permalink=("a.js-share-link, a.comment-link",),
        by_post_author=".comment-user.owner",
        answer="#answers .answer",
        score=(".js-vote-count, .vote-count-post", ".comment-score"),
    ),
    surroundings=Surroundings(area="#answers, #post-form", headings="h2", more=".s-pagination a"),
)
