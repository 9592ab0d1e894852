"""Typecho: what its comment archive writes, and themes that keep its classes.

Source: `Widget_Comments_Archive` (`var/Widget/Comments/Archive.php`) and the default theme.
Answers stand in `.comment-children` inside the comment they answer; an id begins with the type.
"""

from __future__ import annotations

from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Parts, Surroundings, System, sign

_ITEMS = ".comment-body.comment-parent[id], .comment-body.comment-child[id]"

SYSTEM = System(
    name="typecho",
    title="Typecho",
    sign=sign(".comment-parent", selector=".comment-body.comment-parent[id]"),
    items=items_by_id(_ITEMS, r"^(?:comment|pingback|trackback)-(\d+)$"),
    parts=Parts(
        author=(".comment-author .fn", "[itemprop='creator'] [itemprop='name']", ".comment-author"),
        date=("time", ".comment-meta a", ".comment-meta"),
        body=(".comment-content", "[itemprop='commentText']"),
        permalink=(".comment-meta a[href*='#']",),
        left_out=(
            ".comment-reply",
            ".comment-awaiting-moderation",
            ".comment-meta .comment-reply-link",
        ),
        meta=(".comment-author", ".comment-meta"),
        by_post_author=".comment-by-author",
        held=".comment-awaiting-moderation",
        pingback="[id^='pingback-']",
        trackback="[id^='trackback-']",
    ),
    surroundings=Surroundings(
        area="#comments, .respond",
        more=".page-navigator li:not(.current) a[href]",
    ),
)
