"""Squarespace, versions 7.0 and 7.1: comments that its script has put into the page, or will.

Source: pages saved from a browser, and the requests that its comment script makes. The container
`#comments-ITEM` is empty in the HTML that the server sends; the script asks `/api/comment` for the
comments of the item. Replies stand in `.replies` inside, or after, the comment they answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.model import RemoteThread
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.embeds import remote_thread
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import ancestors, attribute, classes, everywhere, first_of
from tui.parse.threads.snippets import Details, asking, details
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_ID = regex(r"^comment-([0-9a-f]{24})$")
_CONTAINER = ".squarespace-comments[id^='comments-']"
_BLOG_ITEM = "1"
"""The `targetType` of a blog's post."""


def _items(document: Document) -> Sequence[Item]:
    """Comments in page order, as deep as the number of `.replies` around them."""
    return [
        Item(
            (node,),
            first_group(_ID, attribute(node, "id")),
            depth=sum("replies" in classes(around) for around in ancestors(node)),
        )
        for node in everywhere(document, ".squarespace-comments .comment[id]")[:MAX_ITEMS]
    ]


def _details(document: Document) -> Details:
    container = first_of(document, _CONTAINER)
    target = attribute(container, "id").removeprefix("comments-") if container is not None else ""
    return details({"targetId": target, "targetType": _BLOG_ITEM}) if target else ()


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    asked = clean_link("/api/comment/GetComments", document.base)
    known = asked is not None and asked.startswith("http") and "targetId" in told
    return asking(asked, {**told, "page": "1", "sortBy": "2"}) if asked and known else None


EMBED = Embed(service="Squarespace", sign=sign(".squarespace-comments"), details=_details, url=_url)


def _remote(document: Document) -> Sequence[RemoteThread]:
    return [remote_thread(document, EMBED)]


SYSTEM = System(
    name="squarespace",
    title="Squarespace",
    sign=sign(".squarespace-comments", selector=".squarespace-comments .comment[id]"),
    items=_items,
    parts=Parts(
        author=(".comment-header .author", ".author"),
        date=(".comment-header .date", ".date"),
        body=(".comment-body",),
        permalink=("a.permalink",),
        left_out=(".comment-btn-container", ".comment-buttons"),
        meta=(".comment-header",),
        by_post_author=".author-comment, .by-author",
        held=".pending-approval, .awaiting-moderation",
        deleted=".deleted, .comment-deleted",
        score=(".like-count, .likes",),
    ),
    surroundings=Surroundings(
        area=".squarespace-comments",
        headings=".comment-count, .comments-header, h2, h3, h4",
        closed=".comments-closed, .comments-disabled",
    ),
    remote=_remote,
)
