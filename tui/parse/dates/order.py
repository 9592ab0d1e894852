"""Whether 2/5/2013 is the second of May: told by a page's language and its other dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum

from tui.parse.dates.vocabulary import language_code, weekday_numbers
from tui.parse.patterns import regex
from tui.parse.words.fold import fold

MAX_LENGTH = 300
"""Only this many characters of a text are looked at."""

MAX_TEXTS = 2000
"""So many texts are enough to tell."""

NUMERIC = regex(
    r"(?<![\d.:/-])(?P<first>\d{1,2})(?P<sep>[-/.])\s?(?P<second>\d{1,2})(?P=sep)\s?"
    r"(?P<year>\d{4}|\d{2})(?![\d:]|\.\d)"
)

_LAST_WORD = regex(r"([^\W\d_]{2,20})[.,]{0,2}\s{0,2}$")

_UNDECIDED = frozenset({"en", "ja", "zh", "ko", ""})
"""Languages whose writers do not agree on the order of day and month in 2/5/2013."""

_DAY_FIRST_ENGLISH = frozenset({"en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in"})
"""English of countries that the Unicode CLDR gives a short date with the day first."""


class DayOrder(Enum):
    """Which of the first two numbers of a date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


def language_order(language: str | None) -> DayOrder:
    """The order that a language alone tells."""
    tag = (language or "").replace("_", "-").lower()
    decided = language_code(language) not in _UNDECIDED or tag in _DAY_FIRST_ENGLISH
    return DayOrder.DAY_FIRST if decided else DayOrder.UNKNOWN


def day_order(texts: Iterable[str], language: str | None = None) -> DayOrder:
    """The order of day and month that all dates of one page follow.

    A number over 12 can only be the day: 13/05/2020 makes 02/05/2020 of the same page the second
    of May, and so does "Sat, 02/05/2020", since the fifth of February was a Wednesday. Dates that
    contradict each other, and pages with no such date, leave it to the language. Dates with dots
    tell nothing: their day comes first everywhere.

    Args:
        texts: The page's dates as shown, or any short texts of it.
        language: The page's language.
    """
    told: set[DayOrder] = set()
    for number, text in enumerate(texts):
        if number >= MAX_TEXTS or len(told) > 1:
            break
        for match in NUMERIC.finditer(text[:MAX_LENGTH]):
            first, second = int(match["first"]), int(match["second"])
            if match["sep"] == "." or len(match["year"]) != 4 or not 0 < min(first, second) <= 12:
                continue
            if 12 < first <= 31:
                told.add(DayOrder.DAY_FIRST)
            elif 12 < second <= 31:
                told.add(DayOrder.MONTH_FIRST)
            elif (order := _order_by_weekday(text[: match.start()], match)) is not None:
                told.add(order)
    return told.pop() if len(told) == 1 else language_order(language)


def _order_by_weekday(before: str, match: re.Match[str]) -> DayOrder | None:
    """The order with which a date falls on the day of the week before it, where only one does."""
    word = _LAST_WORD.search(before[-24:])
    weekday = weekday_numbers().get(fold(word[1])) if word is not None else None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if weekday is None or max(first, second) > 12 or year < 1:
        return None
    day_first = date(year, second, first).weekday() == weekday
    month_first = date(year, first, second).weekday() == weekday
    if day_first == month_first:
        return None
    return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
