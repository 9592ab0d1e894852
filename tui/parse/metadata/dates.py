"""When an article was published and last changed.

In order of trust: a date beside the title that the machine's do not explain, which are often of the
day that the page was put in or begun; of those in the linked data and in meta elements, microdata's
among them, the one that readers are told, else the first; then what readers alone are told: a line
about the first publication, a date beside the title, a line that says when it was published, the
day in the address, that of a change beside the title, one of which the first paragraphs speak, one
in the page's data for scripts, the dateline of a paragraph, dates further from the title, those
below the article; and the machine's date of the last change. A date in a card of another article,
in a quotation, in code or in a box of facts is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property

from msgspec import Struct

from tui.model import ShownDate
from tui.model.dates import day_of
from tui.parse.dates import find_date, machine_date
from tui.parse.document import Document
from tui.parse.metadata.embedded import embedded_date
from tui.parse.metadata.jsonld import LinkedData
from tui.parse.metadata.paths import day_of_path
from tui.parse.metadata.seen import Seen, dateline_in, seen_below, seen_in
from tui.parse.outline import Element

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_date", "citation_online_date", "publish-date", "publish_date", "pubdate",
    "publication_date", "published", "release_date", "published-date", "published_date",
    "publisheddate", "publishdate", "w-published-date", "date", "article.published",
    "datecreated",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised",
    "updated", "date.modified", "dateupdated", "modified", "updated_time",
)  # fmt: skip
_OWN = ("article:published_time", "og:article:published_time", "article:published")
"""Open Graph's fields for the day of publication."""

_ADJOINING = 12
"""A line within so many elements of the title may be a date though its element does not say so."""


def find_dates(
    document: Document,
    data: LinkedData,
    zones: tuple[list[Element], list[Element]],
    far: list[Element],
) -> tuple[ShownDate | None, ShownDate | None]:
    """The dates of publication and of the last change.

    Args:
        document: The page.
        data: Its linked data.
        zones: The elements around the title, the nearest first.
        far: The elements after those.
    """
    metas, language = document.declared, document.language
    near = _Near(*zones, language)
    days = [*_machine(data.published, *metas.of_each(_PUBLISHED))]
    own = next(map(day_of, _machine(metas.first(*_OWN))), None)
    shown = {seen.day for seen in near.beside if not seen.is_change or own in {None, seen.day}}
    published = next((at for at in days if day_of(at) in shown), days[0] if days else None)
    changes = [*_machine(data.modified, *metas.of_each(_UPDATED))]
    updated = max(changes, key=day_of, default=None)
    changed = _with_words(updated, near) if updated is not None else None
    if published is None:
        found = next(filter(None, _shown(near, zones[0], document)), None)
        found = found or seen_below(far, language)
        return found or (ShownDate("", updated) if updated is not None else None), changed
    declared = _Declared(
        published, updated, metas.first(*_OWN) is not None, data.published is not None
    )
    return _correction(near, declared) or _with_words(published, near), changed


class _Near:
    """The dates that readers see near the title; those further away are seldom looked for."""

    def __init__(self, beside: list[Element], around: list[Element], language: str | None) -> None:
        self.beside = seen_in(beside, language)
        self._further = (around, language)

    @cached_property
    def around(self) -> list[Seen]:
        """Those that are not beside the title."""
        return seen_in(*self._further)

    def __iter__(self) -> Iterator[Seen]:
        yield from self.beside
        yield from self.around


def _shown(near: _Near, zone: list[Element], document: Document) -> Iterator[ShownDate | None]:
    """The dates that readers are shown: what is beside the title before what is further away."""
    yield from (seen.shown for seen in near if seen.is_first)
    of_title = [seen for seen in near.beside if _is_of_title(seen)]
    yield from (seen.shown for seen in of_title if not seen.is_change)
    told = next((seen.day for seen in near if seen.is_told), None)
    yield from (seen.shown for seen in near if told is not None and seen.day == told)
    yield day_of_path(document.url)
    yield from (seen.shown for seen in of_title)
    yield from (seen.shown for seen in near.beside if not seen.is_change)
    yield from (seen.shown for seen in near.beside)
    yield embedded_date(document.source)
    yield dateline_in(zone, document.language)
    yield from (seen.shown for seen in near.around if seen.is_named and not seen.is_change)
    yield from (seen.shown for seen in near.around if seen.is_named)
    yield from (seen.shown for seen in near.around if not seen.is_change)
    yield from (seen.shown for seen in near.around)


def _is_of_title(seen: Seen) -> bool:
    """Whether a date beside the title is its, and not one that the article speaks of."""
    return seen.is_named or seen.is_told or abs(seen.place) <= _ADJOINING


class _Declared(Struct, frozen=True):
    """What a page's machine dates say.

    Attributes:
        published: The date of publication.
        updated: That of the last change.
        is_own: Whether Open Graph says when it was published.
        is_linked: Whether linked data do.
    """

    published: datetime | date
    updated: datetime | date | None
    is_own: bool
    is_linked: bool


def _correction(near: _Near, declared: _Declared) -> ShownDate | None:
    """The date that readers are shown, where the machine's dates do not explain it.

    Those tell of a move of the site, or of the day on which an article was begun that has been
    written anew since, of which its readers are told the last day alone: that counts, unless Open
    Graph gives the first as well, or nothing but Open Graph does and the last is not said to be one
    of a change. The day may also differ because the machine's is in another zone.
    """
    published = day_of(declared.published)
    updated = None if declared.updated is None else day_of(declared.updated)
    around = _around(updated)
    shown = [seen for seen in near.beside if _is_of_title(seen) or seen.day == updated]
    shown = shown or [seen for seen in near.around if seen.is_told or seen.day == updated]
    plain = [seen for seen in shown if not seen.is_change]
    told = plain or shown
    days = {seen.day for seen in told}
    if not told or days & {published, _swapped(published)}:
        return None
    is_change = not plain and declared.is_own
    is_change = is_change or bool(days & around and declared.is_own and not declared.is_linked)
    is_near = told[0].day in _around(published)
    return told[0].shown if is_near or not is_change else None


def _swapped(day: date) -> date | None:
    """A day as it is misread where day and month are taken for each other."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None


def _around(day: date | None) -> set[date | None]:
    """A day and those beside it, which it is in other zones."""
    return {day + timedelta(days) for days in (-1, 0, 1)} if day else set()


def _machine(*texts: str | None) -> Iterator[datetime | date]:
    """The dates in fields, those that are one."""
    for text in dict.fromkeys(filter(None, texts)):
        at = machine_date(text)
        if at is None and (found := find_date(text, "en")):
            at = found.date.at
        if at is not None and at.year >= 1990:
            yield at


def _with_words(at: datetime | date, near: _Near) -> ShownDate:
    """A machine's date with the words that show the same day, where the page has them."""
    shown = next((seen.shown.text for seen in near if seen.day == day_of(at)), "")
    return ShownDate(shown, at)
