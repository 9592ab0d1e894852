"""Relative dates counted from a known moment, where that is certain to the day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

from msgspec import Struct

from tui.model import ShownDate
from tui.parse.dates.clock import at_time, time_in
from tui.parse.dates.vocabulary import (
    LONGER_SPAN,
    SPACELESS,
    ago_pattern,
    alternatives,
    language_code,
)
from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import fold
from tui.parse.words.language import Language

MAX_LENGTH = 80
"""No relative date is longer than this many characters."""

_SPANS = (timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1))
_WORD = regex(r"[^\W\d_]+(?:['-][^\W\d_]+)?")
_BRIEF = regex(r"(\d{1,3})\s?([^\W\d_]{1,5})\.?")


class _Forms(Struct, frozen=True):
    """The relative dates of one language.

    Attributes:
        ago: With a number and a unit.
        about: Those that say they are not exact.
        days_back: Whole words, of the day before yesterday, of yesterday and of today.
        units: The span of each unit and abbreviation that is certain, by how they are used.
        one: Units, and words before units, that mean one.
        two: Units that mean two.
        weekdays: The number of each day of the week.
    """

    ago: tuple[re.Pattern[str], ...]
    about: re.Pattern[str]
    days_back: tuple[tuple[int, re.Pattern[str]], ...]
    units: dict[str, timedelta]
    brief: dict[str, timedelta]
    one: frozenset[str]
    two: frozenset[str]
    weekdays: dict[str, int]


@cache
def _forms(code: str) -> _Forms | None:
    from tui.parse.words.languages import LANGUAGES  # noqa: PLC0415 -- seldom needed

    table = next((table for table in LANGUAGES if table.code == code), None)
    if table is None:
        return None
    count = rf"(?P<n>\d{{1,4}}|{alternatives(table.one_unit.split())})"
    ago = [ago_pattern(table, shown, count=count, unit="?P<unit>") for shown in table.ago]
    about = [ago_pattern(table, shown, count=r"\w{1,9}") for shown in table.about]
    singular = [units.split()[0] for units in table.units]
    return _Forms(
        ago=tuple(_bounded(table, pattern) for pattern in ago),
        about=_bounded(table, "|".join(about)),
        days_back=tuple(
            (back, _bounded(table, alternatives(table.days_back[back]))) for back in (2, 1, 0)
        ),
        units=_spans(table.units),
        brief=_spans(table.brief),
        one=frozenset(map(fold, singular + table.one_unit.split())),
        two=frozenset(map(fold, table.two_units.split())),
        weekdays={fold(day): n for n, days in enumerate(table.days) for day in days.split()},
    )


@ahead
def _codes(languages: tuple[Language, ...]) -> list[str]:
    return [table.code for table in languages]


def _bounded(table: Language, pattern: str) -> re.Pattern[str]:
    """A pattern between ends of words, where the script has them."""
    return re.compile(pattern if table.code in SPACELESS else rf"(?<!\w)(?:{pattern})(?!\w)")


def _spans(groups: tuple[str, ...]) -> dict[str, timedelta]:
    """The span of each word; weeks, months and years are not certain to the day."""
    pairs = zip(groups, _SPANS, strict=False)
    return {fold(word): span for group, span in pairs for word in group.split()}


def resolve_relative(date: ShownDate, base: datetime, language: str | None = None) -> ShownDate:
    """A relative date with its moment, where that is certain to the day; others as they are.

    "5 hours ago" is a day where no midnight lies between, "3 days ago" is one, "yesterday at 10:04"
    is a day and a time, "Monday at 10:04" the last Monday before the base. Weeks, months, years and
    "about" leave the date without a moment. The text stays as shown.

    Args:
        date: The date; one that has its moment is given back.
        base: When the page was saved or served, from `page_moment`.
        language: The page's language; without it, or where its forms are none of that language,
            English is tried, then all languages that agree.
    """
    if date.at is not None or len(date.text) > MAX_LENGTH:
        return date
    text = fold(date.text)
    for code in (language_code(language), "en"):
        if (at := _resolved(text, base, code)) is not None:
            return ShownDate(date.text, at)
    found = {at for code in _codes() if (at := _resolved(text, base, code)) is not None}
    return ShownDate(date.text, found.pop()) if len(found) == 1 else date


def _resolved(text: str, base: datetime, code: str) -> datetime | date | None:
    forms = _forms(code)
    if forms is None or forms.about.search(text):
        return None
    for pattern in forms.ago:
        if match := pattern.search(text):
            longer = LONGER_SPAN.search(text[: match.start()])
            return None if longer else _counted(match, base, forms)
    if (match := _BRIEF.fullmatch(text)) and match[2] in forms.brief:
        return _back(base, int(match[1]), forms.brief[match[2]])
    for back, pattern in forms.days_back:
        if match := pattern.search(text):
            time = time_in(text[match.end() :])
            day = base.date() - timedelta(days=back)
            return at_time(day, time) if time else day
    return _weekday(text, base, forms)


def _counted(match: re.Match[str], base: datetime, forms: _Forms) -> date | None:
    """The day of a number of units ago."""
    span = forms.units.get(match["unit"]) or forms.brief.get(match["unit"])
    number = match.groupdict().get("n") or match["unit"]
    if span is None:
        return None
    if number.isdecimal():
        return _back(base, int(number), span)
    count = 2 if number in forms.two else 1 if number in forms.one else 0
    return _back(base, count, span) if count else None


def _back(base: datetime, count: int, span: timedelta) -> date | None:
    """The day that many spans before the base; programs round down, so it may be a span more."""
    try:
        if span == _SPANS[-1]:
            return (base - count * span).date()
        near, far = base - count * span, base - (count + 1) * span
    except OverflowError:
        return None
    return near.date() if near.date() == far.date() else None


def _weekday(text: str, base: datetime, forms: _Forms) -> datetime | date | None:
    """The last day of that name before the base, of "Monday at 10:04"."""
    word = _WORD.match(text)
    number = forms.weekdays.get(word[0]) if word and len(word[0]) > 2 else None
    time = time_in(text[word.end() :]) if word and number is not None else None
    if number is None or time is None:
        return None
    back = (base.weekday() - number - 1) % 7 + 1
    return at_time(base.date() - timedelta(days=back), time)
