"""`find_metadata`: the order in which a page's sources are asked."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Image, ShownDate
from tui.parse.clean import clean_line, clean_link
from tui.parse.declared import Declared
from tui.parse.document import Document
from tui.parse.metadata.authors import find_authors
from tui.parse.metadata.dates import find_dates
from tui.parse.metadata.embedded import embedded_author
from tui.parse.metadata.images import claimed_images
from tui.parse.metadata.jsonld import LinkedData, linked_data
from tui.parse.metadata.owner import owner_of
from tui.parse.metadata.site import host_name, site_beside, without_site, without_slogan
from tui.parse.metadata.title import heading_of
from tui.parse.outline import Element, Outline

_BESIDE = (20, 40)
_NEAR = (60, 250)
"""How many elements before and after the title are beside it, and how many more are near it."""

_ABOVE = 100
"""Dates also stand so many elements before the title: those have the fewest words around them."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


class Metadata(Struct, frozen=True):
    """What a page says of itself; the attributes are those of `Page` and `Article`.

    Attributes:
        title: The article's title without the site's name.
        authors: Its authors.
        published: When it was published.
        updated: When it was last changed.
        site: The site's name.
        canonical: The address that the page gives itself.
        feeds: The addresses of its feeds.
        body: The article's text from the linked data, for pages that have it nowhere else.
        images: The pictures that stand for the article, the surest first.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: ShownDate | None = None
    updated: ShownDate | None = None
    site: str | None = None
    canonical: str | None = None
    feeds: tuple[str, ...] = ()
    body: str | None = None
    images: tuple[Image, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """What is told beside the title: the names of the authors and the words of the date."""
        date = self.published.text if self.published is not None else ""
        return (*self.authors, date) if date else self.authors


def find_metadata(document: Document, elements: Outline) -> Metadata:
    """What a page says of itself.

    Args:
        document: The page.
        elements: The outline of its body without its comments.
    """
    data = linked_data(document.marks.data)
    metas = document.declared
    site = metas.first("og:site_name") or data.site or metas.first("application-name")
    heading, title = _title(document, data, metas, elements, site)
    beside, around = _near(elements, heading or 0)
    far = elements[(heading or 0) + _NEAR[1] :]
    above = elements[max(0, (heading or 0) - _ABOVE) : max(0, (heading or 0) - _NEAR[0])]
    published, updated = find_dates(document, data, (beside, around + above[::-1]), far)
    return Metadata(
        title=title,
        authors=find_authors(
            data,
            metas,
            (beside, around),
            far,
            (site, host_name(document.url)),
            (
                lambda: embedded_author(document.source),
                lambda: owner_of(document.url, (site, document.once(_of_element)), elements),
            ),
        ),
        published=published,
        updated=updated,
        site=without_slogan(site, document.url)
        if site
        else site_beside(title or "", document.once(_of_element) or "", document.url),
        canonical=document.declared.canonical(document.url),
        feeds=_feeds(document),
        body=data.body,
        images=claimed_images(document, data),
    )


def _near(elements: list[Element], heading: int) -> tuple[list[Element], list[Element]]:
    """The elements beside the title and the others near it; in each, those after it come first."""
    before, after = _BESIDE
    first, last = max(0, heading - before), heading + after
    beside = elements[heading:last] + elements[first:heading][::-1]
    around = (
        elements[last : heading + _NEAR[1]] + elements[max(0, heading - _NEAR[0]) : first][::-1]
    )
    return beside, around


def _title(
    document: Document, data: LinkedData, metas: Declared, elements: Outline, site: str | None
) -> tuple[int | None, str | None]:
    of_element = document.once(_of_element)
    claims = [metas.first("og:title"), data.headline, of_element, metas.first("twitter:title")]
    distinct = dict.fromkeys(filter(None, claims))
    titles = [without_site(claim, site, document.url) for claim in distinct]
    index, heading = heading_of(elements, titles, document.url)
    return index, heading or (titles[0] if titles else None)


def _of_element(document: Document) -> str | None:
    element = document.tree.css_first("title")
    return clean_line((element.text() or "")[:1_000]) if element is not None else None


def _feeds(document: Document) -> tuple[str, ...]:
    """The feeds that a page links to (RSS Board's and WHATWG's feed autodiscovery)."""
    feeds: dict[str, None] = {}
    for href, kind in document.declared.links("alternate"):
        if kind.strip().lower() in _FEED_TYPES:
            address = clean_link(href, document.base)
            if address is not None and address.startswith("http"):
                feeds[address] = None
    return tuple(feeds)
