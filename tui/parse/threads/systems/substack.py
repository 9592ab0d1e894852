"""Substack: the first comments of a post, and its page of comments; the script loads the others.

Recognised are `.comment` elements in `.comment-list`, which hold their replies on the page of
comments. The classes for looks change with each release; those named here say what a part is and
have stayed. What the script is given beforehand (`window._preloads`) tells the number of the post,
by which the public API has all comments, and how many there are. Sources: pages as they are served,
and the requests of their script.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urljoin

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.payload import MAX_JSON, at, integer, text
from tui.parse.threads.snippets import address, asking
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_PRELOADS = regex(r"window\._preloads\s{0,20}=\s{0,20}JSON\.parse\((?=\")")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, ".comment-list .comment")[:MAX_ITEMS]:
        anchor = node.css_first("[id^='comment-']")
        key = attribute(anchor, "id").removeprefix("comment-") if anchor is not None else ""
        items.append(Item((node,), key or None))
    return items


def _post(document: Document) -> object:
    """The post as the script is given it, or None."""
    for node in everywhere(document, "script:not([src])"):
        script = node.text()
        match = _PRELOADS.search(script) if len(script) <= MAX_JSON else None
        if match is not None:
            try:
                written, _ = json.JSONDecoder().raw_decode(script, match.end())
                return at(json.loads(written), "post")
            except (ValueError, TypeError, RecursionError):
                return None
    return None


def _stated(document: Document) -> int | None:
    return integer(_post(document), "comment_count")


def _remote(document: Document) -> Sequence[RemoteThread]:
    post = _post(document)
    number = text(post, "id")
    url = text(post, "canonical_url") or address(document)
    if not number.isdigit() or not url or not url.startswith("http"):
        return []
    query = {"all_comments": "true", "sort": "oldest_first"}
    link = asking(urljoin(url, f"/api/v1/post/{number}/comments"), query)
    return [RemoteThread("Substack", link, (("post_id", number),))]


SYSTEM = System(
    name="substack",
    title="Substack",
    sign=sign(".comment-list-items", selector=".comment-list .comment-list-items"),
    items=_items,
    parts=Parts(
        author=(
            ".comment-meta .commenter-name, .commenter-name",
            "a[href*='substack.com/profile/'], a[href*='substack.com/@']",
            ".comment-meta a",
        ),
        date=(".comment-meta time", "a[href*='/comment/']", "a[href*='/comments/']", "time"),
        body=(".comment-body",),
        permalink=("a[href*='/comment/']",),
        left_out=(
            ".more-replies-container",
            ".show-all-toggle",
            ".comment-actions",
            "[class*='like' i]",
        ),
        score=(".comment-actions [aria-label^='Like'], .comment-actions .post-ufi-button .label",),
    ),
    surroundings=Surroundings(
        area=".comments-page, .comment-list-container, .comment-list, #discussion",
        more="a.more-comments[href], .more-comments a[href]",
        replies="a.more-replies[href]",
    ),
    stated=_stated,
    remote=_remote,
)
