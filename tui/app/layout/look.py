"""How a reader wants to see comments: one value that all of a thread is laid out with."""

from __future__ import annotations

from datetime import datetime, tzinfo
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tui.app.layout.glyphs import ASCII, UNGUIDED, UNICODE, Glyphs
from tui.model import ShownDate
from tui.reading.dates import Dates, age_text, date_text, day_text


class Guides(StrEnum):
    """What stands before replies; the value is the word for it."""

    LINES = "lines"
    ASCII = "ascii"  # lines and all other signs in ASCII
    NONE = "none"  # indents alone


_GLYPHS = {Guides.LINES: UNICODE, Guides.ASCII: ASCII, Guides.NONE: UNGUIDED}


class Look(Struct, frozen=True):
    """What can change the lines of a comment, and their number.

    Attributes:
        dates: How dates are shown.
        now: The moment that ages are told from; without one dates are the page's.
        guides: What stands before replies.
        folds_quotes: Whether of quoted text only the first line is shown.
        names: The reader's own names, in small letters (`str.casefold`).
        zone: Where the reader is; None for this computer's own zone.
    """

    dates: Dates = Dates.PAGE
    now: datetime | None = None
    guides: Guides = Guides.LINES
    folds_quotes: bool = False
    names: frozenset[str] = frozenset()
    zone: tzinfo | None = None

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return _GLYPHS[self.guides]

    def date(self, shown: ShownDate | None) -> str:
        """A date as it is shown."""
        if self.dates is Dates.DAYS:
            return day_text(shown, self.zone)
        if self.dates is Dates.AGES and self.now is not None:
            return age_text(shown, self.now)
        return date_text(shown)

    def is_own(self, author: str | None) -> bool:
        """Whether a name is the reader's own."""
        return author is not None and author.casefold() in self.names

    def with_next_dates(self, now: datetime) -> Look:
        """The look with dates in the next way: the page's, ages, days."""
        ways = list(Dates)
        return replace(self, dates=ways[(ways.index(self.dates) + 1) % len(ways)], now=now)


PLAIN = Look()
"""The look that a reader who set nothing begins with."""
