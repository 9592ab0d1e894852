"""Lines that say when an article was written and by whom, which is told apart from its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Heading, Image, ListBlock, Paragraph
from tui.parse.article.pieces import Piece
from tui.parse.dates import find_date, tells_change, tells_publication
from tui.parse.metadata.names import has_byline, is_person, names_of, to_byline
from tui.parse.patterns import regex

LONGEST = 100
"""No such line is longer than this many characters."""

_TEXT = 120
"""Of more characters than this are the lead and the first paragraph of the text."""

_FIRST = 8
"""Only so many first pieces are looked at."""

_MOST = 3
"""More such lines are a list of dates or of names."""

_BESIDE = 12
"""So many characters may stand beside dates and times: "Published on", "Updated:"."""

_TELLING = 24
"""And so many where they say no more than what the dates are of."""

_DATES = 3
"""A line has no more dates than this: of writing, of publishing, of the last change."""

_ENDS = (".", "!", "?")
_AROUND = " \t\u3000|/\u00b7\u2022,;:()[]\u2013\u2014-"

_ALONE = frozenset({"by", "von", "par", "por", "door", "di", "av", "af"})
"""A word before a name, where the name itself is not there."""

_DIGITS = regex(r"\d")
_LENGTH = regex(
    r"(?:(?:tiempo|temps|tempo|duración) d[ei] (?:lectura|lecture|lettura|leitura)|lesezeit"
    r"|lesedauer|reading time|leestijd|lästid|læsetid|lesetid|czas czytania|время чтения)?\W{0,3}"
    r"\b\d{1,3} ?[-\u2013]?min(?:ut\w{0,3})?\b\.?"
    r"(?: ?(?:read|lesezeit|lesedauer|(?:de |di )?(?:lecture|lectura|leitura|lettura)|leestijd"
    r"|lästid|læsetid|lesetid|czytania|чтения))?",
    re.IGNORECASE,
)


def without_bylines(pieces: list[Piece], told: Sequence[str] = ()) -> list[Piece]:
    """The pieces without the lines above the text that say when it was written, and by whom.

    They stand above the lead or between it and the text, whose first paragraph ends the search.

    Args:
        pieces: The blocks of the article.
        told: The names of its authors and the words of its date, where these are known: lines and
            portraits of nothing else are bylines, too.
    """
    end = long = 0
    while end < min(len(pieces), _FIRST) and long < 2:
        long += len(pieces[end].text) > _TEXT and isinstance(pieces[end].block, Paragraph)
        end += 1
    text = [p for p in pieces[:end] if not (is_byline(p) or _says_again(p, told))]
    return [*text, *pieces[end:]] if end - len(text) <= _MOST else pieces


def _says_again(piece: Piece, told: Sequence[str]) -> bool:
    """Whether a piece is the portrait of an author, or has nothing but what is told of the article.

    Roles behind the names of authors and words between them are no more than those.
    """
    block, text = piece.block, piece.text
    if isinstance(block, Image):
        return not block.caption and block.alt in told
    if isinstance(block, Heading):
        return text in told and find_date(text) is not None
    if not isinstance(block, (Paragraph, ListBlock)) or not 0 < len(text) <= LONGEST:
        return False
    if not any(map(text.__contains__, told)):
        return False  # which is sooner seen
    names = names_of(to_byline(text.replace("\n", ", ")))
    return bool(names) and text[-1] not in _ENDS and set(names) <= set(told)


def is_byline(piece: Piece) -> bool:
    """Whether a piece says nothing but when something was written, by whom or how long it is."""
    block, text = piece.block, piece.text
    if not isinstance(block, (Paragraph, ListBlock)) or not 0 < len(text) <= LONGEST:
        return False
    return all(map(_is_byline, text.split("\n")))


def _is_byline(line: str) -> bool:
    if _DIGITS.search(line):
        rest, is_dated = _without_times(line)
        is_label = len(rest) <= (_TELLING if _tells(rest) else _BESIDE) and rest[-1:] not in _ENDS
        if is_label and (is_dated or _LENGTH.match(line)):
            return True
        if is_dated:
            return _is_of_persons(rest)
    if line.lower().rstrip(":") in _ALONE:
        return True
    line = to_byline(line)
    return has_byline(line) and _is_of_persons(line)


def _tells(rest: str) -> bool:
    """Whether what stands beside dates says what they are of: "Last modified on"."""
    return tells_change(rest) or tells_publication(rest)


def _is_of_persons(line: str) -> bool:
    names = names_of(line)
    return bool(names) and all(map(is_person, names))


def _without_times(line: str) -> tuple[str, bool]:
    """A line without its dates and its reading time, and whether it has a date."""
    rest = _LENGTH.sub(" ", line)
    is_dated = False
    for _ in range(_DATES):
        date = find_date(rest)
        if date is None:
            break
        is_dated = True
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    return rest.strip(_AROUND), is_dated
