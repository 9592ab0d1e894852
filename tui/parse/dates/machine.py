"""Dates that a program wrote: ISO 8601 and its slips, RFC 5322, those of C, Java and JavaScript."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from tui.parse.patterns import regex

MAX_LENGTH = 100
"""No machine date is longer than this many characters."""

_EPOCH_FIRST = 631_152_000  # 1990-01-01: smaller numbers are ids and years, not times
_EPOCH_LAST = 4_102_444_800  # 2100-01-01

_ISO = regex(
    r"(?P<year>\d{4})(?P<sep>[-/.]?)(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
    r"(?:[T ,]{1,3}(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap]m)?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE | re.ASCII,
)
_RFC_5322 = regex(r"(?:\w{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}", re.ASCII)
_JAVASCRIPT = regex(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) "
    r"(?P<year>\d{4})? ?(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})"
    r"(?: (?:(?:GMT|UTC)?(?P<zone>[+-]\d{4})|[A-Z]{3,4}))?(?: (?P<last>\d{4}))?",
    re.ASCII,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def machine_date(text: str) -> datetime | date | None:
    """A date in a machine's form, or None.

    Understood are ISO 8601 with its common slips (a space for the T, zones without a colon, one
    digit months, slashes), RFC 5322 (as in HTTP and feeds), the `toString` of dates in JavaScript
    and Java, C's `ctime`, and seconds or milliseconds since 1970.

    Returns:
        A datetime (aware where the text gives a zone), a date where there is no valid time, or
        None.
    """
    text = text.strip()
    if not text or len(text) > MAX_LENGTH:
        return None
    if text.isascii() and text.isdigit() and len(text) in {9, 10, 13}:
        return _epoch(int(text) / (1000 if len(text) == 13 else 1))
    if match := _ISO.match(text):
        return _from_match(match, int(match["month"]))
    match = _JAVASCRIPT.match(text)
    if match and match["month"].lower() in _MONTHS:
        return _from_match(match, _MONTHS.index(match["month"].lower()) + 1)
    return _rfc_5322(text)


def _epoch(seconds: float) -> datetime | None:
    if not _EPOCH_FIRST <= seconds <= _EPOCH_LAST:
        return None
    return datetime.fromtimestamp(int(seconds), UTC)


def _rfc_5322(text: str) -> datetime | None:
    if not _RFC_5322.match(text):
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 -- loads sockets, seldom needed

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_match(match: re.Match[str], month: int) -> datetime | date | None:
    """The date of a match, with its time where that is valid."""
    parts = match.groupdict()
    year = parts["year"] or parts.get("last")
    if not year:
        return None
    if match.re is _ISO and not parts["sep"] and len(parts["month"] + parts["day"]) != 4:
        return None  # a run of digits that is no basic ISO date
    try:
        day = date(int(year), month, int(match["day"]))
    except ValueError:
        return None
    if not parts["hour"]:
        return day
    time = _time(day, parts)
    zone = offset(parts["zone"] or "")
    return time.replace(tzinfo=zone) if time and zone else time or day


def _time(day: date, parts: dict[str, str]) -> datetime | None:
    """A day with its hour, minute and second, or None where they are impossible."""
    hour = half_day(int(parts["hour"]), parts.get("half") or "")
    try:
        return datetime(  # noqa: DTZ001 - naive where the page gives no zone
            day.year,
            day.month,
            day.day,
            24 if hour is None else hour,
            int(parts["minute"]),
            int(parts["second"] or 0),
        )
    except ValueError:
        return None


def half_day(hour: int, half: str) -> int | None:
    """The hour of the day from one of the half day ("am", "pm" or ""), or None if impossible."""
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return hour if 12 < hour < 24 else None
    return hour % 12 + (12 if half.lower() == "pm" else 0)


def offset(zone: str) -> timezone | None:
    """The zone for "Z", "UTC", "GMT", "+02:00", "+0200" or "+02"; None for others."""
    if not zone:
        return None
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = zone[1:].replace(":", "")
    if not digits.isdigit() or len(digits) not in {2, 4}:
        return None
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes >= 16 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
