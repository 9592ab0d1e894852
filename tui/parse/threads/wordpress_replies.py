"""What WordPress comments answer where nesting does not tell, and to which post they belong.

Core nests replies up to a depth that the site sets, five by default; what answers a comment at that
depth stands after it as its sibling. Three things still tell: the class `parent`, which core gives
to every comment that has replies; a reply link that leads to the form for another comment; and the
link to another comment with which "@Name" plug-ins begin a reply.

Source: `Walker::display_element()`, `get_comment_class()` and `get_comment_reply_link()`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import first_group
from tui.parse.threads.nodes import Territory, attribute, classes, everywhere, page_of, short_line
from tui.parse.threads.system import Item

MAX_NAME = 80
"""An "@Name" is no longer than this many characters."""

LEAST_SOUND = 0.5
"""The share of reply links that lead to their own comment, where the others tell anything."""

_REPLY_LINK = "comment-reply-link"
_LINKS = f"a[href*='#comment-'], a[href*='#li-comment-'], a[href*='#div-comment-'], a.{_REPLY_LINK}"
_REPLY_TO = regex(r"[?&]replytocom=(\d+)")
_FRAGMENT = regex(r"#(?:[a-z]+-)?comment-(\d+)$")
_OF_COMMENTS = regex(r"/comment-page-\d+/?$|[?&](?:cpage|replytocom)=\d+")


def links_of(document: Document) -> Sequence[LexborNode]:
    """The links of a page to comments and to the form for replies to one."""
    return everywhere(document, _LINKS)


def with_replies(items: Sequence[Item], links: Sequence[LexborNode]) -> Sequence[Item]:
    """The items with the comments that they answer beyond the depth to which the site nests.

    Args:
        items: The comments of a page.
        links: Its `links_of`.
    """
    territory = Territory([item.nodes for item in items])
    places = {item.key: index for index, item in enumerate(items)}
    told = {
        **_first_replies(items),
        **_named(links, territory, items),
        **_by_reply_links(links, territory, items),
    }
    return [
        replace(item, parent_key=told[index])
        if index in told and places.get(told[index], index) < index
        else item
        for index, item in enumerate(items)
    ]


def _first_replies(items: Sequence[Item]) -> dict[int, str]:
    """What the items answer that follow, at the same depth, one that has replies."""
    return {
        index: item.key
        for index, (item, reply) in enumerate(pairwise(items), 1)
        if item.key is not None
        and item.depth is not None
        and item.depth == reply.depth
        and "parent" in classes(item.nodes[0])
    }


def _named(
    links: Sequence[LexborNode], territory: Territory, items: Sequence[Item]
) -> dict[int, str]:
    """What the items answer that have a link to another comment, written "@Name"."""
    told: dict[int, str] = {}
    for link in links:
        if short_line(link, MAX_NAME).startswith("@"):
            key = _key_of(link)
            index = territory.owner(link)
            if index is not None and key is not None and key != items[index].key:
                told.setdefault(index, key)
    return told


def _by_reply_links(
    links: Sequence[LexborNode], territory: Territory, items: Sequence[Item]
) -> dict[int, str]:
    """What the items answer whose reply link is that of another comment."""
    keys: dict[int, str] = {}
    for link in links:
        if _REPLY_LINK in classes(link):
            index = territory.owner(link)
            key = _key_of(link)
            if index is not None and key is not None:
                keys.setdefault(index, key)
    others = {index: key for index, key in keys.items() if key != items[index].key}
    return others if len(others) <= LEAST_SOUND * len(keys) else {}


def _key_of(link: LexborNode) -> str | None:
    """The comment that a link leads or replies to."""
    href = attribute(link, "href")
    own = attribute(link, "data-commentid") or first_group(_REPLY_TO, href)
    return own or first_group(_FRAGMENT, href)


def of_this_post(
    document: Document, items: Sequence[Item], links: Sequence[LexborNode]
) -> Sequence[Item]:
    """The items without the comments of other posts, and without lists of a site's latest ones.

    Args:
        document: The page.
        items: All comments on it.
        links: Its `links_of`.
    """
    territory = Territory([item.nodes for item in items])
    top: list[int] = []  # for each item the one at top level that it is in
    for index in range(len(items)):
        around = territory.around(index)
        top.append(index if around is None or around >= index else top[around])
    lists = [_list(items[first].nodes[0]) for first in top]
    pages = _pages(territory, items, lists, links, document.base)
    here = _page((document.url or document.base or "").partition("#")[0])
    if len(set(lists)) > 1 and not any(here in found for found in pages.values()):
        here = next((_usual(pages[one]) for one in lists if one in pages), here)
    elsewhere = {
        one
        for one, found in pages.items()
        if (len(found) > 1 and here not in found) or (len(pages) > 1 and _usual(found) != here)
    }
    return [item for item, one in zip(items, lists, strict=True) if one not in elsewhere]


def _list(node: LexborNode) -> int:
    """What stands for the list that an item is in."""
    return node.parent.mem_id if node.parent is not None else node.mem_id


def _usual(found: Counter[str]) -> str:
    return found.most_common(1)[0][0]


def _pages(
    territory: Territory,
    items: Sequence[Item],
    lists: Sequence[int],
    links: Sequence[LexborNode],
    base: str | None,
) -> dict[int, Counter[str]]:
    """The addresses of the posts to which the comments of each list link themselves."""
    own: dict[int, LexborNode] = {}
    for link in links:
        index = territory.owner(link)
        if index is None or index in own or attribute(link, "href").startswith("#"):
            continue
        if items[index].key in {None, _key_of(link)}:
            own[index] = link
    counts: dict[int, Counter[str]] = {}
    for index, link in own.items():
        counts.setdefault(lists[index], Counter())[_page(page_of(link, base))] += 1
    return counts


def _page(address: str) -> str:
    """An address without what WordPress adds for a page of comments or a reply to one."""
    return _OF_COMMENTS.sub("", address).partition("://")[2].rstrip("/")
