"""utterances: the comments that its script writes into its frame, from an issue on GitHub.

Recognised is the frame's document as a browser saves it: `article.timeline-comment` in
`main.timeline`. They are flat, the oldest first. The snippet or the frame's address tells the
repository and by which term the issue is found, or its number. Sources: its components
`comment-component.ts` and `timeline-component.ts`, its `client.ts`, and GitHub's REST manual.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.model import LinkKind, ThreadLink
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of, line_of
from tui.parse.threads.snippets import Details, address, asking, attributes, details, path, query
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_COMMENTS = "main.timeline > article.timeline-comment"
_LINK = ".comment-meta a[href*='#issuecomment-']"
_KEY = regex(r"#issuecomment-(\d+)$")
_REPOSITORY = regex(r"^[\w.-]{1,100}/[\w.-]{1,100}$")
_SNIPPET = "script[src*='//utteranc.es/client.js']"
_FRAME = "iframe.utterances-frame"
_SETTINGS = ("repo", "issue-term", "issue-number", "label")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]:
        link = node.css_first(_LINK)
        if link is not None:  # else it is the form
            items.append(Item((node,), first_group(_KEY, attribute(link, "href"))))
    return items


def _details(document: Document) -> Details:
    told = attributes(document, _SNIPPET, _SETTINGS) or query(document, _FRAME, _SETTINGS)
    term = _term(document, told.get("issue-term", ""))
    return details({**{name: told.get(name) for name in _SETTINGS}, "issue-term": term})


def _term(document: Document, mapping: str) -> str | None:
    """The words that the issue's title has, as `client.ts` makes them of the page."""
    if mapping == "pathname":
        here = path(document)
        if here is None or len(here) < 2:
            return "index" if here else mapping
        return re.sub(r"\.\w+$", "", here.removeprefix("/"))
    if mapping == "url":
        return address(document) or mapping
    if mapping in {"title", "og:title"}:
        selector = "title" if mapping == "title" else "meta[property='og:title']"
        node = first_of(document, selector)
        if node is not None:
            return node.text(strip=True) or attribute(node, "content") or mapping
    return mapping or None


def _url(_: Document, told: Mapping[str, str]) -> str | None:
    """GitHub's address for the comments of the issue, else for the search that finds it."""
    repository = told.get("repo", "")
    if not _REPOSITORY.match(repository):
        return None
    if told.get("issue-number", "").isdigit():
        issue = told["issue-number"]
        return f"https://api.github.com/repos/{repository}/issues/{issue}/comments"
    if "issue-term" not in told:
        return None
    words = f'"{told["issue-term"]}" type:issue in:title repo:{repository}'
    return asking("https://api.github.com/search/issues", {"q": words})


def _more(document: Document) -> Sequence[ThreadLink]:
    """The issue on GitHub, where the frame has yet to load comments between those it shows."""
    hidden = first_of(document, ".timeline > .page-loader")
    link = first_of(document, ".timeline-header > a[href]")
    url = clean_link(attribute(link, "href"), document.base) if hidden and link else None
    return [ThreadLink(line_of(hidden), url, LinkKind.ALL)] if hidden and url else []


EMBED = Embed(
    service="utterances",
    sign=sign("//utteranc.es", ".utterances"),
    details=_details,
    url=_url,
)

SYSTEM = System(
    name="utterances",
    title="utterances",
    sign=sign(".timeline-comment", selector=_COMMENTS),
    items=_items,
    parts=Parts(
        author=(".comment-meta strong",),
        date=(_LINK,),
        body=(".markdown-body",),
        permalink=(_LINK,),
        left_out=(".comment-footer", ".comment-actions", ".email-hidden-toggle"),
    ),
    surroundings=Surroundings(area=".timeline-header > a", headings=".timeline-header > a"),
    more=_more,
)
