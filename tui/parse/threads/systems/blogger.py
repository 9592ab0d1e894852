"""Blogger: threaded comments (since 2012) and the definition lists of older templates.

Source: the markup of Blogger's own templates and of its comment script. Replies stand in
`.comment-replies` inside the comment they answer. The old form is a `dt` ("NAME said...") with a
`dd` for the words and one for the time; templates of 2003 to 2006 call the `dt` a poster. A
permalink holds the moment as `showComment=`, in milliseconds, for dates that are not clear as
shown. Each post has a public feed of its comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from tui.model import RemoteThread, ShownDate
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.builder import RawComment
from tui.parse.threads.items import MAX_ITEMS, first_group, with_followers
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.reading import read_items
from tui.parse.threads.snippets import asking
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

MOST_COMMENTS = "500"
"""How many comments the feed gives at once at most."""

_ID = regex(r"^c(\d+)$")
_MOMENT = regex(r"[?&]showComment=(\d{12,13})(?:\D|$)")
_FEED = regex(r"/feeds/(\d+)/comments/default")
_COUNT = regex(r"^(\d{1,6})$")
_TERMS = "#comments-block dt.comment-author, #comments-block dt.comment-poster"

_PARTS = Parts(
    author=(".comment-header .user",),
    date=(".comment-header .datetime", ".comment-timestamp a", ".comment-timestamp"),
    body=(".comment-content", "dd.comment-body"),
    permalink=(".datetime a[href*='showComment']", ".comment-timestamp a"),
    left_out=(".comment-actions", ".item-control", ".thread-toggle", ".avatar-image-container"),
    meta=(".comment-header", ".comment-footer"),
    by_post_author=".blog-author",
    deleted=".deleted-comment",
)


def _items(document: Document) -> Sequence[Item]:
    threaded = everywhere(document, ".comment-thread li.comment")[:MAX_ITEMS]
    if threaded:
        return [Item((node,), first_group(_ID, attribute(node, "id"))) for node in threaded]
    terms = everywhere(document, _TERMS)[:MAX_ITEMS]
    items = (Item((node,), first_group(_ID, attribute(node, "id")), author=node) for node in terms)
    return with_followers(items, "dd")


def _comments(document: Document) -> list[RawComment]:
    return [_dated(raw) for raw in read_items(document, _items(document), _PARTS)]


def _dated(raw: RawComment) -> RawComment:
    """A comment with the moment that its permalink tells, where the date as shown is not clear."""
    moment = first_group(_MOMENT, raw.permalink or "")
    if moment is None or (raw.date is not None and raw.date.at is not None):
        return raw
    at = datetime.fromtimestamp(int(moment) // 1000, UTC)
    return replace(raw, date=ShownDate(raw.date.text if raw.date is not None else "", at))


def _stated(document: Document) -> int | None:
    area = first_of(document, "#comments[data-num-comments]")
    digits = first_group(_COUNT, attribute(area, "data-num-comments")) if area is not None else None
    return int(digits) if digits else None


def _remote(document: Document) -> Sequence[RemoteThread]:
    """The feed of the post's comments, which the page's head links to."""
    for link in everywhere(document, "link[href*='/comments/default']"):
        href = attribute(link, "href").partition("?")[0]
        post, url = first_group(_FEED, href), clean_link(href, document.base)
        if post and url:
            asked = asking(url, {"alt": "json", "max-results": MOST_COMMENTS})
            return [RemoteThread("Blogger", asked, (("postID", post),))]
    return ()


SYSTEM = System(
    name="blogger",
    title="Blogger",
    sign=sign(
        "#comments-block",
        "#comment-holder",
        ".comment-thread",
        selector="#comments-block, #comment-holder, .comment-thread li.comment",
    ),
    data=_comments,
    surroundings=Surroundings(
        area="#comments, #comment-holder, #comments-block, #comment-form",
        more="a[href*='commentPage='], .loadmore a, a.loadmore",
    ),
    stated=_stated,
    remote=_remote,
)
