"""All links of a page in one list, to go to one by its number or its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from msgspec import Struct

from tui.model import Page
from tui.reading.links import Link, links_of, same_page
from tui.reading.normalised import normalised
from tui.reading.onward import part_links


class PageLink(Struct, frozen=True):
    """A link of a page.

    Attributes:
        number: Its number, from 1, in the order of the page.
        words: What is shown for it.
        href: Where it leads, as `Span.href` says.
        place: Whose words it is in: the author of a comment; empty for the article.
        comment: The index of the comment, or None for the article and the thread's own links.
        external: Whether it leads to another site.
    """

    number: int
    words: str
    href: str
    place: str = ""
    comment: int | None = None
    external: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return str(self.number)


def page_links(page: Page) -> list[PageLink]:
    """The links of the article and to its other parts, of the comments, and to more of them."""
    hosts = {_host(address) for address in (page.url, page.canonical) if address} - {""}
    return [
        PageLink(
            number, link.words, link.href, place, comment, external=_is_external(page, link, hosts)
        )
        for number, (link, place, comment) in enumerate(_links(page), 1)
    ]


def _links(page: Page) -> Iterator[tuple[Link, str, int | None]]:
    yield from ((link, "", None) for link in links_of(page.article.blocks))
    if page.parts is not None:
        yield from ((link, "", None) for link in part_links(page.parts))
    if page.thread is None:
        return
    for index in page.thread.preorder:
        comment = page.thread.comments[index]
        for link in links_of(comment.blocks):
            yield link, comment.author or "Anonymous", index
    for more in page.thread.more:
        yield Link(more.label, more.url), "", None


def _is_external(page: Page, link: Link, hosts: set[str]) -> bool:
    return same_page(page, link.href) is None and _host(link.href) not in hosts


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def matching_links(links: Sequence[PageLink], wanted: str) -> list[PageLink]:
    """The links that hold all words in theirs, in their address or in their author's name.

    A number alone finds the link of that number.
    """
    if wanted.strip().isdecimal():
        numbered = [link for link in links if link.key == wanted.strip()]
        if numbered:
            return numbered
    words = normalised(wanted).split()
    return [
        link
        for link in links
        if all(word in normalised(f"{link.words} {link.href} {link.place}") for word in words)
    ]
