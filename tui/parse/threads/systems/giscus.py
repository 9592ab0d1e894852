"""giscus: the comments that its script writes into its frame, from a discussion on GitHub.

Recognised is the frame's document as a browser saves it: `.gsc-comment` with its `.gsc-reply`s.
Upvotes count as the score; a comment that GitHub minimised is collapsed. The snippet or the frame's
address tells repository, category and term, by which the public API finds the discussion. Sources:
its components `Comment.tsx`, `Reply.tsx` and `Giscus.tsx`, its `client.ts`, and its manual.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.model import LinkKind, ThreadLink
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import Territory, attribute, everywhere, first_of, line_of
from tui.parse.threads.snippets import Details, address, asking, attributes, details, path, query
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_KEY = regex(r"#discussioncomment-(\d+)$")
_SNIPPET = "script[data-repo][src*='/client.js'], giscus-widget"
_FRAME = "iframe.giscus-frame"
_SETTINGS = ("repo", "category", "category-id", "mapping", "term", "number", "strict")


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, ".gsc-comment, .gsc-reply")[:MAX_ITEMS]
    territory = Territory([(node,) for node in nodes])
    keys: dict[int | None, str | None] = {}
    for link in everywhere(document, "a[href*='#discussioncomment-']"):
        keys.setdefault(territory.owner(link), first_group(_KEY, attribute(link, "href")))
    return [Item((node,), keys.get(index)) for index, node in enumerate(nodes)]


def _details(document: Document) -> Details:
    told = attributes(document, _SNIPPET, _SETTINGS) or query(document, _FRAME, _SETTINGS)
    mapping = told.get("mapping", "")
    term = told.get("term") or _term(document, mapping)
    if mapping == "number":
        told, term = {**told, "number": told.get("number") or term or ""}, None
    return details({**{name: told.get(name) for name in _SETTINGS}, "term": term})


def _term(document: Document, mapping: str) -> str | None:
    """By which words the discussion is found, as `client.ts` makes them of the page."""
    if mapping == "url":
        return address(document)
    if mapping == "og:title":
        meta = first_of(document, "meta[property='og:title'], meta[name='og:title']")
        return attribute(meta, "content") if meta is not None else None
    if mapping == "title":
        title = first_of(document, "title")
        return title.text(strip=True) if title is not None else None
    here = path(document) if mapping in {"", "pathname"} else None
    if here is None:
        return None
    return "index" if len(here) < 2 else re.sub(r"\.\w+$", "", here.removeprefix("/"))


def _url(_: Document, told: Mapping[str, str]) -> str | None:
    if "repo" not in told or not ("term" in told or "number" in told):
        return None
    wanted = {name: told.get(name) for name in ("repo", "term", "number", "category", "strict")}
    return asking("https://giscus.app/api/discussions", {**wanted, "first": "20"})


def _more(document: Document) -> Sequence[ThreadLink]:
    """The discussion on GitHub, where the frame has yet to load comments between those it shows."""
    hidden = first_of(document, ".gsc-pagination")
    link = first_of(document, ".gsc-comments-count a[href]")
    url = clean_link(attribute(link, "href"), document.base) if hidden and link else None
    return [ThreadLink(line_of(hidden), url, LinkKind.ALL)] if hidden and url else []


EMBED = Embed(
    service="giscus",
    sign=sign("//giscus.app", ".giscus", "/client.js", selector=f"{_SNIPPET}, {_FRAME}, .giscus"),
    details=_details,
    url=_url,
)

SYSTEM = System(
    name="giscus",
    title="giscus",
    sign=sign(".gsc-comment"),
    items=_items,
    parts=Parts(
        author=(".gsc-comment-author .link-primary, .gsc-reply-author .link-primary",),
        date=(".gsc-comment-author time, .gsc-reply-author time",),
        body=(".gsc-comment-content, .gsc-reply-content",),
        left_out=(".gsc-comment-footer", ".gsc-reply-footer", ".gsc-comment-box"),
        deleted=".gsc-comment-content:not(.minimized) > em.color-text-secondary",
        collapsed=".gsc-comment-content.minimized, .gsc-reply-content.not-shown",
        score=(".gsc-upvote-button .gsc-social-reaction-summary-item-count",),
    ),
    surroundings=Surroundings(
        area=".gsc-main",
        headings=".gsc-comments-count",
        replies=".gsc-replies > div > a[href]",
    ),
    more=_more,
)
