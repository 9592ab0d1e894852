"""When comments were written, for comparing: dates may be exact, of a day only, or without a zone.

Days and months are those that a page shows, so that `date:2026-05-01` finds what stands under the
1st of May there; ages compare moments, with the reader's zone where the page gives none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERIOD = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:t([0-9]{1,2}):([0-9]{2}))?)?)?", re.IGNORECASE
)
_AGE = re.compile(r"([0-9]{1,5})([a-z]+)", re.IGNORECASE)

UNITS = {
    ("min", "minute", "minutes"): timedelta(minutes=1),
    ("h", "hour", "hours"): timedelta(hours=1),
    ("d", "day", "days"): timedelta(days=1),
    ("w", "week", "weeks"): timedelta(weeks=1),
    ("mo", "month", "months"): timedelta(days=30),
    ("y", "year", "years"): timedelta(days=365),
}
"""The units of ages by their names."""

_UNITS = {name: length for names, length in UNITS.items() for name in names}


class Period(Struct, frozen=True):
    """A stretch of time by the clock on the wall, without a zone; both ends belong to it."""

    first: datetime
    last: datetime

    @classmethod
    def of_day(cls, day: date) -> Period:
        """A whole day."""
        return cls(datetime.combine(day, time.min), datetime.combine(day, time.max))


def period_of(at: datetime | date | None) -> Period | None:
    """When something was, as its page shows it: a moment, a day, or None where it is not known."""
    if at is None:
        return None
    if not isinstance(at, datetime):
        return Period.of_day(at)
    shown = at.replace(tzinfo=None)
    return Period(shown, shown)


def ages_of(at: datetime | date | None, now: datetime) -> tuple[timedelta, timedelta] | None:
    """The least and the greatest time that may have passed since, or None where it is not known."""
    if isinstance(at, datetime) and at.utcoffset() is not None:
        age = (now if now.utcoffset() is not None else now.astimezone()) - at
        return age, age
    period = period_of(at)
    if period is None:
        return None
    shown = now.replace(tzinfo=None)
    return shown - period.last, shown - period.first


def seconds_of(at: datetime | date) -> float:
    """A moment as seconds since 1970, to sort by; what has no zone is taken to be in UTC."""
    moment = at if isinstance(at, datetime) else datetime.combine(at, time.min)
    if moment.utcoffset() is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH).total_seconds()


def known_or_near(seconds: Sequence[float | None]) -> list[float] | None:
    """Times of comments in page order; those not known are taken from the comment before.

    Those before the first known one get its time. None where no time is known.
    """
    last = next((one for one in seconds if one is not None), None)
    if last is None:
        return None
    near: list[float] = []
    for one in seconds:
        last = last if one is None else one
        near.append(last)
    return near


def read_period(text: str) -> Period | None:
    """The year, month, day or minute that a text names: `2026`, `2026-05-01T12:30`; else None."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    try:
        if hour is not None:
            first = datetime(year or 0, month or 0, day or 0, hour, minute or 0)  # noqa: DTZ001 -- as shown
            return Period(first, first.replace(second=59, microsecond=999_999))
        first_day = date(year or 0, month or 1, day or 1)
        until = 12 if month is None else month
        last = calendar.monthrange(first_day.year, until)[1] if day is None else day
        last_day = date(first_day.year, until, last)
    except ValueError:
        return None
    return Period(Period.of_day(first_day).first, Period.of_day(last_day).last)


def read_age(text: str) -> timedelta | None:
    """The length of time that a text names: `2d`, `90min`; else None."""
    match = _AGE.fullmatch(text)
    length = _UNITS.get(match[2].lower()) if match else None
    return int(match[1]) * length if match and length else None
