"""Dates of pages: machine dates, and dates as people write them in twenty languages."""

from tui.parse.dates.machine import machine_date
from tui.parse.dates.shown import FoundDate, find_date, shown_date

__all__ = ["FoundDate", "find_date", "machine_date", "shown_date"]
