"""Linked data in JSON (JSON-LD 1.1, vocabulary of https://schema.org): the article's part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import Any, TypeAlias

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse.blocks.elements import word_set
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

MAX_SCRIPT = 8_000_000
"""Scripts longer than this many characters are not read."""

MAX_SCRIPTS = 50
"""Scripts beyond this many are not read."""

MAX_ITEMS = 5_000
"""Only this many items of a page's data are looked at."""

Item: TypeAlias = dict[str, Any]
_Typed: TypeAlias = tuple[Item, set[str]]
"""An item with its types."""

_ARTICLES = word_set("""
    article blogposting newsarticle techarticle scholarlyarticle report reportagenewsarticle
    opinionnewsarticle analysisnewsarticle reviewnewsarticle advertisercontentarticle
    satiricalarticle medicalscholarlyarticle liveblogposting socialmediaposting
    discussionforumposting review recipe howto
""")
_WORKS = word_set("creativework podcastepisode episode radioepisode videoobject audioobject course")
"""What is read as an article where there is none."""

_PAGES = frozenset({"webpage", "itempage", "aboutpage", "faqpage", "qapage", "medicalwebpage"})
_SITES = frozenset({"website", "blog"})
_SOMEBODY = _SITES | {"organization", "newsmediaorganization", "person", "corporation"}
_MOST_IMAGES = 10
_COMMENT = regex(r"^\s*(?:<!--|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|\]\]>|;)\s*$", re.DOTALL)


_LAST_COMMA = regex(r",\s*([}\]])")
_PREFIX = '"schema:'
"""How names begin where the vocabulary has a prefix."""


class LinkedData(Struct, frozen=True):
    """What a page's linked data says.

    Attributes:
        headline: The article's title.
        people: The names of its authors that are people or of no stated kind.
        organisations: The names of its authors that are organisations.
        published: Its machine date, unread.
        modified: Its last change, unread.
        site: The name of the site, else of the publisher.
        body: The article's text, where the data holds it.
        images: The pictures of the article, each with its caption, perhaps empty.
        logos: The addresses of the pictures that stand for sites, publishers and people.
    """

    headline: str | None = None
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    body: str | None = None
    images: tuple[tuple[str, str], ...] = ()
    logos: frozenset[str] = frozenset()


def linked_data(scripts: Sequence[LexborNode]) -> LinkedData:
    """The article's part of a page's linked data; broken scripts are passed over.

    Args:
        scripts: The scripts that hold it.
    """
    items: list[Item] = []
    for script in scripts[:MAX_SCRIPTS]:
        items.extend(_items(load_script(script.text() or "")))
        if len(items) > MAX_ITEMS:
            break
    if not items:
        return LinkedData()
    by_id = {
        item["@id"]: item for item in items if isinstance(item.get("@id"), str) and len(item) > 1
    }
    typed = [(item, kinds_of(item)) for item in items]
    article = _first(typed, _ARTICLES) or _first(typed, _WORKS) or {}
    page = _first(typed, _PAGES) or {}
    people, organisations = _authors(article.get("author") or page.get("author"), by_id)
    if not people:
        more, _ = _authors(article.get("creator"), by_id)
        people = more
    return LinkedData(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
        published=_text(
            article.get("datePublished") or article.get("uploadDate") or page.get("datePublished")
        ),
        modified=_text(article.get("dateModified") or page.get("dateModified")),
        site=_site(typed, article, by_id),
        body=article["articleBody"] if isinstance(article.get("articleBody"), str) else None,
        images=tuple(_images((article.get("image"), page.get("primaryImageOfPage")), by_id)),
        logos=frozenset(src for src, _ in _images(starmap(_logo, typed), by_id)),
    )


def load_script(text: str) -> object:
    """The data of a script of JSON-LD, or None where it is too long or broken."""
    if len(text) > MAX_SCRIPT:
        return None
    import json  # noqa: PLC0415 -- for pages that have such data

    if _PREFIX in text:
        text = text.replace(_PREFIX, '"')
    for mend in (str, _uncommented, _mended):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _uncommented(text: str) -> str:
    return _COMMENT.sub("", text)


def _mended(text: str) -> str:
    """A script whose quotes were escaped as in HTML, or with commas after the last entries."""
    if "&quot;" in text:
        from html import unescape  # noqa: PLC0415 -- loads a large table, seldom needed

        text = unescape(text)
    return _LAST_COMMA.sub(r"\1", _uncommented(text))


def _items(data: object) -> Iterator[Item]:
    """All objects of the data in reading order, comments and related articles left out."""
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            inner = [value[name] for name in _INNER if isinstance(value.get(name), dict | list)]
            stack.extend(reversed(inner))


_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "isPartOf", "@list")


def kinds_of(item: Item) -> set[str]:
    """The types of an object, in lower case and without their vocabulary."""
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return {name.rpartition("/")[2].lower() for name in names if isinstance(name, str)}


def is_article(item: Item) -> bool:
    """Whether an object is an article or something else that is read as one."""
    return not _ARTICLES.isdisjoint(kinds_of(item))


def _first(typed: list[_Typed], kinds: frozenset[str]) -> Item | None:
    """The first item of these kinds that says most: one with an author or date before bare ones."""
    found = [item for item, its_kinds in typed if not kinds.isdisjoint(its_kinds)]
    full = (item for item in found if "author" in item or "datePublished" in item)
    return next(full, found[0] if found else None)


def _authors(value: object, by_id: dict[str, Item]) -> tuple[list[str], list[str]]:
    people: list[str] = []
    organisations: list[str] = []
    values = value if isinstance(value, list) else [value]
    for entry in values[:100]:
        kinds: set[str] = set()
        name: object = entry
        if isinstance(entry, dict):
            item = entry if "name" in entry else by_id.get(str(entry.get("@id")), entry)
            kinds = kinds_of(item)
            name = item.get("name") or _full_name(item)
        for text in name if isinstance(name, list) else [name]:
            if line := _text(text):
                (organisations if "organization" in kinds else people).append(line)
    return people, organisations


def _full_name(person: Item) -> str:
    names = (person.get("givenName"), person.get("familyName"))
    return " ".join(name for name in names if isinstance(name, str))


def _images(values: Iterable[object], by_id: dict[str, Item]) -> Iterator[tuple[str, str]]:
    """The addresses and captions of values that are images: addresses, objects or references."""
    for value in values:
        for entry in (value if isinstance(value, list) else [value])[:_MOST_IMAGES]:
            image = entry if isinstance(entry, dict) else {"url": entry}
            if not image.keys() & {"url", "contentUrl"}:
                image = by_id.get(str(image.get("@id")), {})
            if address := _text(image.get("url")) or _text(image.get("contentUrl")):
                yield address, _text(image.get("caption")) or ""


def _logo(item: Item, kinds: set[str]) -> object:
    """What stands for whoever an item is, a site or a person; None for what they wrote."""
    is_thing = _SOMEBODY.isdisjoint(kinds)
    return item.get("logo") or (None if is_thing else item.get("image"))


def _site(typed: list[_Typed], article: Item, by_id: dict[str, Item]) -> str | None:
    site = _first(typed, _SITES) or {}
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict) and "name" not in publisher:
        publisher = by_id.get(str(publisher.get("@id")))
    of_publisher = publisher.get("name") if isinstance(publisher, dict) else None
    return _text(site.get("name")) or _text(of_publisher)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return clean_line(value[:2_000]) or None
