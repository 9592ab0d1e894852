"""Forem, the software of dev.to: the comments of an article.

Recognised are `.single-comment-node` elements, which hold their replies, with the number of the
comment in `data-comment-id`; both the markup since 2020 and the one before. Deleted comments keep
their place. A page shows the first comments only; the API gives all by the article's number.
Source: `app/views/comments/_comment_proper.html.erb`, `_comment_header.html.erb` and the API.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.scores import read_score
from tui.parse.threads.snippets import address, asking
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_COMMENTS = ".single-comment-node[data-comment-id]"


def _items(document: Document) -> Sequence[Item]:
    return [
        Item((node,), attribute(node, "data-comment-id") or None)
        for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]
    ]


def _stated(document: Document) -> int | None:
    node = first_of(document, "[data-comments-count]")
    return read_score(attribute(node, "data-comments-count")) if node is not None else None


def _remote(document: Document) -> Sequence[RemoteThread]:
    """Where the API has the comments of the article."""
    node = first_of(document, "[data-article-id]")
    article = attribute(node, "data-article-id") if node is not None else ""
    url = address(document)
    if not url or not article.isdigit():
        return []
    link = asking(urljoin(url, "/api/comments"), {"a_id": article})
    return [RemoteThread("Forem", link, (("a_id", article),))]


SYSTEM = System(
    name="forem",
    title="Forem (dev.to)",
    sign=sign(".single-comment-node", selector=_COMMENTS),
    items=_items,
    parts=Parts(
        author=(
            ".js-comment-username",
            ".comment__header a.crayons-link:not(.comment-date)",
            ".inner-comment > .details > a:first-child",
            ".comment-username-inner, .comment-username",
        ),
        date=(".comment-date time", ".comment-date"),
        body=(".comment__body", ".inner-comment > .body", ".body", ".comment__content"),
        permalink=("a.comment-date, .comment-date a",),
        left_out=(
            ".comment__header .comment__dropdown",
            ".comment__footer",
            ".actions",
            ".reaction-button",
            ".low-quality-comment-marker",
            ".crayons-tooltip__content",
            "summary",
        ),
        by_post_author=(
            ".comment__header .crayons-tooltip[data-tooltip], .comment__header .spec-op-author, "
            ".op-marker"
        ),
        deleted=f"{_COMMENTS}[data-comment-author-id='']",
        collapsed="details.js-comment-wrapper:not([open]) > .single-comment-node",
        score=(".comment__footer .reactions-count", ".reactions-count"),
    ),
    surroundings=Surroundings(
        area="#comments, #comments-container, .comments-container",
        headings="h1, h2, h3",
        closed="#discussion-lock-section, .discussion-lock",
        more=".js-view-all-comments, a[href$='/comments']",
    ),
    stated=_stated,
    remote=_remote,
)
