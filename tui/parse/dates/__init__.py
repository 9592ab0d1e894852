"""Dates of pages: machine dates, and dates as people write them in twenty languages."""

from tui.parse.dates.machine import machine_date
from tui.parse.dates.moment import page_moment
from tui.parse.dates.order import DayOrder, day_order
from tui.parse.dates.relative import resolve_relative
from tui.parse.dates.shown import FoundDate, find_date, shown_date
from tui.parse.dates.telling import tells_change, tells_first, tells_publication

__all__ = [
    "DayOrder",
    "FoundDate",
    "day_order",
    "find_date",
    "machine_date",
    "page_moment",
    "resolve_relative",
    "shown_date",
    "tells_change",
    "tells_first",
    "tells_publication",
]
