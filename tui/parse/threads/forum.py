"""What forums have in common: posts of which the first opens the topic and is the article."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import first_of
from tui.parse.threads.system import Item

_EARLIER_PAGE = "link[rel='prev'], a[rel~='prev'][href]"
_LATER = regex(
    r"[?&;](?:start=[1-9]|(?:page(?:No)?|pp?n)=(?!1(?:\D|$))\d|topic=\d+\.[1-9]\d*(?:\D|$))"
    r"|/page[-/]?(?!1(?:\D|$))\d"
)
"""Addresses of pages after the first: `start` and the part of `topic` after its point count posts
from 0, `page` counts pages from 1."""


def without_opening(document: Document, posts: Sequence[Item], earlier: str = "") -> Sequence[Item]:
    """The posts that answer the topic: all on later pages, all but the first on page one.

    Args:
        document: The page.
        posts: The posts in page order.
        earlier: What else of the system's markup is only on later pages, as a CSS selector.
    """
    return posts if _is_later(document, earlier) else posts[1:]


def _is_later(document: Document, earlier: str) -> bool:
    selector = f"{_EARLIER_PAGE}, {earlier}" if earlier else _EARLIER_PAGE
    if first_of(document, selector) is not None:
        return True
    canonical = (href or "" for href, _ in document.declared.links("canonical"))
    return any(_LATER.search(address) for address in (document.url or "", *canonical))
