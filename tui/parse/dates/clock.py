"""Times of day beside a date: found, and joined with the day."""

# ruff: noqa: RUF001 - colons of many scripts

from __future__ import annotations

import re
from datetime import date, datetime

from tui.parse.dates.machine import half_day, offset
from tui.parse.dates.vocabulary import half_days
from tui.parse.patterns import regex
from tui.parse.words.fold import fold

TIME = regex(
    r"(?:(?P<before>午前|午後|上午|下午|오전|오후|öö|ös)\s?)?(?P<hour>\d{1,2})(?!\d{3})"
    r"(?:(?:[:：.]|\s?[hH]\s?|\s?(?:時|点|點|시)\s?)(?P<minute>\d{2})(?!\d)"
    r"(?:[:：.](?P<second>\d{2})(?!\d))?(?:\s?(?:min\b|分|분))?)?"
    r"(?:\s?(?P<after>[ap]\.?\s?m\b\.?|صباحًا|صباحا|صباحاً|ص|مساءً|مساء|م)(?!\w))?"
    r"(?:\s?\(?(?P<zone>Z\b|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC\b|GMT\b|[A-Z]{1,3}[DS]T\b|CET\b|MES?Z\b)\)?)?",
    re.IGNORECASE,
)


def time_in(text: str) -> re.Match[str] | None:
    """The first time of day in a text: with minutes, or with the half of the day."""
    for match in TIME.finditer(text):
        if match["minute"] or match["after"]:
            return match
    return None


def at_time(day: date, time: re.Match[str]) -> datetime | date:
    """A day with a time, or the day alone where the time is none."""
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
