"""Dates of pages: machine dates, and dates as people write them in twenty languages."""

from __future__ import annotations

from datetime import date, datetime

from tui.model import ShownDate


def machine_date(text: str) -> datetime | date | None:
    """A date in a machine's form (ISO 8601 and its common slips, RFC 5322, epoch), or None."""
    del text
    return None


def shown_date(text: str, *, machine: str | None = None, language: str | None = None) -> ShownDate:
    """A date as shown, with the moment it certainly stands for.

    Args:
        text: The words on the page ("2 mei 2013 om 11:04").
        machine: The machine date beside it (`datetime`, `title` or `content`), or None.
        language: The page's language, which decides names of months and the order of day and month.
    """
    del language
    return ShownDate(text, machine_date(machine) if machine else None)
