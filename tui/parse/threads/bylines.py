"""Lines that hold a name and a date in one: "Anna Visser | Tue, 3 May 2022 - 16:40"."""

from __future__ import annotations

import re

from tui.model import CommentKind
from tui.parse.dates import shown_date
from tui.parse.patterns import regex
from tui.parse.threads.wording import SIGNS
from tui.parse.words import ping_label

MAX_LABEL_WORDS = 3
"""The label of a ping has fewer words than this."""

MAX_TRIED = 12
"""How many places are tried to divide a line."""

MAX_DATE = 45
"""No date at the end of a line is longer than this many characters."""

_DIGIT = regex(r"\d")
_BETWEEN = regex(
    r"\s*[|·•\u2013\u2014,(]\s*|\s+-\s+"
    r"|\s+(?:on|am|vom|op|le|el|em|den|dne|w dniu|il|at|um|om|,)\s+",
    re.IGNORECASE,
)
_NUMBER = regex(r"(?<=\S)\s*\(\s*#?[\d.,]{1,15}\s*\)$")  # an account's or a count
_TAG = regex(r"</?[a-zA-Z][^<>]{0,200}>")  # markup that a page escaped twice
_SIGNS = " |,;:\u00b7\u2022\u2013\u2014"
_HANDLE = regex(r"(?<=\S)\s+@[\w.@-]{1,80}$")
_THEN_BY = regex(r"\s+(?:by|par|door|von|por|da|av|af)\s+(?=\S)", re.IGNORECASE)
_FIRST_ON = regex(
    r"^(?:\s\([^()\d]{1,40}\))?\s*[,|-]?\s*(?:(?:on|at|le|el|em|il|am|op|den|dnia)\s+)?(?=\S)",
    re.IGNORECASE,
)
_FULL_STOP = regex(r"(?<=:\d\d)\.$")
_LAST_BY = regex(r"\s+(?:by|par|door|von|por|da|av|af)\s*$", re.IGNORECASE)
_BEFORE = regex(
    r"^(?:(?:posted |submitted |written )?(?:by|door|par|por)[ :]+"
    r"|(?:[^\W\d_]{1,20} ){0,2}(?:by|door|par|por|von|da|av|af)\s?:\s*)(?=\S)",
    re.IGNORECASE,
)


def ping_and_name(line: str) -> tuple[CommentKind, str]:
    """What kind of comment a name's label tells, and the name without it ("Pingback from X")."""
    words = line.split(" ", MAX_LABEL_WORDS)
    for count in range(1, len(words)):
        label = " ".join(words[:count])
        kind = ping_label(label)
        if kind is not None and ping_label(" ".join(words[: count + 1])) is None:
            return kind, " ".join(words[count:])
    return CommentKind.COMMENT, line


def name_alone(line: str, language: str | None) -> str:
    """The name of a byline without "by" before it, and no date, number or handle beside it."""
    line = _TAG.sub(" ", line).strip()
    if _DIGIT.search(line):
        line = _after_date(line, language)
        for place, _ in zip(_BETWEEN.finditer(line), range(MAX_TRIED), strict=False):
            name, rest = line[: place.start()].strip(), line[place.end() :]
            if (
                name
                and len(rest) <= MAX_DATE
                and _DIGIT.search(rest)
                and shown_date(rest, language=language).at is not None
            ):
                line = name
                break
    return _BEFORE.sub("", _HANDLE.sub("", _NUMBER.sub("", line.strip(_SIGNS))))


def _after_date(line: str, language: str | None) -> str:
    """What follows a date and a word such as "by"; the line where it does not begin so."""
    for place, _ in zip(_THEN_BY.finditer(line), range(MAX_TRIED), strict=False):
        date = line[: place.start()]
        sure = len(date) <= MAX_DATE and _DIGIT.search(date)
        if sure and shown_date(date, language=language).at is not None:
            return line[place.end() :]
    return line


def date_alone(line: str, name: str) -> str:
    """The date of a byline without the name before it ("by NAME on DATE"), or after it."""
    before, _, after = line.partition(name)
    if not before:
        return after.strip(SIGNS)
    if not after:
        return _LAST_BY.sub("", before)
    if _DIGIT.search(after) and not _DIGIT.search(before):
        return _FULL_STOP.sub("", _FIRST_ON.sub("", after))
    return line
