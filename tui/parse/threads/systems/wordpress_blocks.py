"""WordPress comments as block themes write them (since 6.0).

Source: `wp-includes/blocks/comment*.php`. Nested replies stand in a plain `ol`; the title, the
pager and the form are blocks of their own.
"""

from __future__ import annotations

from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Parts, Rank, System, sign
from tui.parse.threads.wordpress import (
    BY_POST_AUTHOR,
    HELD,
    LEFT_OUT,
    PINGBACK,
    SURROUNDINGS,
    TRACKBACK,
)

SYSTEM = System(
    name="wordpress-blocks",
    title="WordPress block themes",
    sign=sign(".wp-block-comment-template", ".wp-block-comments", ".wp-block-comments-query-loop"),
    rank=Rank.SPECIAL,
    items=items_by_id(".wp-block-comment-template li[id^='comment-']", r"^comment-(\d+)$"),
    parts=Parts(
        author=(".wp-block-comment-author-name", ".wp-block-comment-content cite, .fn"),
        date=(".wp-block-comment-date time", ".wp-block-comment-date", "time"),
        body=(".wp-block-comment-content",),
        left_out=(*LEFT_OUT, ".wp-block-comment-reply-link", ".wp-block-comment-edit-link"),
        by_post_author=BY_POST_AUTHOR,
        held=HELD,
        pingback=PINGBACK,
        trackback=TRACKBACK,
    ),
    surroundings=SURROUNDINGS,
)
