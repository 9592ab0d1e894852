"""Lemmy: the page of a post and its comments.

Recognised are `article.comment-node` elements in `li.comment`, which hold the replies as well; the
depth is that of the lists. Deleted and removed comments keep their place with one grey word.
Source: the user interface's `comment-node.tsx`, `comment-nodes.tsx` and `vote-buttons.tsx`.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.snippets import address, asking
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign
from tui.parse.words import stated_count

_COMMENTS = "li.comment > article.comment-node[id^='comment-']"
_POST = regex(r"/post/(\d{1,19})(?:[/?#]|$)")
_ID = regex(r"^comment-(\d+)$")


def _items(document: Document) -> Sequence[Item]:
    """The list items around the comments, for they hold the replies."""
    return [
        Item((node.parent,), first_group(_ID, attribute(node, "id")))
        for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]
        if node.parent is not None
    ]


def _stated(document: Document) -> int | None:
    """The count in the title of the link from the post to its comments."""
    link = first_of(document, "a[href*='?scrollToComments=']")
    return stated_count(attribute(link, "title")) if link is not None else None


def _remote(document: Document) -> Sequence[RemoteThread]:
    """Where the server's API has the comments of the post."""
    url = address(document) or ""
    post = first_group(_POST, url)
    if post is None:
        return []
    query = {"post_id": post, "limit": "50", "max_depth": "8", "sort": "Old", "type_": "All"}
    return [
        RemoteThread(
            "Lemmy", asking(urljoin(url, "/api/v3/comment/list"), query), (("post_id", post),)
        )
    ]


SYSTEM = System(
    name="lemmy",
    title="Lemmy",
    sign=sign(".comment-node", selector=_COMMENTS),
    items=_items,
    parts=Parts(
        author=(".person-listing",),
        date=(".moment-time",),
        body=(".comment-content .md-div", ".comment-content"),
        permalink=("a[href*='/post/']:has(svg), a[href*='/comment/']:has(svg)",),
        left_out=(".comment-bottom-btns", ".badge"),
        by_post_author=".badge[data-tippy-content='creator'], .person-listing .badge",
        deleted=".comment-content.text-muted",
        score=(
            ".unselectable [data-tippy-content]:not(.moment-time)",
            "[data-tippy-content*='pvote'], [aria-label*='pvote']",
        ),
    ),
    surroundings=Surroundings(area="ul.comments"),
    stated=_stated,
    remote=_remote,
)
