"""Dates as people read them: found in a line and read as far as they are certain."""

# ruff: noqa: RUF001 - punctuation of many scripts

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from tui.model import ShownDate
from tui.parse.clean import clean_line
from tui.parse.dates.machine import half_day, machine_date, offset
from tui.parse.dates.vocabulary import fillers, half_days, months, relative, relative_marks
from tui.parse.words.fold import fold

MAX_LENGTH = 300
"""Only this many characters of a line are looked at."""

_UNDECIDED = frozenset({"en", "ja", "zh", "ko", ""})
"""Languages whose writers do not agree on the order of day and month in 2/5/2013."""

_SPACE = r"[ \u00a0\u202f\u2009]"
_CJK = re.compile(
    rf"(?:(?P<year>\d{{4}}){_SPACE}?(?:年|년){_SPACE}?)?"
    rf"(?P<month>\d{{1,2}}){_SPACE}?(?:月|월){_SPACE}?(?P<day>\d{{1,2}}){_SPACE}?(?:日|号|號|일)"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})"
    r"(?:T(?=\d{2}:)|(?![\d]))\.?"
)
_NUMERIC = re.compile(
    r"(?<![\d.:/-])(?P<first>\d{1,2})(?P<sep>[-/.])\s?(?P<second>\d{1,2})(?P=sep)\s?"
    r"(?P<year>\d{4}|\d{2})(?![\d:]|\.\d)"
)
_DAY_MONTH = re.compile(
    r"(?<![\d.:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|[.ºª°])?,?[\s/-]{0,2}(?:de\s|of\s)?"
    r"(?P<name>[^\W\d_]{2,12}(?:\s(?:الثاني|الأول))?)[.,]{0,2}\s?(?:de\s|del\s)?,?"
    r"(?:[\s/-]{0,2}(?P<year>\d{4}(?!\d(?!\d?:\d)))|[\s/-]{0,2}['’](?P<short>\d{2})(?!\d)"
    r"|-(?P<dashed>\d{2})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?<![^\W\d_])(?P<name>[^\W\d_]{3,40})\.?[\s-]{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"(?:\s?,?\s{0,2}(?P<year>\d{4})(?!\d(?!\d?:\d)))?",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?:(?P<before>午前|午後|上午|下午|오전|오후|öö|ös){_SPACE}?)?(?<!\d)(?P<hour>\d{{1,2}})"
    rf"(?:(?:[:：.]|{_SPACE}?[hH]{_SPACE}?|{_SPACE}?(?:時|点|點|시){_SPACE}?)(?P<minute>\d{{2}})(?!\d)"
    rf"(?:[:：.](?P<second>\d{{2}})(?!\d))?(?:{_SPACE}?(?:min\b|分|분))?)?"
    rf"(?:{_SPACE}?(?P<after>[ap]\.?{_SPACE}?m\b\.?|صباحًا|صباحا|صباحاً|ص|مساءً|مساء|م)(?!\w))?"
    rf"(?:{_SPACE}?\(?(?P<zone>Z\b|(?:UTC|GMT)?[+-]\d{{2}}:?\d{{2}}|UTC\b|GMT\b|[A-Z]{{1,3}}[DS]T\b|CET\b|MES?Z\b)\)?)?",
    re.IGNORECASE,
)
_WORD_OR_MARK = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?|[^\w]")
_LINE_GAP = 24
"""Between a date and its time stand at most this many characters."""


class FoundDate(NamedTuple):
    """A date in a line.

    Attributes:
        start: The index of its first character, weekday and joining words included.
        end: The index after its last.
        date: The date.
    """

    start: int
    end: int
    date: ShownDate


class _Day(NamedTuple):
    start: int
    end: int
    day: date | None


def shown_date(text: str, *, machine: str | None = None, language: str | None = None) -> ShownDate:
    """A date as shown, with the moment it certainly stands for.

    Args:
        text: The words on the page ("2 mei 2013 om 11:04").
        machine: The machine date beside it (`datetime`, `title` or `content`), or None. It wins
            over the words, but for a time that only the words give.
        language: The page's language, which decides names of months and the order of day and month.
    """
    words = clean_line(text)
    found = find_date(words, language)
    at = found.date.at if found else machine_date(words)
    if machine:
        beside = machine_date(machine)
        if beside is None and (named := find_date(clean_line(machine), language)):
            beside = named.date.at
        same_day = isinstance(at, datetime) and at.date() == beside
        if beside is not None and not same_day:
            at = beside
    return ShownDate(words, at)


def find_date(line: str, language: str | None = None) -> FoundDate | None:
    """The first date of a line, absolute or relative, or None.

    Relative dates and dates without a year or with an uncertain order have `at` None. The text of
    the date is the part of the line that holds it.
    """
    line = line[:MAX_LENGTH]
    code = _code(language)
    found = _absolute(line, code) if any(char.isdigit() for char in line) else None
    if found is None:
        return _relative(line)
    start = _back_over_fillers(line, found.start)
    end, at = _with_time(line, found)
    if at is found.day and (before := _time_before(line, start)):
        start, at = before.start(), _joined(found.day, before)
    end = _over_fillers(line, end)
    return FoundDate(start, end, ShownDate(line[start:end].strip(" ,()"), at))


def _code(language: str | None) -> str:
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return "nb" if code in {"no", "nn"} else code


def _absolute(line: str, code: str) -> _Day | None:
    """The first day of a line that is written with a number and a month."""
    days = [
        day
        for day in (
            _by_number(_CJK.search(line)),
            _by_number(_YEAR_FIRST.search(line)),
            _by_order(_NUMERIC.search(line), code),
            *(_by_name(match) for match in _DAY_MONTH.finditer(line)),
            *(_by_name(match) for match in _MONTH_DAY.finditer(line)),
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


def _by_order(match: re.Match[str] | None, code: str) -> _Day | None:
    """A date of three numbers whose order the language, the separator or the numbers decide."""
    if not match:
        return None
    first, second = int(match["first"]), int(match["second"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    day_first = code not in _UNDECIDED or (code == "" and match["sep"] != "/")
    short = len(match["year"]) == 2
    if second > 12:
        first, second = second, first
        certain = True
    else:
        certain = day_first or first > 12 or first == second
    if short and not (day_first and match["sep"] != "-"):
        certain = False  # 13-05-02 may begin with the year
    year = _full_year(match["year"]) if short else match["year"]
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
        match = _TIME.match(line, at)
        if match and (match["minute"] or match["after"]):
            return match.end(), _joined(found.day, match)
        word = _WORD_OR_MARK.match(line, at)
        if not word or (word[0][0].isalpha() and fold(word[0]) not in fillers()):
            break
        at = word.end()
    return found.end, found.day


def _time_before(line: str, start: int) -> re.Match[str] | None:
    """The time that stands right before a date ("11:04, 2 May 2013"), or None."""
    for match in _TIME.finditer(line, max(0, start - _LINE_GAP), start):
        gap = line[match.end() : start]
        if match["minute"] and not any(char.isalnum() for char in gap):
            return match
    return None


def _joined(day: date | None, time: re.Match[str]) -> datetime | date | None:
    """A day with a time, or the day alone where the time is none."""
    if day is None:
        return None
    half = (time["before"] or time["after"] or "").replace(".", "").replace(" ", "").lower()
    hour = half_day(int(time["hour"]), half_days().get(fold(half), ""))
    try:
        at = datetime(  # noqa: DTZ001 - naive where the page gives no zone
            day.year,
            day.month,
            day.day,
            24 if hour is None else hour,
            int(time["minute"] or 0),
            int(time["second"] or 0),
        )
    except ValueError:
        return day
    zone = (time["zone"] or "").upper()
    zone = zone if zone in {"UTC", "GMT", "Z"} else zone.replace("UTC", "").replace("GMT", "")
    return at.replace(tzinfo=offset(zone)) if zone else at


def _back_over_fillers(line: str, start: int) -> int:
    """Where a date starts with the weekday and joining words before it."""
    words = list(_WORD_OR_MARK.finditer(line, max(0, start - 40), start))
    at = start
    for word in reversed(words):
        if word.end() != at:
            break
        if word[0][0].isalpha() and fold(word[0]) not in fillers():
            break
        at = word.start()
    while at < start and not line[at].isalnum():
        at += 1
    return at


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
    if len(line) > 120:
        return None
    folded = fold(line)
    if not any(mark in folded for mark in relative_marks()):
        return None
    match = relative().search(line)
    if not match:
        return None
    if match["whole"] and not _only_time(line[match.end() :]):
        return None
    start, end = match.start(), len(line) if match["whole"] else match.end()
    return FoundDate(start, end, ShownDate(line[start:end].strip()))


def _only_time(rest: str) -> bool:
    """Whether nothing but a time and joining words follows a word such as "yesterday"."""
    rest = _TIME.sub(" ", rest)
    return all(fold(word) in fillers() for word in re.findall(r"\w+", rest))
