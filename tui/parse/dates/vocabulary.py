"""The words of dates in all languages, looked up by their folded form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import fold
from tui.parse.words.language import Language

SPACELESS = frozenset({"ja", "zh", "ko"})
"""Languages written without spaces between a number, its unit and what follows."""

LONGER_SPAN = regex(r"(?<!\w)\d{1,4}\s\w{1,12},?\s(?:and\s|und\s|et\s|en\s|y\s|e\s)?$")
"""What stands before "3 months ago" in "2 years, 3 months ago", as Django writes it."""


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


@cache
def relative() -> re.Pattern[str]:
    """Dates that count from now: "2 days ago", "gisteren", "vor 3 Tagen", and "8d" alone."""
    return re.compile(_relative(), re.IGNORECASE)


@ahead
def _relative(languages: tuple[Language, ...]) -> str:
    ago = "|".join(
        ago_pattern(table, pattern, count=r"(?:\d{1,4}|\w{1,6})")
        for table in languages
        for pattern in table.ago + table.about
    )
    named = [word for table in languages for words in table.days_back for word in words]
    whole = alternatives(named + [word for table in languages for word in table.relative])
    units = alternatives([u for table in languages for group in table.brief for u in group.split()])
    return (
        rf"(?<!\w)(?:(?P<ago>{ago})|^(?P<whole>{whole})(?!\w)|^(?P<brief>\d{{1,3}}\s?{units}\.?$))"
        r"(?!\w)"
    )


def ago_pattern(table: Language, shown: str, *, count: str, unit: str = "?:") -> str:
    """A relative date of a language's table as a pattern.

    Args:
        table: The language.
        shown: The date as the table has it.
        count: The pattern of its number.
        unit: What begins the group of its unit, such as "?P<unit>" to name it.
    """
    units = alternatives([unit for group in table.units for unit in group.split()])
    gap = r"\s?" if table.code in SPACELESS else r"\s"
    body = re.escape(fold(shown)).replace(r"\ ", gap)
    return body.replace(r"\{unit\}", f"({unit}{units})").replace(r"\{n\}", count)


@cache
def relative_words() -> frozenset[str]:
    """Words one of which every relative date of a script with spaces holds."""
    return frozenset(mark for mark in _marks() if mark[0] <= "\u2fff")


@cache
def relative_marks() -> tuple[str, ...]:
    """What every relative date of a script without spaces holds one of."""
    return tuple(sorted(mark for mark in _marks() if mark[0] > "\u2fff"))


@ahead
def _marks(languages: tuple[Language, ...]) -> list[str]:
    shown = [word for table in languages for words in table.days_back for word in words]
    shown += [word for table in languages for word in table.relative]
    shown += [pattern for table in languages for pattern in table.ago + table.about]
    holes = re.compile(r"\{\w+\}")
    return sorted({max(re.findall(r"\w+", holes.sub(" ", fold(text))), key=len) for text in shown})


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@lru_cache(maxsize=64)
def language_code(language: str | None) -> str:
    """The code of a language's table for a BCP 47 tag, or what the tag begins with."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return "nb" if code in {"no", "nn"} else code
