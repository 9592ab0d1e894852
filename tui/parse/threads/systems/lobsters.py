"""Lobsters, and other sites that run its software: the page of a story and its comments.

Recognised are `.comment[data-shortid]` elements in `li.comments_subtree`, which hold the replies as
well. Removed comments keep their place with a notice; subtrees that are folded for their score are
collapsed. Source: `app/views/comments/_comment.html.erb`, `_threads.html.erb` and
`app/views/stories/show.html.erb`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_COMMENTS = ".comments_subtree > .comment[data-shortid]:not([data-shortid=''])"


def _items(document: Document) -> Sequence[Item]:
    """The list items around the comments, for they hold the replies."""
    return [
        Item((node.parent,), attribute(node, "data-shortid"))
        for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]
        if node.parent is not None
    ]


SYSTEM = System(
    name="lobsters",
    title="Lobsters",
    sign=sign(".comments_subtree", selector=_COMMENTS),
    items=_items,
    parts=Parts(
        author=(".byline a[href*='/~'], .byline a[href*='/u/']",),
        date=(".byline time", ".byline [title]"),
        body=(".comment_text",),
        permalink=(".byline a[href*='/c/']",),
        left_out=(".voters", ".comment_folder_button"),
        by_post_author=".user_is_author",
        deleted=".comment_text .na",
        collapsed=".comment_folder_button[checked]",
        score=(".voters .upvoter", ".voters .score"),
    ),
    surroundings=Surroundings(
        area=".comments1, #story_comments, .comments_label, .story .byline a[href$='#comments']",
        headings=".comments_label, .thread_summary, .story .byline a",
    ),
)
