"""Dates that elements hold for machines, and those that one comment alone leaves open.

The latter are settled by the page's other dates and by its moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import ShownDate
from tui.parse.dates import DayOrder, day_order, resolve_relative, shown_date
from tui.parse.dates.order import NUMERIC, language_order
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.builder import RawComment

MAX_TEXT = 500_000
"""How many characters of the page's text are searched for other dates."""

_MACHINE_DATES = (
    "datetime",
    "content",
    "data-timestamp",
    "data-time",
    "data-date",
    "title",
    "data-tippy-content",  # where the library Tippy.js has a title
)
"""The attributes that hold a date for machines, the surest first."""

_DIGIT = regex(r"\d")


def settle_dates(document: Document, raws: Sequence[RawComment]) -> Sequence[RawComment]:
    """The comments with dates as certain as the whole page makes them.

    02/05/2020 is the second of May where another date of the page is 13/05/2020; "3 days ago"
    counts from the moment at which the page says that it was saved.
    """
    shown = [raw.date for raw in raws if raw.date is not None and raw.date.text]
    if all(one.at is not None and not NUMERIC.search(one.text) for one in shown):
        return raws
    order = _order(document, shown)
    return [
        raw if raw.date is None else replace(raw, date=_settled(document, raw.date, order))
        for raw in raws
    ]


def _order(document: Document, shown: Sequence[ShownDate]) -> DayOrder:
    """The order of day and month: by the comments' dates, the language, else the whole text."""
    order = day_order((one.text for one in shown), document.language)
    body = document.tree.body
    if order is not DayOrder.UNKNOWN or body is None:
        return order
    if not any(NUMERIC.search(one.text) for one in shown):
        return order
    text = body.text(separator=" ")[:MAX_TEXT]
    return day_order((match[0] for match in NUMERIC.finditer(text)), document.language)


def _settled(document: Document, shown: ShownDate, order: DayOrder) -> ShownDate:
    if not shown.text:
        return shown
    language = document.language
    if order is not language_order(language) and NUMERIC.search(shown.text):
        by_language = shown_date(shown.text, language=language)
        if _day(shown) == _day(by_language):  # no machine date has told it
            return replace(shown, at=shown_date(shown.text, language=language, order=order).at)
    if shown.at is None and document.moment is not None:
        return resolve_relative(shown, document.moment, language)
    return shown


def _day(shown: ShownDate) -> date | None:
    return shown.at.date() if isinstance(shown.at, datetime) else shown.at


def machine_date(node: LexborNode) -> str | None:
    """The machine date of an element, or of the time element in it or around it."""
    for at in _may_be_dated(node):
        attributes = at.attributes
        for name in _MACHINE_DATES:
            value = (attributes.get(name) or "").strip()
            if _DIGIT.search(value):
                return value
    return None


def _may_be_dated(node: LexborNode) -> Iterator[LexborNode]:
    yield node
    inner = node.css_first("time[datetime], abbr[title], [data-timestamp]")
    if inner is not None:
        yield inner
    around = node.parent
    if around is not None and around.tag == "time":
        yield around
