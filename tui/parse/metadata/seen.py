"""The dates of a page that readers see, each with what the page says of it."""

from __future__ import annotations

from bisect import bisect
from datetime import date
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import ShownDate
from tui.parse.clean import clean_line
from tui.parse.dates import (
    find_date,
    machine_date,
    shown_date,
    tells_change,
    tells_first,
    tells_publication,
)
from tui.parse.metadata.names import is_plain_byline
from tui.parse.outline import Element
from tui.parse.patterns import regex

_CHANGE_NAMES = regex(
    r"(?<![a-z])(?:updated|modified|revised|dt-updated|edited|changed)(?![a-z])|last-?mod(?![a-z])"
)
_DATE_NAMES = regex(
    r"(?<![a-z])(?:date|time|published|posted|pubdate|timestamp|dateline|datetime|author|day|posted-?on|meta|by-?line|created)"
)
_SIGNED = regex(
    r"(?:post|publish(?:ed)?|publication|entry|article)[-_]{0,2}(?:date|time|on)(?![a-z])|dateline"
    r"|pubdate"
)
"""Classes of the date of an article."""

_YEAR = regex(
    r"(?=[\d'’])(?:(?<!\d)(?:19|20)\d\d(?!\d)"  # noqa: RUF001
    r"|\d[./-]\d\d?[./-]\d\d(?!\d)|['’]\d\d(?!\d))"  # noqa: RUF001
)
_DATED = frozenset({"content", "title"})
"""Attributes that may hold the machine's form of a date."""

_DIGITS = regex(r"\d\d")
"""What every year has, and hardly any other line."""

_SENTENCE = 500
_LONGEST = 120
_SHORT = 60
"""No sentence that says when it was published is longer than this many characters, no line with a
date among other things, and no line with a date whose element says nothing of it."""

_MARKS = (". ", "| ", "; ", "– ", "— ", "· ", "• ")  # noqa: RUF001 - dashes between parts
"""What ends the part of a line that says what a date is of."""

_BEFORE = 30
"""A dateline has at most so many characters before its date: a place."""

_DATELINE = regex('\\d(?:[)\\]]|[.]?\\s{0,2}[-\u2013\u2014|:\u201e\u201c"](?!\\d))')
"""How the date of a dateline ends."""

_TITLE = 20
"""A link with so many characters more than the date in it has a title."""

_OF_OTHERS = frozenset({"blockquote", "pre", "code", "figcaption"})
_FACTS = "infobox"
"""The class of a box of facts in MediaWiki and what follows it."""

_HIGH = 8
"""So many elements around a date are looked at."""

_LARGEST = 60
_FEW = 20
"""No such line is made of more elements than this, beside the title and below the article."""


class Seen(Struct, frozen=True):
    """A date that readers see.

    Attributes:
        shown: The date.
        line: The words that it stands in.
        rank: 0 for elements marked as a date, by `time` or microdata, 1 for those whose class may
            say so, 2 for others.
        is_change: Whether the page says that it is the day of a change.
        is_told: Whether words before it say that it is the day of publication.
        is_first: Whether they say that it was the first publication.
        place: How many elements after the first of the zone it is; negative before it.
    """

    shown: ShownDate
    line: str = ""
    rank: int = 0
    is_change: bool = False
    is_told: bool = False
    is_first: bool = False
    place: int = 0

    @property
    def is_named(self) -> bool:
        """Whether its element is one for dates."""
        return self.rank < 2

    @property
    def day(self) -> date | None:
        """Its day."""
        return self.shown.day


def seen_in(zone: list[Element], language: str | None) -> list[Seen]:
    """The dates in elements, those of elements that are for dates first.

    Args:
        zone: The elements, in the order of trust.
        language: The page's language.
    """
    first = zone[0].place if zone else 0
    lines = [
        (e, words)
        for e in zone
        if (words := _words(e) if e.has_number else "")
        or e.tag == "time"
        or (e.attributes and not _DATED.isdisjoint(e.attributes))
    ]
    found = [
        seen
        for e, words in lines
        if (seen := _seen(e, words, language, first)) is not None and not _is_spoken_of(e.node)
    ]
    found = _not_in_cards(found, zone, first)
    changed = {seen.day for seen in found if seen.is_change and tells_change(seen.line)}
    # "Updated: 3 May" is an element, and the day in it another, which does not say so itself.
    found = [
        replace(seen, is_change=True) if seen.day in changed and not seen.is_told else seen
        for seen in found
    ]
    return sorted(found, key=lambda seen: seen.rank)


def _is_spoken_of(node: LexborNode) -> bool:
    """Whether a date stands in a quotation, in code or in a box of facts: no byline does."""
    for _ in range(_HIGH):
        if node.tag in _OF_OTHERS or _FACTS in (node.attributes.get("class") or ""):
            return True
        parent = node.parent
        if parent is None or parent.tag == "body":
            break
        node = parent
    return False


def _not_in_cards(found: list[Seen], zone: list[Element], first: int) -> list[Seen]:
    """The dates that do not stand in a link with the title of another article.

    A link with the first element of the zone has the title of this one.
    """
    if not found:
        return found
    links = sorted(
        (e.place - first, e.end - first, e.text)
        for e in zone
        if e.tag == "a" and not e.place <= first < e.end
    )
    kept: list[Seen] = []
    for seen in found:
        at = bisect(links, seen.place, key=itemgetter(0)) - 1
        _, end, text = links[at] if at >= 0 else (0, seen.place, 0)
        if seen.place >= end or text <= len(seen.shown.text) + _TITLE:
            kept.append(seen)
    return kept


def _seen(element: Element, words: str, language: str | None, first: int) -> Seen | None:
    """The date of an element, where it is one line with a date.

    Args:
        element: The element.
        words: Its words, where they may be such a line.
        language: The page's language.
        first: The place of the first of the zone.
    """
    attributes = element.attributes
    machine = attributes.get("datetime") if element.tag == "time" else None
    machine = machine or attributes.get("content")
    shown = _read(words, machine, language) if machine or words else None
    if shown is None and "title" in attributes and element.text <= _SHORT:
        shown = _titled(element, language)
    if shown is None:
        return None
    signs = f"{element.names} {attributes.get('itemprop') or ''}".lower()
    is_marked = element.tag == "time" or "datepublished" in signs or "datemodified" in signs
    rank = 0 if is_marked else 1 if _DATE_NAMES.search(signs) else 2
    line = _line(words, shown.text)
    tells, is_told = tells_change(line), tells_publication(line)
    is_short = element.text <= _SHORT or line.startswith(shown.text)
    if rank == 2 and not (is_short or tells or is_told):
        return None
    is_change = tells or "datemodified" in signs or _CHANGE_NAMES.search(signs) is not None
    is_first = is_told and tells_first(line)
    return Seen(shown, line, rank, is_change, is_told, is_first, element.place - first)


def _line(words: str, shown: str) -> str:
    """The part of a line that says what its date is of, with the date."""
    before = words[: max(words.find(shown), 0)]
    return words[max(before.rfind(mark) for mark in _MARKS) + 1 :].lstrip()


def dateline_in(zone: list[Element], language: str | None) -> ShownDate | None:
    """The date with which a paragraph begins, as those of news do: "Delft, 3 May 2024 - The"."""
    for element in zone:
        if element.own < _LONGEST or element.size > _FEW or element.holds_claimed:
            continue
        words = element.words[:_SHORT]
        found = find_date(words, language) if _DIGITS.search(words) else None
        if found is None or found.date.at is None or found.start > _BEFORE:
            continue
        end = _DATELINE.search(words, found.start)
        if end is not None and end.start() < found.end:
            return found.date
    return None


def seen_below(far: list[Element], language: str | None) -> ShownDate | None:
    """The date below a long article, where all that are called its date agree."""
    small = [e for e in far if e.size <= _FEW and not e.holds_claimed]
    signed = [e for e in small if 0 < e.text <= _LONGEST and _is_signed(e.names)]
    found = seen_in(signed, language)
    if not found:
        every = seen_in(small, language)
        found = [seen for seen in every if seen.is_told or is_plain_byline(seen.line)]
        found = found or [seen for seen in every if seen.is_named and not seen.is_change]
    return found[0].shown if len({seen.day for seen in found}) == 1 else None


@lru_cache(maxsize=4_096)  # the elements of a page share their names
def _is_signed(names: str) -> bool:
    return _SIGNED.search(names) is not None


def _words(element: Element) -> str:
    """The words of an element that may be a line with a date; empty where they are none.

    Of an element that holds more than a line, those are its own words without what is in it.
    """
    is_one = element.text <= _SENTENCE and element.size <= _LARGEST and not element.holds_claimed
    if is_one and element.text <= _LONGEST:
        words = element.words
    elif 0 < element.own <= _SHORT:
        words = clean_line(element.node.text(deep=False, separator=" "))
    elif is_one and element.own > _LONGEST and tells_publication(element.words):
        words = element.words
    else:
        return ""
    return words if _YEAR.search(words) else ""


def _titled(element: Element, language: str | None) -> ShownDate | None:
    """The date in the title of an element for dates, whose words say how long ago it is.

    Before there was `time`, microformats kept it in an `abbr` (the abbr-design-pattern).
    """
    title = element.attributes.get("title")
    if not title or len(title) > _SHORT or not _YEAR.search(title):
        return None
    if element.tag != "abbr" and not _DATE_NAMES.search(element.names):
        return None
    at = machine_date(title)
    if at is None:
        found = _read(title, None, language)
        at = found.at if found is not None else None
    return ShownDate(element.words, at) if at is not None else None


def _read(words: str, machine: str | None, language: str | None) -> ShownDate | None:
    if machine:
        shown = shown_date(words, machine=machine, language=language)
        return shown if shown.at is not None else None
    found = find_date(words, language)
    return found.date if found is not None and found.date.at is not None else None
