"""The day in the address of a page."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

from tui.model import ShownDate
from tui.parse.dates.vocabulary import months
from tui.parse.patterns import regex
from tui.parse.words.fold import fold

_FORMS = (
    # blogs and newspapers: /2024/05/03/title, /2024-05-03-title, /2024/may/03/title
    regex(
        r"/(?P<year>20\d\d|199\d)[/-](?P<month>\d{1,2}|[^\W\d_]{3,12})[/-]"
        r"(?P<day>\d{1,2})(?![^/_-])"
    ),
    # the same day in one number, or the other way round: /20240503/title, /title-03-05-2024
    regex(r"[/_-](?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![^/._-])"),
    regex(r"[/_-](?P<day>\d\d)(?P<sep>[.-])(?P<month>\d\d)(?P=sep)(?P<year>20\d\d)(?![^/._-])"),
)


def day_of_path(url: str | None) -> ShownDate | None:
    """The day in an address; none where day and month may be the other way round."""
    address = unquote(url or "").partition("?")[0]
    for form in _FORMS:
        for match in form.finditer(address):
            day = _day(match)
            if day is not None:
                return ShownDate("", day)
    return None


def _day(match: re.Match[str]) -> date | None:
    name, number = match["month"], int(match["day"])
    month = int(name) if name.isdigit() else months().get(fold(name), 0)
    if match.start("day") < match.start("year") and number <= 12 and number != month:
        return None
    try:
        return date(int(match["year"]), month, number)
    except ValueError:
        return None
