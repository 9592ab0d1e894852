"""How long ago something was, in words."""

from __future__ import annotations

MINUTE, HOUR, DAY = 60, 3_600, 86_400
"""Lengths of time in seconds."""

_LEAPS = (
    # (from so many seconds on, the unit in seconds, its name); the largest first
    (2 * 365 * DAY, 365.2425 * DAY, "year"),
    (60 * DAY, 30.437 * DAY, "month"),
    (14 * DAY, 7 * DAY, "week"),
    (DAY, DAY, "day"),
    (HOUR, HOUR, "hour"),
    (MINUTE, MINUTE, "minute"),
)


def ago(seconds: float) -> str | None:
    """An age in its largest unit (`3 days ago`); None for less than a minute."""
    for least, unit, name in _LEAPS:
        if seconds >= least:
            number = int(seconds // unit)
            return f"{number} {name}{'s' if number > 1 else ''} ago"
    return None
