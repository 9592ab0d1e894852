"""Lines that say when an article was written and by whom, which is told apart from its text."""

from __future__ import annotations

import re
from itertools import takewhile

from tui.model import Paragraph
from tui.parse.article.pieces import Piece
from tui.parse.dates import find_date
from tui.parse.metadata.names import is_person, is_plain_byline, names_of, to_byline
from tui.parse.patterns import regex

LONGEST = 100
"""No such line is longer than this many characters."""

_TEXT = 120
"""With the first line of more characters than this the text begins."""

_FIRST = 6
"""Only so many first lines are looked at."""

_MOST = 3
"""More such lines are a list of dates or of names."""

_BESIDE = 12
"""So many characters may stand beside a date: "Published on", "Updated:"."""

_DIGITS = regex(r"\d")
_LENGTH = regex(r"\d{1,3} ?[-–]?min(?:ute)?s?\b.{0,12}$", re.IGNORECASE)  # noqa: RUF001 - a dash


def without_bylines(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the lines above the text that say when it was written, and by whom."""
    head = list(takewhile(lambda piece: len(piece.text) <= _TEXT, pieces[:_FIRST]))
    text = [piece for piece in head if not is_byline(piece)]
    return [*text, *pieces[len(head) :]] if len(head) - len(text) <= _MOST else pieces


def is_byline(piece: Piece) -> bool:
    """Whether a piece says nothing but when something was written, by whom or how long it is."""
    block, text = piece
    if not isinstance(block, Paragraph) or not 0 < len(text) <= LONGEST:
        return False
    if _DIGITS.search(text):
        date = find_date(text)
        if date is not None and len(text) - (date.end - date.start) <= _BESIDE:
            return True
        if _LENGTH.match(text):
            return True
    line = to_byline(text)
    names = names_of(line) if is_plain_byline(line) else ()
    return bool(names) and all(map(is_person, names))
