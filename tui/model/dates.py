"""A date, kept twice: as people saw it and as far as it is certain."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


def day_of(at: datetime | date) -> date:
    """The day of a moment."""
    return at.date() if isinstance(at, datetime) else at


class ShownDate(Struct, frozen=True, gc=False):
    """A date of a page.

    Attributes:
        text: The date as the page shows it, perhaps empty where it has only a machine date.
        at: The moment: a datetime (aware where the page gives a zone, else naive) where the time
            is known, a date where only the day is certain, None where not even that.
    """

    text: str = ""
    at: datetime | date | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return None if self.at is None else day_of(self.at)

    @property
    def iso(self) -> str | None:
        """The moment in ISO 8601, to the precision that is known."""
        return None if self.at is None else self.at.isoformat()
