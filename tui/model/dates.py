"""A date, kept twice: as people saw it and as far as it is certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date of a page.

    Attributes:
        text: The date as the page shows it, perhaps empty where it has only a machine date.
        at: The moment: a datetime (aware where the page gives a zone, else naive) where the time
            is known, a date where only the day is certain, None where not even that.
    """

    text: str = ""
    at: datetime | date | None = None

    @property
    def iso(self) -> str | None:
        """The moment in ISO 8601, to the precision that is known."""
        return None if self.at is None else self.at.isoformat()
