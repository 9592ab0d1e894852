"""Mezzanine, a CMS on Django: its threaded comments.

Source: `generic/includes/comment.html`. Answers stand inside the comment they answer, and dates
tell only how long ago it was.
"""

from __future__ import annotations

from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Parts, Surroundings, System, sign

SYSTEM = System(
    name="mezzanine",
    title="Mezzanine",
    sign=sign(".timespan", selector=".comment.media[id^='comment-'] .timespan"),
    items=items_by_id(".comment.media[id^='comment-']", r"^comment-(\d+)$"),
    parts=Parts(
        author=(".media-heading a", ".media-heading"),
        date=(".timespan",),
        body=(".media-body > p",),
        permalink=(".media-body > a[href*='#comment-']",),
        left_out=(".reply", ".rating", ".media-body > a", ".media-object"),
        meta=(".media-heading", ".timespan"),
        by_post_author=".comment-author",
    ),
    surroundings=Surroundings(area="#comments", headings="h1, h2, h3"),
)
