"""Dates as people read them: in the page's words, as an age, or as a day."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from enum import StrEnum

from tui.model import ShownDate
from tui.model.dates import day_of
from tui.reading.ages import DAY, MINUTE, ago


class Dates(StrEnum):
    """How dates are shown; the value is the word for it."""

    PAGE = "page"  # as the page shows them
    AGES = "age"  # "3 days ago"
    DAYS = "day"  # 2026-05-02 11:04


def date_text(shown: ShownDate | None) -> str:
    """The date as the page shows it; the machine's, for people, where it shows none."""
    if shown is None or shown.text or shown.at is None:
        return shown.text if shown else ""
    return _day(shown.at, None)


def day_text(shown: ShownDate | None, zone: tzinfo | None = None) -> str:
    """The day, with the time where it is known; the page's words where not even the day is.

    Args:
        shown: The date.
        zone: Where the reader is, for moments whose zone is known; None for this computer's own.
    """
    return date_text(shown) if shown is None or shown.at is None else _day(shown.at, zone)


def _day(at: date, zone: tzinfo | None) -> str:
    if not isinstance(at, datetime):
        return f"{at:%Y-%m-%d}"
    if at.tzinfo is None:
        return f"{at:%Y-%m-%d %H:%M}" if at.time() != time.min else f"{at:%Y-%m-%d}"
    try:
        at = at.astimezone(zone)
    except (OverflowError, OSError, ValueError):  # a year that no clock of this computer knows
        return f"{at:%Y-%m-%d %H:%M}"
    return f"{at:%Y-%m-%d %H:%M}"


def age_text(shown: ShownDate | None, now: datetime) -> str:
    """How long ago it was; the page's words where that is not known, or is not over yet.

    Where the page gives no zone, or only the day, the age is told in whole days.

    Args:
        shown: The date.
        now: The present moment, with its zone.
    """
    if shown is None or shown.at is None:
        return date_text(shown)
    at = shown.at
    if isinstance(at, datetime) and at.tzinfo is not None:
        seconds = (now - at).total_seconds()
        if -MINUTE < seconds < MINUTE:
            return "just now"
    else:
        seconds = (now.date() - day_of(at)).days * DAY
        if seconds == 0:
            return "today"
    return ago(seconds) or date_text(shown)
