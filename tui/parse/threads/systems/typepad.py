"""TypePad, the hosted service of Movable Type's makers (2003 to 2025).

Source: pages of the service. A comment has the id `comment-6a00...`, until 2008 `comment-100...`,
its words first, in an element of the same id and `-content`, and a line "Posted by: NAME | DATE"
after them, whose date is the permalink (`?cid=...#comment-6a00...`).
Where a blog shows threads, an answer links to what it answers from `.comment-reply-to`.
"""

from __future__ import annotations

from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Parts, Surroundings, System, sign

_PERMALINK = ".comment-footer > a[href*='#comment-'], .comment-footer > a[href*='cid=']"
_OLD = ".comment[id^='comment-']:has(> [id^='comment-'][id$='-content'] + .comment-footer)"

SYSTEM = System(
    name="typepad",
    title="TypePad",
    sign=sign(
        ".comment-footer",
        selector=f".comment[id^='comment-6a0'] .comment-footer, {_OLD}",
    ),
    items=items_by_id(f".comment[id^='comment-6a0'], {_OLD}", r"^comment-(\w+)$"),
    parts=Parts(
        author=(
            ".comment-footer > a:not([href*='#comment-']):not([href*='cid='])",
            ".comment-footer .commenter-name",
            ".comment-footer",
        ),
        date=(_PERMALINK, ".comment-footer"),
        body=(".comment-content",),
        permalink=(_PERMALINK,),
        answers=(".comment-reply-to a[href*='#comment-']",),
        left_out=(".comment-reply-to", ".comment-reply", ".comment-avatar"),
        meta=(".comment-footer",),
        by_post_author=".comment-by-author",
        held=".comment-pending",
    ),
    surroundings=Surroundings(
        area="#comments, .comments, .comments-content, #comments-form, #comment-form",
        headings=".comments-header, h2, h3",
        closed=".comments-closed",
        more=".comments-pagination a, .pager-inner a[href*='/comments/page/']",
    ),
)
