"""When an article was published and last changed.

In order of trust: a date beside the title that no machine date explains; the linked data; meta
elements; microdata; `time` elements, then dates in words, near the title; the day in the address.
"""

# ruff: noqa: RUF001 - apostrophes as people type them

from __future__ import annotations

import re
from datetime import date, datetime

from tui.model import ShownDate
from tui.parse.clean import clean_line
from tui.parse.dates import find_date, machine_date, shown_date
from tui.parse.declared import Declared
from tui.parse.metadata.jsonld import LinkedData
from tui.parse.outline import Element
from tui.parse.patterns import regex

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_date", "citation_online_date", "publish-date", "publish_date", "pubdate",
    "publication_date", "published", "release_date", "date", "article.published", "datecreated",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised",
)  # fmt: skip
_UPDATED_WORDS = regex(r"(?<![a-z])(?:updated|modified|revised|dt-updated|edited)(?![a-z])")
_DATE_CLASS = regex(
    r"(?<![a-z])(?:date|time|published|posted|pubdate|timestamp|dateline|datetime|day|posted-?on|meta|by-?line|created)"
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)|['’]\d\d(?!\d)")
_PATH = regex(r"/(20\d\d|199\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_LONGEST = 120
_LARGEST = 60
"""No date is longer than so many characters or made of more elements than these."""


def find_dates(
    data: LinkedData,
    metas: Declared,
    zones: tuple[list[Element], ...],
    language: str | None,
    url: str | None,
) -> tuple[ShownDate | None, ShownDate | None]:
    """The dates of publication and of the last change.

    Args:
        data: The page's linked data.
        metas: Its meta elements.
        zones: The elements around the title, the nearest first.
        language: The page's language.
        url: The page's address.
    """
    near = [_visible(zone, language) for zone in zones]
    visible = [date for dates in near for date in dates]
    published = _machine(data.published, *(metas.first(name) for name in _PUBLISHED))
    updated = _machine(data.modified, *(metas.first(name) for name in _UPDATED))
    first = next((shown for shown, is_update in visible if not is_update), None)
    if published is None:
        found = first or _of_path(url) or next((shown for shown, _ in visible), None)
        found = found or (ShownDate("", updated) if updated is not None else None)
    elif _contradicts(near[0], published, updated):
        found = first
    else:
        found = _with_words(published, visible)
    return found, _with_words(updated, visible) if updated is not None else None


def _contradicts(
    beside: list[tuple[ShownDate, bool]],
    published: datetime | date,
    updated: datetime | date | None,
) -> bool:
    """Whether a date beside the title is neither machine date: those tell of a move of the site.

    The day may also differ because the machine's is in another zone; the shown one is the page's.
    """
    days = [_day(shown.at) for shown, is_update in beside if not is_update]
    known = {_day(published), _day(updated)}
    return bool(days) and days[0] not in known and _day(published) not in days


def _day(at: datetime | date | None) -> date | None:
    return at.date() if isinstance(at, datetime) else at


def _machine(*texts: str | None) -> datetime | date | None:
    for text in texts:
        if not text:
            continue
        at = machine_date(text)
        if at is None and (found := find_date(text, "en")):
            at = found.date.at
        if at is not None and at.year >= 1990:
            return at
    return None


def _with_words(at: datetime | date, visible: list[tuple[ShownDate, bool]]) -> ShownDate:
    """A machine's date with the words that show the same day, where the page has them."""
    for shown, _ in visible:
        if _day(shown.at) == _day(at):
            return ShownDate(shown.text, at)
    return ShownDate("", at)


def _visible(near: list[Element], language: str | None) -> list[tuple[ShownDate, bool]]:
    """The dates that readers see near the title, each with whether it is one of a change."""
    marked: list[tuple[ShownDate, bool]] = []
    classed: list[tuple[ShownDate, bool]] = []
    other: list[tuple[ShownDate, bool]] = []
    for element in near:
        if element.size > _LARGEST or element.holds_claimed:
            continue
        attributes = element.node.attributes
        machine = attributes.get("datetime") if element.tag == "time" else None
        machine = machine or attributes.get("content")
        if not machine and not 0 < element.text <= _LONGEST:
            continue
        words = clean_line(element.node.text(separator=" ")) if element.text <= _LONGEST else ""
        if not machine and not _YEAR.search(words):
            continue
        shown = _read(words, machine, language)
        if shown is None:
            continue
        signs = f"{element.names} {attributes.get('itemprop') or ''}".lower()
        is_update = _UPDATED_WORDS.search(signs) is not None or _says_update(words)
        if element.tag == "time" or "datepublished" in signs or "datemodified" in signs:
            marked.append((shown, is_update or "datemodified" in signs))
        elif _DATE_CLASS.search(signs):
            classed.append((shown, is_update))
        elif element.text <= 60:
            other.append((shown, is_update))
    return marked + classed + other


def _says_update(words: str) -> bool:
    return (
        re.match(r"(?:last )?(?:updated|modified|reviewed|revised)", words, re.IGNORECASE)
        is not None
    )


def _read(words: str, machine: str | None, language: str | None) -> ShownDate | None:
    if machine:
        shown = shown_date(words, machine=machine, language=language)
        return shown if shown.at is not None else None
    found = find_date(words, language)
    return found.date if found is not None and found.date.at is not None else None


def _of_path(url: str | None) -> ShownDate | None:
    if match := _PATH.search(url or ""):
        try:
            return ShownDate("", date(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            return None
    return None
