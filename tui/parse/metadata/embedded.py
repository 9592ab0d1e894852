"""The day and the author in data that a page keeps for its scripts, or in broken linked data."""

from __future__ import annotations

from itertools import islice

from tui.model import ShownDate
from tui.model.dates import day_of
from tui.parse.dates import machine_date
from tui.parse.metadata.names import is_called, is_person, names_of
from tui.parse.patterns import regex

_NAMES = ("datePublished", "publishedDate", "publishDate", "publishedAt", "published_at")
"""What schema.org calls the day of publication, and what programs do."""

_QUOTES = r"(?:&quot;|&#34;|[\\\"':=\s]){2,12}"
_MOMENT = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?[\d.]{0,10}(?:Z|[+-]\d\d:?\d\d)?)?"
_VALUES = tuple((name.encode(), regex(f"{name}{_QUOTES}({_MOMENT})")) for name in _NAMES)
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

_ESCAPE = regex(r"\\+u([0-9a-fA-F]{4})")


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


def embedded_author(source: bytes) -> str | None:
    """The person whom a page's data call its author, where all of a name agree.

    Args:
        source: The page's HTML in UTF-8.
    """
    for pattern in _AUTHORS:
        said = (match[1] for match in islice(pattern.finditer(source), _MOST))
        names = {name for value in said for name in names_of(_read(value)) if _is_named(name)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _read(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _is_named(name: str) -> bool:
    return is_person(name) or (name[0].isupper() and is_called(name))
