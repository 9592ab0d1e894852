"""Invision Community topics (IP.Board), version 4.

A post is `article#elComment_N` with its author's pane beside it. Reactions are the score where
their number is shown; quotes keep their words but not the line over them.

Source: its templates `post` and `postContainer`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_posts = items_by_id("article[id^='elComment_']", r"^elComment_(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    return without_opening(document, _posts(document))


SYSTEM = System(
    name="invision",
    title="Invision Community",
    sign=sign("#elComment_0", "#elPostFeed", selector="article[id^='elComment_']"),
    items=_items,
    parts=Parts(
        author=(
            ".cAuthorPane_author a, .ipsComment_author h3 a",
            ".cAuthorPane_author, .ipsComment_author h3",
        ),
        date=(".ipsComment_meta time, .ipsComment_header time", "time"),
        body=("[data-role='commentContent']",),
        permalink=(".ipsComment_meta a[href*='comment']", "a[href*='findComment']"),
        left_out=("[data-role='memberSignature']", ".ipsQuote_citation", ".ipsItemControls"),
        by_post_author=".ipsComment_authorBadge",
        held=".ipsModerated",
        collapsed=".ipsComment_ignored",
        score=("[data-role='reactCountText'], .ipsReact_reactCount",),
    ),
    surroundings=Surroundings(
        area=".ipsPagination, .ipsMessage, [data-role='replyArea'], .cTopicPostArea",
        headings="[data-role='replyArea'] h2",
        closed=".ipsMessage .fa-lock, .cTopicPostArea_noSize .fa-lock",
        more=(
            ".ipsPagination_prev a, .ipsPagination_next a, "
            ".ipsPagination_page:not(.ipsPagination_active) a"
        ),
    ),
)
