"""The words of dates in all languages, looked up by their folded form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import by_letter, fold
from tui.parse.words.language import Language

SPACELESS = frozenset({"ja", "zh", "ko"})
"""Languages written without spaces between a number, its unit and what follows."""

LONGER_SPAN = regex(r"(?<!\w)\d{1,4}\s\w{1,12},?\s(?:and\s|und\s|et\s|en\s|y\s|e\s)?$")
"""What stands before "3 months ago" in "2 years, 3 months ago", as Django writes it."""

_HOLES = regex(r"\{\w+\}")
_NOTHING = "(?!)"


@ahead
def months(languages: tuple[Language, ...]) -> dict[str, int]:
    """The number of the month, by each of its names; no name is that of two months."""
    return {
        fold(form.replace("_", " ")): number
        for table in languages
        for number, forms in enumerate(table.months, 1)
        for form in forms.split()
        if not form[0].isdigit()
    }


@cache
def fillers() -> frozenset[str]:
    """Words that stand around and within dates without changing them: weekdays, "at", "Uhr"."""
    return frozenset(_fillers())


@ahead
def _fillers(languages: tuple[Language, ...]) -> list[str]:
    joiners = {fold(word) for table in languages for word in table.joiners.split()}
    return sorted(joiners | _forms_of_days(languages))


def _forms_of_days(languages: tuple[Language, ...]) -> set[str]:
    return {fold(form) for table in languages for days in table.days for form in days.split()}


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week; two letters alone are too short to be one."""
    return frozenset(_weekdays())


@ahead
def _weekdays(languages: tuple[Language, ...]) -> list[str]:
    return sorted(word for word in _forms_of_days(languages) if len(word) > 2)


@ahead
def weekday_numbers(languages: tuple[Language, ...]) -> dict[str, int]:
    """The number of the day of the week, 0 for Monday, by its names that mean one day only."""
    numbers: dict[str, set[int]] = {}
    for table in languages:
        for number, forms in enumerate(table.days):
            for form in forms.split():
                numbers.setdefault(fold(form), set()).add(number)
    return {name: days.pop() for name, days in numbers.items() if len(days) == 1}


@ahead
def half_days(languages: tuple[Language, ...]) -> dict[str, str]:
    """The half of the day, "am" or "pm", by the word for it without dots."""
    found = {}
    for table in languages:
        for words, half in zip(table.half_days, ("am", "pm"), strict=True):
            found.update({fold(word): half for word in words.split()})
    return found


@lru_cache(maxsize=64)
def relative(
    marks: frozenset[str], whole: tuple[str, ...], units: tuple[str, ...]
) -> re.Pattern[str]:
    """Dates that count from now: "2 days ago", "gisteren", "vor 3 Tagen", and "8d" alone.

    The pattern of all such dates takes as long to compile as to read a page.

    Args:
        marks: Those of `relative_marks` that may be in a date.
        whole: Those of `whole_dates` that it may be.
        units: Those of `brief_units` that it may end with.
    """
    ago = "|".join(pattern for mark, pattern in _ago() if mark in marks)
    ends = rf"\d{{1,3}}\s?{alternatives(units)}\.?$" if units else ""
    groups = {"ago": ago, "whole": whole and alternatives(whole), "brief": ends}
    any_of = "|".join(
        rf"{'' if name == 'ago' else '^'}(?P<{name}>{part or _NOTHING})"
        for name, part in groups.items()
    )
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)


@ahead
def _ago(languages: tuple[Language, ...]) -> list[tuple[str, str]]:
    """The patterns of dates such as "2 days ago", each after its mark."""
    marks = set(_marks_of(languages))
    return [
        (
            next(word for word in _words_of(shown) if word in marks),
            ago_pattern(table, shown, count=r"(?:\d{1,4}|\w{1,6})"),
        )
        for table in languages
        for shown in table.ago + table.about
    ]


def ago_pattern(table: Language, shown: str, *, count: str, unit: str = "?:") -> str:
    """A relative date of a language's table as a pattern, also abbreviated ("2d ago").

    Args:
        table: The language.
        shown: The date as the table has it.
        count: The pattern of its number.
        unit: What begins the group of its unit, such as "?P<unit>" to name it.
    """
    words = [word for group in (*table.units, *table.brief) for word in group.split()]
    is_spaceless = table.code in SPACELESS
    gap = r"\s?" if is_spaceless else r"\s"
    after_number = r"(?:(?<=\d)\s)?" if is_spaceless else r"(?:(?<=\d)\s?|\s)"
    body = re.escape(fold(shown))
    body = re.sub(r"\\{n\\}(?:\\ )?", lambda _: count + after_number, body).replace(r"\ ", gap)
    return body.replace(r"\{unit\}", rf"({unit}{alternatives(words)})\.?")


@cache
def relative_words() -> frozenset[str]:
    """Words one of which every date such as "2 days ago" holds, in scripts with spaces."""
    return frozenset(mark for mark, _ in _ago() if mark[0] <= "\u2fff")


@cache
def whole_dates() -> dict[str, tuple[str, ...]]:
    """Relative dates without a number, such as "yesterday", by their first letter."""
    return by_letter(_whole())


@cache
def brief_units() -> frozenset[str]:
    """The abbreviations in dates such as "8d"."""
    return frozenset(_brief_units())


@cache
def relative_marks() -> tuple[str, ...]:
    """What every date such as "2 days ago" holds one of in scripts without spaces."""
    return tuple(sorted({mark for mark, _ in _ago() if mark[0] > "\u2fff"}))


def _marks_of(languages: tuple[Language, ...]) -> set[str]:
    """The fewest words that do: "about 2 days ago" has the one of "2 days ago", too."""
    shown = [_words_of(text) for table in languages for text in table.ago + table.about]
    marks: set[str] = set()
    for words in sorted(shown, key=len):
        if marks.isdisjoint(words):
            marks.add(max(words, key=len))
    return marks


def _words_of(shown: str) -> list[str]:
    return re.findall(r"\w+", _HOLES.sub(" ", fold(shown)))


@ahead
def _whole(languages: tuple[Language, ...]) -> list[str]:
    return sorted(map(fold, _wholes(languages)))


def _wholes(languages: tuple[Language, ...]) -> set[str]:
    named = {word for table in languages for words in table.days_back for word in words}
    return named.union(word for table in languages for word in table.relative)


@ahead
def _brief_units(languages: tuple[Language, ...]) -> list[str]:
    return sorted(map(fold, _briefs(languages)))


def _briefs(languages: tuple[Language, ...]) -> set[str]:
    return {unit for table in languages for group in table.brief for unit in group.split()}


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@lru_cache(maxsize=64)
def language_code(language: str | None) -> str:
    """The code of a language's table for a BCP 47 tag, or what the tag begins with."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return "nb" if code in {"no", "nn"} else code
