"""Links from a thread to more of it: to older and newer pages, to folded replies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tui.model import LinkKind, ThreadLink
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.pagenumber import numbered
from tui.parse.patterns import regex
from tui.parse.threads.nodes import attribute, line_of
from tui.parse.words import is_newer_link, is_older_link

MAX_LABEL = 300
"""Labels are cut to this many characters."""

MOST_WORDS = 6
"""The label of a page of comments has no more words than this."""

MAX_LINKS = 200
"""Links to folded replies beyond this many are not told; one of them leads to the thread."""

_ONE_COMMENT = regex(r"#(?:(?:li-|div-)?comment-?\d+|respond)$")
"""The end of a link to one comment, or to the form: WordPress has that beside a reply, too."""

_ORDER = regex(r"[?&;](?:sort|order|sort[-_]?by|order[-_]?by)=", re.IGNORECASE)
"""In a link that shows the same comments in another order."""

_OLDER = regex(r"(?:^|[\s_-])(?:older|prev(?:ious)?)(?:$|[\s_-])", re.IGNORECASE)
_NEWER = regex(r"(?:^|[\s_-])(?:newer|next)(?:$|[\s_-])", re.IGNORECASE)


def pager(document: Document, links: Iterable[LexborNode]) -> tuple[ThreadLink, ...]:
    """The pager's links, each address once, by the label that says most.

    A link without words, or with those of a title, leads to more comments only where its names or
    its `rel` say so.
    """
    found: dict[str, ThreadLink] = {}
    for link in links:
        href = attribute(link, "href")
        if _ONE_COMMENT.search(href):
            continue
        url = clean_link(href, document.base)
        if url and (url not in found or found[url].label.isdigit()):
            label = line_of(link)[:MAX_LABEL]
            kind = _kind(link, label)
            if kind is not LinkKind.PAGE or _is_page(url, label, document.base):
                found[url] = ThreadLink(label, url, kind)
    return tuple(found.values())


def _is_page(url: str, label: str, base: str | None) -> bool:
    """Whether a link whose names say nothing leads to a page of comments.

    Other orders, and the links of other sites to log in, stand beside such pages.
    """
    if not 0 < len(label.split()) <= MOST_WORDS:
        return False
    if numbered(url).number is not None:
        return True
    is_own = base is None or urlsplit(url).netloc == urlsplit(base).netloc
    return is_own and not _ORDER.search(url)


def folded(document: Document, links: Iterable[LexborNode]) -> tuple[ThreadLink, ...]:
    """Links to replies that the page has folded away, each address once."""
    found: dict[str, ThreadLink] = {}
    for link in links:
        url = clean_link(attribute(link, "href"), document.base)
        if url and len(found) < MAX_LINKS:
            found.setdefault(url, ThreadLink(line_of(link)[:MAX_LABEL], url, LinkKind.REPLIES))
    return tuple(found.values())


def _kind(link: LexborNode, label: str) -> LinkKind:
    """What a link's label says it leads to, else its class or that of its parent, else `rel`."""
    if is_older_link(label):
        return LinkKind.OLDER
    if is_newer_link(label):
        return LinkKind.NEWER
    around = attribute(link.parent, "class") if link.parent is not None else ""
    names = f"{attribute(link, 'class')} {around} {attribute(link, 'rel')}"
    older, newer = _OLDER.search(names), _NEWER.search(names)
    if bool(older) == bool(newer):
        return LinkKind.PAGE
    return LinkKind.OLDER if older else LinkKind.NEWER
