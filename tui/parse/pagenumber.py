"""The number of a page in its address: `/title/2/`, `/title?page=2`, `title-page-2.html`."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from msgspec import Struct

from tui.parse.patterns import regex

MOST = 200
"""No article has more parts; greater numbers are years, ids and the like."""

_PARAMETERS = frozenset(
    {"page", "pg", "paged", "pagenum", "pageno", "page_no", "currentpage", "seite", "pagina", "p"}
)
_WHOLE = frozenset({"all", "full", "single", "komplett", "gesamt"})
_END = regex(
    r"(?:(?P<bare>/)|[/_,.-](?P<word>page|pagina|seite|p)[-_=,/]?|[_,])(?P<number>\d{1,3})"
    r"(?P<suffix>\.[a-z]{3,5})?/?$",
    re.IGNORECASE,
)
_LETTER = regex(r"[^\W\d_]")


class Numbered(Struct, frozen=True):
    """An address without its page's number.

    Attributes:
        stem: What all parts have in common; host and path without their letters' case.
        number: The number as written, or None where there is none.
        by_query: Whether the number is in the query.
        by_word: Whether a word in the path says that it is a page's.
    """

    stem: str
    number: int | None = None
    by_query: bool = False
    by_word: bool = False


def numbered(address: str) -> Numbered:
    """An address and the number of the page in it, if any.

    The number of a whole is none: `?page=all` is no part.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # such as a malformed IPv6 host
        return Numbered(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for place, (name, value) in enumerate(pairs):
        if name.lower() in _PARAMETERS and (number := _number(value)) is not None:
            rest = [*pairs[:place], *pairs[place + 1 :]]
            if name.lower() != "p" or parts.path.strip("/"):  # `/?p=12` is a post of WordPress
                return Numbered(_stem(parts, parts.path, rest), number, by_query=True)
    match = _END.search(parts.path)
    number = _number(match["number"]) if match else None
    if match is None or number is None or not _LETTER.search(parts.path[: match.start()]):
        return Numbered(_stem(parts, parts.path, pairs))
    path = parts.path[: match.start()] + (match["suffix"] or "")
    return Numbered(_stem(parts, path, pairs), number, by_word=match["word"] is not None)


def names_whole(address: str) -> bool:
    """Whether an address says by its query or its end that it shows all parts on one page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    values = {value.lower() for name, value in parse_qsl(parts.query) if name in _PARAMETERS}
    return bool(values & _WHOLE) or parts.path.rstrip("/").rpartition("/")[2].lower() in {
        *_WHOLE,
        "komplettansicht",
        "singlepage",
    }


def _number(text: str) -> int | None:
    digits = text.isascii() and text.isdecimal() and len(text) < 4
    return int(text) if digits and int(text) <= MOST else None


def _stem(parts: SplitResult, path: str, pairs: list[tuple[str, str]]) -> str:
    """Host, path and query; what campaigns hang on an address is no part of it."""
    host = (parts.netloc or "").lower().removeprefix("www.")
    kept = [(n, v) for n, v in pairs if not n.lower().startswith(("utm_", "fbclid", "gclid"))]
    return f"{host}{path.rstrip('/').lower()}?{urlencode(sorted(kept))}"
