"""TYPO3: the comments of the blog extension (`t3g/blog`).

Source: its partial `Comments/Comment.html`. The list is flat, and a date tells the day only.
"""

from __future__ import annotations

from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Parts, Surroundings, System, sign

SYSTEM = System(
    name="typo3_blog",
    title="TYPO3 blog",
    sign=sign(".postcomment"),
    items=items_by_id(".postcomment[id^='comment-']", r"^comment-(\d+)$"),
    parts=Parts(
        author=(".postcomment__author [itemprop='name']", ".postcomment__author"),
        date=(".postcomment__time time", ".postcomment__time"),
        body=(".postcomment__comment",),
        left_out=(".postcomment__avatar",),
        meta=(".postcomment__author", ".postcomment__time"),
    ),
    surroundings=Surroundings(
        area=".postcomments, .blogcomments, .commentlist, #comments, .frame-type-blog_comments, "
        ".frame-type-blog_commentform",
    ),
)
