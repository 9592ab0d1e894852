"""The day and the author in data that a page keeps for its scripts, or in broken linked data."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from itertools import islice

from tui.model import ShownDate
from tui.model.dates import day_of
from tui.parse.dates import machine_date
from tui.parse.metadata.names import is_called, is_person, names_of
from tui.parse.patterns import regex

_NAMES = (b"datePublished", b"publishedDate", b"publishDate", b"publishedAt", b"published_at")
"""What schema.org calls the day of publication, and what programs do."""

_QUOTES = r"(?:&quot;|&#34;|[\\\"':=\s]){2,12}"
_MOMENT = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?[\d.]{0,10}(?:Z|[+-]\d\d:?\d\d)?)?"
_VALUE = regex(rf"ublish(?:ed(?:Date|At|_at)?|Date)(?P<sign>{_QUOTES})(?P<at>{_MOMENT})".encode())
"""A value of any of them, from the letters on that all have: so the page is gone through once."""

_MOST = 50
"""Only so many such values are looked at."""

_QUOTE = r"(?:&quot;|\\*[\"'])"
_NAME = r"((?:[^\"'\\<>{}&\[\],;]|\\+u[0-9a-fA-F]{4}){3,80})"
_BEFORE = rf"[^{{}}\[\]]{{0,300}}?{_QUOTE}"
_AUTHORS = tuple(
    regex(f"{pattern}{_NAME}{_QUOTE}".encode())
    for pattern in (
        # WordPress's plug-in for Google's tag manager, then what programs call it
        f"pagePostAuthor{_QUOTES}",
        rf"author_?[nN]ame{_QUOTE}\s*:\s*{_QUOTE}",
        rf"authors?{_QUOTE}\s*:\s*\[?\s*{_QUOTE}",
        rf"authors?{_QUOTE}\s*:\s*\[?\s*\{{{_BEFORE}(?:name|displayName){_QUOTE}\s*:\s*{_QUOTE}",
    )
)
"""How data name the author of a page, each with the name in a group."""

_SIGNED = regex(rb"uthor(?:s|_?[nN]ame)?(?:&quot;|&#34;|[\\\"'\s]){0,12}[:=]")
_AHEAD, _AFTER = len("pagePostA"), 2_000
"""What is in all of these, and how far they reach before and after that."""

_ESCAPE = regex(r"\\+u([0-9a-fA-F]{4})")


def embedded_date(source: bytes) -> ShownDate | None:
    """The date that a page's data call the one of publication, where all of a name agree.

    Args:
        source: The page's HTML in UTF-8.
    """
    said: dict[bytes, list[datetime | date]] = defaultdict(list)
    for match in _VALUE.finditer(source):
        end = match.start("sign")
        name = next((name for name in _NAMES if source.endswith(name, 0, end)), None)
        if name is not None and len(said[name]) < _MOST:
            at = machine_date(match["at"].decode())
            said[name] += [at] if at is not None else []
    moments = next((said[name] for name in _NAMES if said[name]), None)
    if moments is None or len(set(map(day_of, moments))) > 1:
        return None
    return ShownDate("", moments[0])


def embedded_author(source: bytes) -> str | None:
    """The person whom a page's data call its author, where all of a name agree.

    Args:
        source: The page's HTML in UTF-8.
    """
    signed = [match.start() for match in _SIGNED.finditer(source)]
    if not signed:
        return None
    start, end = max(0, signed[0] - _AHEAD), signed[-1] + _AFTER
    for pattern in _AUTHORS:
        said = (match[1] for match in islice(pattern.finditer(source, start, end), _MOST))
        names = {name for value in said for name in names_of(_read(value)) if _is_named(name)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _read(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _is_named(name: str) -> bool:
    return is_person(name) or (name[0].isupper() and is_called(name))
