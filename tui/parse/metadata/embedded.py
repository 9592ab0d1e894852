"""The day in data that a page keeps for its scripts, or in linked data that are broken."""

from __future__ import annotations

from itertools import islice

from tui.model import ShownDate
from tui.model.dates import day_of
from tui.parse.dates import machine_date
from tui.parse.patterns import regex

_NAMES = ("datePublished", "publishedDate", "publishDate", "publishedAt", "published_at")
"""What schema.org calls the day of publication, and what programs do."""

_QUOTES = r"(?:&quot;|&#34;|[\\\"':=\s]){2,12}"
_MOMENT = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?[\d.]{0,10}(?:Z|[+-]\d\d:?\d\d)?)?"
_VALUES = tuple((name.encode(), regex(f"{name}{_QUOTES}({_MOMENT})")) for name in _NAMES)
_MOST = 50
"""Only so many such dates are looked at."""


def embedded_date(source: bytes) -> ShownDate | None:
    """The date that a page's data call the one of publication, where all of a name agree.

    Args:
        source: The page's HTML in UTF-8.
    """
    values = [value for name, value in _VALUES if name in source]
    text = source.decode("utf-8", "replace") if values else ""
    for value in values:
        matches = islice(value.finditer(text), _MOST)
        moments = [at for match in matches if (at := machine_date(match[1])) is not None]
        if moments:
            return ShownDate("", moments[0]) if len(set(map(day_of, moments))) == 1 else None
    return None
