"""The conditions of the filter language: tests of comments, made from what stands in a filter."""

from __future__ import annotations

import operator as operators
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from difflib import get_close_matches

from tui.errors import QueryError
from tui.reading.normalised import normalised
from tui.reading.query.facts import Facts
from tui.reading.query.terms import Test, named
from tui.reading.times import Period, read_age, read_period

Maker = Callable[[str, str, str], Test]
"""Makes a test from the field's name, the operator and the value; raises QueryError."""

Count = Callable[[Facts, int], "int | None"]

COUNTS: Mapping[str, Count] = {
    "replies": lambda facts, index: len(facts.thread.children(index)),
    "below": lambda facts, index: facts.thread.descendant_counts[index],
    "depth": lambda facts, index: facts.thread.depths[index],
    "score": lambda facts, index: facts.thread.comments[index].score,
    "words": lambda facts, index: facts.text.lengths[index],
}
"""What can be counted of a comment; None where the page does not tell."""

_SIGNS: Mapping[str, Callable[[int, int], bool]] = {
    "": operators.eq,
    "=": operators.eq,
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_RANGE = re.compile(r"(-?[0-9]{1,9})?\.\.(-?[0-9]{1,9})?")
_LIMIT = re.compile(r"(?:([a-z]+)(?:[:=](?=.))?)?(-?[0-9]{1,9})?")
_DATES = "a date such as 2026-05-01, 2026-05, today or yesterday"


# Words


def anywhere(words: str) -> Test:
    """In the text or the author's name."""
    needle = _needle(words, "There are no words between the quotation marks.")

    def test(facts: Facts, index: int) -> bool:
        return needle in facts.text.texts[index] or needle in facts.text.authors[index]

    return test


def in_text(name: str, operator: str, value: str) -> Test:
    """In the text."""
    _no_operator(name, operator)
    needle = _needle(value, f"{name}: lacks words; write them right after the colon.")
    return lambda facts, index: needle in facts.text.texts[index]


def in_author(name: str, operator: str, value: str) -> Test:
    """In the author's name, or with `=` the whole of it."""
    needle = _needle(value, f"{name}: lacks a name; write it right after the colon.")
    if operator == "=":
        return lambda facts, index: needle == facts.text.authors[index]
    _no_operator(name, operator)
    return lambda facts, index: needle in facts.text.authors[index]


def _needle(text: str, problem: str) -> str:
    needle = normalised(text)
    if not needle:
        raise QueryError(problem)
    return needle


def _no_operator(name: str, operator: str) -> None:
    if operator:
        raise QueryError(f"{name}: takes no “{operator}”; write the value right after the colon.")


# One of a few values


def one_of(tests: Mapping[str, Test]) -> Maker:
    """One of these tests, by its value."""

    def maker(name: str, operator: str, value: str) -> Test:
        _no_operator(name, operator)
        if value in tests:
            return tests[value]
        values = [known for known in tests if known]
        takes = f"{name}: takes {', '.join(values[:-1])} or {values[-1]}"
        if not value:
            raise QueryError(f"{takes}, right after the colon.")
        near = get_close_matches(value[:40], values, 1)
        meant = f" (perhaps {name}:{near[0]} is meant)" if near else ""
        raise QueryError(f"{takes}, not “{named(value)}”{meant}.")

    return maker


# Numbers


def number(name: str, operator: str, value: str) -> Test:
    """The count that the field is called by, beside a number or between two."""
    count = COUNTS[name]
    if _NUMBER.fullmatch(value):
        return _compared(count, operator, int(value))
    match = _RANGE.fullmatch(value)
    if match is None or operator or not any(match.groups()):
        raise QueryError(f"{name}: takes a number such as 3, >=3 or 2..5{_not(operator + value)}.")
    low, high = (int(end) if end else None for end in match.groups())
    if low is not None and high is not None and low > high:
        raise _backwards(name, f"{low}", f"{high}")

    def test(facts: Facts, index: int) -> bool:
        found = count(facts, index)
        return (
            found is not None and (low is None or low <= found) and (high is None or found <= high)
        )

    return test


def limit(sign: str, alone: int | None) -> Maker:
    """A count and its limit, `replies=3`; replies where it has no name.

    Args:
        sign: How a count stands to its limit.
        alone: The limit of a count that stands alone, or None where it has to have one.
    """

    def maker(name: str, operator: str, value: str) -> Test:
        match = _LIMIT.fullmatch(value)
        counted, given = match.groups() if match else (None, None)
        most = int(given) if given else alone if counted else None
        if operator or most is None or (counted or "replies") not in COUNTS:
            raise QueryError(
                f"{name}: takes one of {', '.join(COUNTS)} with a number, "
                f"such as {name}:replies=3{_not(operator + value)}."
            )
        return _compared(COUNTS[counted or "replies"], sign, most)

    return maker


def _compared(count: Count, sign: str, wanted: int) -> Test:
    holds = _SIGNS[sign]

    def test(facts: Facts, index: int) -> bool:
        found = count(facts, index)
        return found is not None and holds(found, wanted)

    return test


def _backwards(name: str, start: str, end: str) -> QueryError:
    return QueryError(f"{name}: {start}..{end} runs backwards; write {name}:{end}..{start}.")


def _not(given: str) -> str:
    return f", not “{named(given)}”" if given else ""


# Dates and ages; what is not certain of a comment's date does not match


def written(compare: Callable[[Period, Period], bool], *, older: bool) -> Maker:
    """Written so to a date, or older, or not older, than an age."""

    def maker(name: str, operator: str, value: str) -> Test:
        _no_operator(name, operator)
        if read_age(value) is not None:
            return age(name, ">" if older else "<", value)
        asked = _period(name, value, f"{_DATES}, or an age such as 2d")

        def test(facts: Facts, index: int) -> bool:
            shown = facts.text.periods[index]
            return shown is not None and compare(shown, asked(facts))

        return test

    return maker


def within(name: str, operator: str, value: str) -> Test:
    """Written within a period, or from one to another: `2026-05..2026-06`."""
    _no_operator(name, operator)
    start, dots, end = value.partition("..")
    if not dots:
        start = end = value
    first = _period(name, start, _DATES) if start or not end else None
    last = _period(name, end, _DATES) if end else None
    known = read_period(start), read_period(end)
    if known[0] is not None and known[1] is not None and known[0].first > known[1].last:
        raise _backwards(name, start, end)

    def test(facts: Facts, index: int) -> bool:
        shown = facts.text.periods[index]
        return (
            shown is not None
            and (first is None or first(facts).first <= shown.first)
            and (last is None or shown.last <= last(facts).last)
        )

    return test


def age(name: str, operator: str, value: str) -> Test:
    """Younger than an age, or older."""
    asked = read_age(value)
    if asked is None or operator == "=":
        raise QueryError(
            f"{name}: takes an age in min, h, d, w, mo or y, such as <2d or >1w"
            f"{_not(operator + value)}."
        )
    older = operator.startswith(">")

    def test(facts: Facts, index: int) -> bool:
        ages = facts.ages[index]
        return ages is not None and (ages[0] > asked if older else ages[1] <= asked)

    return test


def _period(name: str, value: str, takes: str) -> Callable[[Facts], Period]:
    day = value.lower()
    if day in ("today", "yesterday"):
        ago = timedelta(days=day == "yesterday")
        return lambda facts: Period.of_day((facts.now - ago).date())
    period = read_period(value)
    if period is None:
        raise QueryError(f"{name}: takes {takes}{_not(value)}.")
    return lambda _: period
