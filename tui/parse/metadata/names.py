"""Names alone: bylines without "by", roles, addresses and the site's own name."""

# ruff: noqa: RUF001 - the punctuation of many scripts

from __future__ import annotations

import re
from functools import cache

from tui.parse.clean import clean_line
from tui.parse.dates import find_date
from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.language import Language

MAX_NAME = 80
"""No author's name is longer than this many characters."""

_ADDRESS = regex(r"\S+@\S+\.\S+|https?://\S+|\bwww\.\S+")
_CUT = regex(
    r"\s*[|•·⋅/()\[\]<>]\s*|\s+[–—-]\s+|\s+(?:on|am|op|le|il|el|den)\s+(?=\w+\s?\d|\d)"
    r"|\s*,?\s*\b(?:updated|published|posted|reviewed|edited|medically|fact[- ]checked|last)\b.*"
    r"|\s{2,}|\d{3,}.*|\s+\d.*min.*",
    re.IGNORECASE,
)
_MANY = regex(
    r"\s*(?:[,;]\s*(?:and|und|en|et|y)\s|[;&]|\s(?:and|und|et|og|och|en|y|e|i|ja|ve)\s)\s*"
)
_NOBODY = frozenset(
    {"admin", "administrator", "root", "webmaster", "wpadmin", "unknown", "author", "user", "guest",
     "null", "none", "undefined", "true", "false"}
)  # fmt: skip
_PARTICLES = frozenset(
    {"de", "da", "di", "do", "dos", "del", "della", "der", "den", "des", "du", "la", "le", "van",
     "von", "vom", "zu", "zur", "ter", "ten", "el", "al", "bin", "ibn", "y", "e", "af", "av", "st"}
)  # fmt: skip
_LETTER = regex(r"[^\W\d_]")


@cache
def _starts() -> tuple[str, ...]:
    return tuple({word.casefold() for word in _by()})


def _may_begin(line: str) -> bool:
    """Whether a line begins with the letters of a word for a byline: cheap, and mostly not so."""
    return line.replace("\u0130", "i").casefold().startswith(_starts())


@cache
def _byline() -> re.Pattern[str]:
    spaced = "|".join(map(re.escape, _by()))
    return re.compile(rf"^(?:{spaced})(?:\s*[:：/]\s*|\s+|$)", re.IGNORECASE)


@ahead
def _by(languages: tuple[Language, ...]) -> list[str]:
    """The words before a name in a byline, the longest first."""
    words = {word for table in languages for word in table.by}
    return sorted(words, key=lambda word: (-len(word), word))


def has_byline(line: str) -> bool:
    """Whether a line begins with a word that stands before an author's name."""
    return _may_begin(line) and _byline().match(line) is not None


def is_label(line: str) -> bool:
    """Whether a line is nothing but a word that stands before an author's name."""
    match = _byline().match(line) if _may_begin(line) else None
    return match is not None and match.end() == len(line)


def is_person(text: str) -> bool:
    """Whether a name looks like one of a person: two to five words with capitals, no digits."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and not any(character.isdigit() for character in text)
        and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
        and words[0][0].isupper()
    )


def names_of(text: str) -> tuple[str, ...]:
    """The names in a byline or in a field for authors; empty where there is none."""
    line = clean_line(_ADDRESS.sub(" ", text[:400])).strip(" ,.;:@-–—|")
    for _ in range(2):
        line = _byline().sub("", line, count=1) if _may_begin(line) else line
    found = find_date(line)
    if found is not None:
        line = line[: found.start] or line[found.end :]
    line = _CUT.split(line, maxsplit=1)[0].strip(" ,.;:@-–—|")
    parts = _MANY.split(line)
    if len(parts) == 1 or any(len(part) > MAX_NAME for part in parts):
        parts = [line]
    names = [name for part in parts for name in _comma_parts(part)]
    return tuple(dict.fromkeys(name for name in names if is_name(name)))


def _comma_parts(text: str) -> list[str]:
    """Full names between commas; after the first, a single word or a role is no name."""
    first, *rest = (part.strip() for part in text.split(","))
    if " " not in first or not rest:
        return [first]
    return [first, *(part for part in rest if _is_full_name(part))]


def _is_full_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and "." not in words[-1]
    )


def is_name(text: str) -> bool:
    """Whether a text can be the name of an author."""
    return (
        1 < len(text) <= MAX_NAME
        and text.lower() not in _NOBODY
        and _LETTER.search(text) is not None
        and len(text.split()) <= 8
    )


def same_name(one: str, other: str | None) -> bool:
    """Whether two names have the same letters and digits."""
    return other is not None and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
