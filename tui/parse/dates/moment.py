"""When a page was saved or served, by its own words: what "3 days ago" counts from."""

from __future__ import annotations

import re
from datetime import datetime

from tui.parse.dates.machine import machine_date
from tui.parse.patterns import regex

REACH = 65_536
"""Only so many bytes at the start and at the end of a page are looked at."""

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # SingleFile's comment at the top: its `saved date:` is JavaScript's Date.toString
    ("saved date:", regex(r"saved date:[ \t]*([^\n<(]{8,60})")),
    # Save Page WE's own meta elements
    ("savepage-date", regex(r"name=[\"']?savepage-date[\"']? content=[\"']([^\"'(]{8,60})")),
    # WebScrapBook's attribute on the root element: milliseconds of a basic ISO time in UTC
    ("data-scrapbook-create", regex(r"data-scrapbook-create=[\"']?(\d{14})\d{3}")),
    # the Wayback Machine's comment at the end: "FILE ARCHIVED ON 13:28:26 Jan 04, 2010 AND"
    (
        "FILE ARCHIVED ON",
        regex(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([A-Z][a-z]{2} \d\d), (\d{4})"),
    ),
    # HTTrack's comment: "Mirrored from ... by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 07 Jan"
    (
        "HTTrack",
        regex(r"by HTTrack[^\n,>]{0,80},[ ]*(\w{3}, \d\d? \w{3} \d{4} [\d:]{5,8} ?\w*)"),
    ),
    # the header of an MHTML file (RFC 2557), which is a mail (RFC 5322)
    ("MIME-Version:", regex(r"(?:\A|\n)Date:[ \t]*([^\r\n]{16,50})")),
    (
        "http-equiv",
        regex(
            r"http-equiv=[\"']?(?:date|last-modified)[\"']?\s{1,9}content=[\"']([^\"']{8,60})",
            re.IGNORECASE,
        ),
    ),
)


def page_moment(source: bytes) -> datetime | None:
    """When a page says that it was saved, archived or served, or None.

    Read are the marks of SingleFile, Save Page WE, WebScrapBook, the Wayback Machine and HTTrack,
    the `Date` of an MHTML file, and `meta http-equiv` with `date` or `last-modified`, in this
    order. Dates without a time are no moments.

    Args:
        source: The page's HTML in UTF-8, or the file it stands in.
    """
    window = source if len(source) <= 2 * REACH else source[:REACH] + b"\n" + source[-REACH:]
    return _moment_in(window.decode("utf-8", "replace"))


def _moment_in(window: str) -> datetime | None:
    for mark, pattern in _MARKS:
        match = pattern.search(window) if mark in window else None
        moment = _moment(match) if match else None
        if moment is not None:
            return moment
    return None


def _moment(match: re.Match[str]) -> datetime | None:
    parts = match.groups()
    if len(parts) == 3:  # the time stands first
        written = f"Mon {parts[1]} {parts[2]} {parts[0]} +0000"  # the day of the week is not read
    elif parts[0].isdigit():
        written = f"{parts[0][:8]}T{parts[0][8:]}Z"
    else:
        written = parts[0].strip()
    found = machine_date(written)
    return found if isinstance(found, datetime) else None
