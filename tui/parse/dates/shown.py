"""Dates as people read them: found in a line and read as far as they are certain."""

# ruff: noqa: RUF001 - punctuation of many scripts

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from msgspec import Struct

from tui.model import ShownDate
from tui.parse.clean import clean_line
from tui.parse.dates.clock import TIME, at_time, time_in
from tui.parse.dates.machine import machine_date
from tui.parse.dates.order import NUMERIC, DayOrder, language_order
from tui.parse.dates.vocabulary import (
    LONGER_SPAN,
    brief_units,
    fillers,
    months,
    relative,
    relative_marks,
    relative_words,
    weekdays,
    whole_dates,
)
from tui.parse.patterns import regex
from tui.parse.words.fold import fold

MAX_LENGTH = 300
"""Only this many characters of a line are looked at."""

_CJK = regex(
    r"(?:(?P<year>\d{4})\s?(?:年|년)\s?)?"
    r"(?P<month>\d{1,2})\s?(?:月|월)\s?(?P<day>\d{1,2})\s?(?:日|号|號|일)"
)
_YEAR_FIRST = regex(
    r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})"
    r"(?:T(?=\d{2}:)|(?![\d]))\.?"
)
_DAY_MONTH = regex(
    r"(?<![\d.:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|[.ºª°])?,?[\s/-]{0,2}(?:de\s|of\s)?"
    r"(?P<name>[^\W\d_]{2,12}(?:\s(?:الثاني|الأول))?)[.,]{0,2}\s?(?:de\s|del\s)?,?"
    r"(?:[\s/-]{0,2}(?P<year>\d{4}(?!\d(?!\d?:\d)))|[\s/-]{0,2}['’](?P<short>\d{2})(?!\d)"
    r"|-(?P<dashed>\d{2})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = regex(
    r"(?<![^\W\d_])(?P<name>[^\W\d_]{3,40})\.?[\s-]{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"(?:\s?,?\s{0,2}(?P<year>\d{4})(?!\d(?!\d?:\d)))?",
    re.IGNORECASE,
)
_YEAR_MONTH_DAY = regex(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\.?,?\s(?P<name>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?!\d)"
)
_TIME_BEFORE = regex(rf"(?<!\d){TIME.pattern}", re.IGNORECASE)
_DIGIT = regex(r"\d")
_WORD = regex(r"\w+")
_BRIEF = regex(r"\d{1,3}\s?([^\W\d_]{1,5})\.?")
_LAST_WORD = regex(r"([^\W\d_]+) $")
_WORD_OR_MARK = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)?|[^\w]")
_LINE_GAP = 24
"""Between a date and its time stand at most this many characters."""


RELATIVE_LENGTH = 120
"""No line with a relative date is longer than this many characters."""

BRIEF_LENGTH = 8
"""No relative date such as "8d" or "12 min." is longer than this many characters."""


class FoundDate(Struct, frozen=True):
    """A date in a line.

    Attributes:
        start: The index of its first character, weekday and joining words included.
        end: The index after its last.
        date: The date.
    """

    start: int
    end: int
    date: ShownDate


_AROUND = " |-–—·•,;:/"
"""What stands between a date and what is beside it."""


class _Day(Struct, frozen=True):
    start: int
    end: int
    day: date | None


def shown_date(
    text: str,
    *,
    machine: str | None = None,
    language: str | None = None,
    order: DayOrder | None = None,
) -> ShownDate:
    """A date as shown, with the moment it certainly stands for.

    Args:
        text: The words on the page ("2 mei 2013 om 11:04").
        machine: The machine date beside it (`datetime`, `title` or `content`), or None. It wins
            over the words, but for a time that only the words give.
        language: The page's language.
        order: The order of day and month on this page, from `day_order`; None for the language's.
    """
    words = clean_line(text)
    at = _beside(machine, language, order) if machine else None
    if not isinstance(at, datetime):  # the words may give the time
        said = _said(words, language, order)
        same_day = isinstance(said, datetime) and said.date() == at
        at = said if at is None or same_day else at
    return ShownDate(words.strip(_AROUND), at)


def _said(words: str, language: str | None, order: DayOrder | None) -> datetime | date | None:
    found = find_date(words, language, order)
    return found.date.at if found else machine_date(words)


def _beside(machine: str, language: str | None, order: DayOrder | None) -> datetime | date | None:
    """What a machine date stands for, which people may have written."""
    at = machine_date(machine)
    if at is None and (found := find_date(clean_line(machine), language, order)):
        at = found.date.at
    return at


def find_date(
    line: str, language: str | None = None, order: DayOrder | None = None
) -> FoundDate | None:
    """The first date of a line, absolute or relative, or None.

    Relative dates and dates without a year or with an uncertain order have `at` None. The text of
    the date is the part of the line that holds it. `order` is that of `day_order`; None stands for
    the language's own.
    """
    return _find(line[:MAX_LENGTH], order or language_order(language))


@lru_cache(maxsize=4096)  # a line of a save is asked about as a head, as a date and as a footer
def _find(line: str, order: DayOrder) -> FoundDate | None:
    found = _absolute(line, order) if _DIGIT.search(line) else None
    if found is None:
        return _relative(line)
    start = _back_over_fillers(line, found.start)
    end, at = _with_time(line, found)
    if at is found.day and (before := _time_before(line, start)):
        start, at = before.start(), _joined(found.day, before)
    end = _over_fillers(line, end)
    return FoundDate(start, end, ShownDate(line[start:end].strip(" ,()"), at))


def _joined(day: date | None, time: re.Match[str]) -> datetime | date | None:
    return at_time(day, time) if day else None


def _absolute(line: str, order: DayOrder) -> _Day | None:
    """The first day of a line that is written with a number and a month."""
    days = [
        day
        for day in (
            _by_number(None if line.isascii() else _CJK.search(line)),
            _by_number(_YEAR_FIRST.search(line)),
            _by_order(NUMERIC.search(line), order),
            *(_by_name(match) for match in _DAY_MONTH.finditer(line)),
            *(_by_name(match) for match in _MONTH_DAY.finditer(line)),
            *(_by_name(match) for match in _YEAR_MONTH_DAY.finditer(line)),
        )
        if day
    ]
    if not days:
        return None
    # Of overlapping readings ("3 May 2013" is also "May 20"), the one with a full date wins.
    return min(days, key=lambda day: (day.day is None, day.start, -day.end))


def _by_number(match: re.Match[str] | None) -> _Day | None:
    if not match:
        return None
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _Day(match.start(), match.end(), _day(match["year"], month, day))


def _by_order(match: re.Match[str] | None, order: DayOrder) -> _Day | None:
    """A date of three numbers whose order the page, the separator or the numbers decide."""
    if not match:
        return None
    first, second = int(match["first"]), int(match["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    if match["sep"] == ".":
        order = DayOrder.DAY_FIRST
    certain = order is not DayOrder.UNKNOWN or max(first, second) > 12 or first == second
    if len(match["year"]) == 2 and (order is DayOrder.UNKNOWN or match["sep"] == "-"):
        certain = False  # 13-05-02 may begin with the year
    if second > 12 or (order is DayOrder.MONTH_FIRST and first <= 12):
        first, second = second, first
    year = _full_year(match["year"]) if len(match["year"]) == 2 else match["year"]
    return _Day(match.start(), match.end(), _day(year, second, first) if certain else None)


def _by_name(match: re.Match[str]) -> _Day | None:
    name = match["name"]
    glued = next((at for at in range(len(name) - 1, 0, -1) if name[at].isupper()), 0)
    month = months().get(fold(name))
    start = match.start()
    if month is None and glued and match.start("name") == start:  # "AnnaMay 2": tags ran together
        month = months().get(fold(name[glued:]))
        start += glued
    day = int(match["day"])
    if month is None or not 1 <= day <= 31:
        return None
    parts = match.groupdict()
    year = parts["year"] or _full_year(parts.get("short") or parts.get("dashed"))
    return _Day(start, match.end(), _day(year, month, day))


def _full_year(short: str | None) -> str | None:
    """A year of two digits in full, where only one century makes sense for a web page."""
    if short is None:
        return None
    value = int(short)
    if value >= 90:
        return str(1900 + value)
    return str(2000 + value) if value < 50 else None


def _day(year: str | None, month: int, day: int) -> date | None:
    try:
        return date(int(year), month, day) if year else None
    except ValueError:
        return None


def _with_time(line: str, found: _Day) -> tuple[int, datetime | date | None]:
    """Where a date ends with the time after it, and its moment."""
    at = found.end
    while at < len(line) and at - found.end < _LINE_GAP:
        match = TIME.match(line, at)
        if match and (match["minute"] or match["after"]):
            return match.end(), _joined(found.day, match)
        word = _WORD_OR_MARK.match(line, at)
        if not word or (word[0][0].isalpha() and fold(word[0]) not in fillers()):
            break
        at = word.end()
    return found.end, found.day


def _time_before(line: str, start: int) -> re.Match[str] | None:
    """The time that stands right before a date ("11:04, 2 May 2013"), or None."""
    for match in _TIME_BEFORE.finditer(line, max(0, start - _LINE_GAP), start):
        gap = line[match.end() : start]
        if match["minute"] and not any(char.isalnum() for char in gap):
            return match
    return None


def _back_over_fillers(line: str, start: int) -> int:
    """Where a date starts with the weekday and joining words before it."""
    words = list(_WORD_OR_MARK.finditer(line, max(0, start - 40), start))
    at = start
    for word in reversed(words):
        if word.end() != at:
            break
        if word[0][0].isalpha() and (fold(word[0]) not in fillers() or _ends_name(line, word)):
            break
        at = word.start()
    while at < start and not line[at].isalnum():
        at += 1
    return at


def _ends_name(line: str, word: re.Match[str]) -> bool:
    """Whether a word that may be short for a day ends a name: "Mike D. 2 May", "Rui Ma 2 May"."""
    if len(word[0]) > 2 or not word[0][0].isupper() or not word.start():
        return False
    if len(word[0]) == 1:
        return True
    before = _LAST_WORD.search(line[: word.start()])
    return before is not None and fold(before[1]) not in fillers() and line[word.end()] == " "


def _over_fillers(line: str, end: int) -> int:
    """Where a date ends with the joining words after it ("Uhr")."""
    at = last = end
    while at < len(line) and (word := _WORD_OR_MARK.match(line, at)):
        if word[0][0].isalpha():
            if fold(word[0]) not in fillers():
                break
            last = word.end()
        at = word.end()
    return last


def _relative(line: str) -> FoundDate | None:
    if len(line) > RELATIVE_LENGTH:
        return None
    pattern = _pattern_for(line)
    match = pattern.search(line) if pattern is not None else None
    if not match:
        return _weekday(line)
    if match["whole"] and not _only_time(line[match.end() :]):
        return None
    start, end = match.start(), len(line) if match["whole"] else match.end()
    if match["ago"] and (longer := LONGER_SPAN.search(line[:start])):
        start = longer.start()
    return FoundDate(start, end, ShownDate(line[start:end].strip()))


def _pattern_for(line: str) -> re.Pattern[str] | None:
    """The relative dates whose words a line has; None for most."""
    folded = fold(line)
    marks = relative_words().intersection(_WORD.findall(folded))
    if not folded.isascii():
        marks = marks.union(mark for mark in relative_marks() if mark in folded)
    whole = tuple(filter(folded.startswith, whole_dates().get(folded[:1], ())))
    brief = _BRIEF.fullmatch(folded) if len(line) <= BRIEF_LENGTH else None
    units = (brief[1],) if brief is not None and brief[1] in brief_units() else ()
    return relative(marks, whole, units) if marks or whole or units else None


def _weekday(line: str) -> FoundDate | None:
    """A line of a day of the week and a time, which stand for the last such day."""
    word = _WORD_OR_MARK.match(line) if ":" in line or "." in line else None
    if word is None or fold(word[0]) not in weekdays():
        return None
    rest = line[word.end() :]
    if time_in(rest) is None or not _only_time(rest):
        return None
    return FoundDate(0, len(line), ShownDate(line.strip()))


def _only_time(rest: str) -> bool:
    """Whether nothing but a time and joining words follows a word such as "yesterday"."""
    rest = TIME.sub(" ", rest)
    return all(fold(word) in fillers() for word in re.findall(r"\w+", rest))
