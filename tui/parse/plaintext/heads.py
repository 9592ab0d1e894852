"""The lines at which comments begin, told by says words, dates and pings."""

# ruff: noqa: RUF001 - dashes of many kinds

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from msgspec import Struct

from tui.model import CommentKind, ShownDate
from tui.parse.dates import DayOrder, FoundDate, find_date
from tui.parse.dates.vocabulary import months
from tui.parse.patterns import regex
from tui.parse.plaintext.blocks import goes_on
from tui.parse.plaintext.footers import HEAD_LENGTH, SPLIT, date_line, is_noise, is_reply_line
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import bare_name, is_label, may_be_name
from tui.parse.words import (
    is_deleted_notice,
    ping_label,
    says,
    says_glued,
    stated_count,
)
from tui.parse.words.fold import fold
from tui.parse.words.languages import LANGUAGES

MOST_LINES = 5
"""No name is wrapped over more lines than this."""

_BY = tuple(
    sorted(
        {f"{fold(word)} " for table in LANGUAGES for word in table.by},
        key=len,
        reverse=True,
    )
)

_DASH = regex(r"\s*[—–|·•-]\s+\S")  # "3 May 2014 - 9:12 — Anna"
_COLONS = (":", "：", "…", "...")

_SIGNED = regex(
    rf"\s(?:{'|'.join(re.escape(word.strip()) for word in _BY if ' ' in word.strip())})\s?:\s",
    re.IGNORECASE,
)  # "In reply to Bob Posted by: Anna"
_COMMENT_BY = regex(
    r"^.{0,12}\b(?:comment by|kommentar von|commentaire de|comentario de|reactie van)\s+",
    re.IGNORECASE,
)


class Shape(Enum):
    """How a comment is introduced."""

    SAYS = "says"  # "Anna says:"
    NAME_DATE = "name and date on one line"
    NAME_OVER_DATE = "name, date on the next line"
    DATE_OVER_NAME = "date, name on the next line"
    NAME = "name alone"
    PING = "ping"
    DELETED = "notice in the place of a comment"


class Head(Struct, frozen=True):
    """The lines that introduce a comment.

    Attributes:
        first: The index of the first of its lines.
        body: The index of the line after them.
        author: Who wrote it.
        shape: How it is introduced.
        column: The column that tells how deep it is nested.
        date: When, or None.
        kind: What it is.
        end: The index of the line after its text, where the head stands below that; else None.
    """

    first: int
    body: int
    author: str | None
    shape: Shape
    column: int
    date: ShownDate | None = None
    kind: CommentKind = CommentKind.COMMENT
    end: int | None = None


def find_heads(lines: Sequence[Line], width: int | None, order: DayOrder) -> list[Head]:
    """Every line that could introduce a comment, in order, each line in one head at most."""
    heads: list[Head] = []
    taken = 0
    for at, line in enumerate(lines):
        if at < taken or len(line.text) > HEAD_LENGTH:
            continue
        if width is not None and at and goes_on(lines[at - 1], line, width):
            continue
        head = (
            _ping(lines, at, order)
            or _wrapped(lines, at, width, order)
            or _says(lines, at, order)
            or _name_date(lines, at, order)
            or _name_over_date(lines, at, order)
            or _date_over_name(lines, at, order)
        )
        if head:
            heads.append(head)
            taken = head.body
        elif heads and at > heads[-1].body and is_deleted_notice(line.text):
            heads.append(Head(at, at, None, Shape.DELETED, line.column))
            taken = at + 1
    return heads


def _wrapped(lines: Sequence[Line], at: int, width: int | None, order: DayOrder) -> Head | None:
    """A marked name and date that go over several lines and end with the link that answers."""
    if width is None or not lines[at].mark:
        return None
    end, text = at + 1, lines[at].text
    while end < len(lines) and end - at < MOST_LINES and goes_on(lines[end - 1], lines[end], width):
        before = len(text)
        text = f"{text} {lines[end].text}"
        end += 1
        if name := says(text):
            body, date = _date_below(lines, end, None, order)
            return Head(at, body, name, Shape.SAYS, lines[at].column, date)
        shift = max(0, len(text) - HEAD_LENGTH)
        found = find_date(text[shift:], order=order)
        if found and shift + found.end > before:
            name = _before_reply(text, found)
            if name is None and shift + found.end == len(text):
                name = _name_beside(text[: shift + found.start], "")
            if name:
                return Head(at, end, name, Shape.NAME_DATE, lines[at].column, found.date)
    return None


def _before_reply(text: str, found: FoundDate) -> str | None:
    """All that stands before a date with nothing but a reply link after it: the name, if glued."""
    shift = max(0, len(text) - HEAD_LENGTH)
    before, after = text[: found.start + shift], text[found.end + shift :]
    if not is_reply_line(after.strip(" -–—|·•")) or not before[-2:].strip(" ").isalnum():
        return None
    return bare_name(before) or None


def _ping(lines: Sequence[Line], at: int, order: DayOrder) -> Head | None:
    text = lines[at].text
    label, colon, rest = text.partition(":")
    kind = ping_label(label + colon) if colon else None
    if kind is None:
        words = text.split()
        for size in (2, 1):
            kind = ping_label(" ".join(words[:size])) if len(words) > size else None
            if kind is not None:
                rest = " ".join(words[size:])
                break
    if kind is None or not any(map(str.isalpha, rest)):
        return None
    words = rest.split()
    if fold(words[0]) in {"von", "by", "from", "van", "de", "di", "af", "av", "od"}:
        rest = " ".join(words[1:])
    end = at + 1
    while _wraps(lines, at, end):
        rest = f"{rest} {lines[end].text}"
        end += 1
    found = find_date(rest, order=order)
    date = found.date if found and found.end >= len(rest) - 2 else None
    author = rest[: found.start] if found and date else rest
    body, date = _date_below(lines, end, date, order)
    return Head(at, body, _cut(author) or None, Shape.PING, lines[at].column, date, kind)


def _cut(author: str) -> str:
    author = author.strip(" |·•:,-–—")
    for mark in ("(Trackback)", "(Pingback)"):
        author = author.removesuffix(mark).strip()
    return author


def _wraps(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the title of a ping goes on in this line."""
    if at >= len(lines) or at - start > 4:
        return False
    line, before = lines[at], lines[at - 1]
    flush = line.indent in {before.indent, lines[start].column}
    return flush and not line.mark and not line.gap and 60 <= before.width <= 80


def _says(lines: Sequence[Line], at: int, order: DayOrder) -> Head | None:
    text = lines[at].text
    author = says(text)
    date: ShownDate | None = None
    if author and not text.endswith(_COLONS) and not find_date(text[len(author) :], order=order):
        return None
    if author is None:
        bare = text.rstrip()
        author = _says_without_colon(lines, at, bare, order)
        if author is None:
            author, date = _says_beside_date(text, order)
            if author is None:
                return None
    name = bare_name(author)
    if not name or len(name.split()) > 8:
        return None
    if date is None and (found := find_date(text[len(name) :], order=order)):
        date = found.date
    body, date = _date_below(lines, at + 1, date, order)
    return Head(at, body, name, Shape.SAYS, lines[at].column, date)


def _says_without_colon(lines: Sequence[Line], at: int, text: str, order: DayOrder) -> str | None:
    """The author of "Anna says" or of "Annasays:" over a date line."""
    if len(text) > 80 or at + 1 >= len(lines) or text.endswith((".", "!", "?")):
        return None
    author = says(f"{text}:") or says_glued(text)
    return author if author and date_line(lines[at + 1].text, order) else None


def _says_beside_date(text: str, order: DayOrder) -> tuple[str | None, ShownDate | None]:
    """The author of a line with a says word and a date in any order, else None."""
    found = find_date(text, order=order)
    if not found:
        return None, None
    before, after = text[: found.start].strip(" ,|(-–—:"), text[found.end :].strip(" ,|)-–—")
    author = None
    if before:
        author = says(f"{before}:") if is_noise(after) else None
    elif after.endswith(":"):
        author = says(after)
    return author, found.date if author else None


def _name_date(lines: Sequence[Line], at: int, order: DayOrder) -> Head | None:
    text = lines[at].text
    found = find_date(text, order=order)
    if not found:
        return None
    glued = found.start > 0 and text[found.start - 1].isalnum()  # "AnnaMay 2": no space between
    if _is_vague(found.date) and not glued:
        return None
    name = _before_reply(text, found) or _name_beside(text[: found.start], text[found.end :])
    name = name or _signed(text, found)
    if name is None:
        return None
    return Head(at, at + 1, name, Shape.NAME_DATE, lines[at].column, found.date)


def _signed(text: str, found: FoundDate) -> str | None:
    """The name at the end of "A title, 3 May 2014 at 9:12, by Anna"."""
    if not isinstance(found.date.at, datetime):
        return None
    signed = _after_by(text[found.end :])
    return _plain_name(signed) if signed else None


def _is_vague(date: ShownDate) -> bool:
    """Whether a date is but a day and a month, as sentences have them."""
    words = fold(date.text)
    return date.at is None and ":" not in words and any(map(months().get, words.split()))


def _name_beside(before: str, after: str) -> str | None:
    """The name before a date, or after it where a word or comma joins the two."""
    if any(char.isalpha() for char in before):
        rest = [part for part in SPLIT.split(after) if part.strip()]
        return _plain_name(before) if all(is_noise(part) for part in rest) else None
    signed = _after_by(after)
    if signed is None and _DASH.match(after):
        signed = after
    return _plain_name(signed.strip(" ,|-–—:")) if signed else None


def _after_by(after: str) -> str | None:
    """The name in ", by Anna", or None."""
    words = after.strip(" ,|-–—:)")
    folded = fold(words)
    joined = next((word for word in _BY if folded.startswith(word)), None)
    return re.split(r" [(\[]", words[len(joined) :])[0] if joined else None


def _plain_name(text: str) -> str | None:
    name = bare_name(_SIGNED.split(_COMMENT_BY.sub("", text))[-1])
    folded = fold(name)
    for word in _BY:
        if folded.startswith((word, f"{word[:-1]}:")) and len(folded) > len(word):
            name = name[len(word) :].strip(" :")
            break
    parts = [part for part in SPLIT.split(name) if part and not is_noise(part)]
    name = bare_name(parts[0]) if parts else ""
    name = name.removesuffix(" on").removesuffix(" am").removesuffix(" op").strip()
    stripped = says(f"{name}:")
    name = stripped or name
    return name if name and may_be_name(name) else None


def _name_over_date(lines: Sequence[Line], at: int, order: DayOrder) -> Head | None:
    line = lines[at]
    if at + 1 >= len(lines) or not may_be_name(line.text) or lines[at + 1].gap > 1:
        return None
    if lines[at + 1].mark and not line.mark:
        return None  # the date begins the next item
    if not any(char.isalpha() for char in line.text) or find_date(line.text, order=order):
        return None
    date = date_line(lines[at + 1].text, order)
    body = at + 2
    if date is None and at + 2 < len(lines) and _between(lines[at + 1].text):
        date = date_line(lines[at + 2].text, order)
        body = at + 3
    if date is None:
        return None
    name = _plain_name(line.text)
    if name is None:
        return None
    return Head(at, body, name, Shape.NAME_OVER_DATE, line.column, date)


def _date_over_name(lines: Sequence[Line], at: int, order: DayOrder) -> Head | None:
    """An item of a list that begins with a date and has a name on its second line."""
    line = lines[at]
    if not line.mark or at + 1 >= len(lines) or lines[at + 1].mark or lines[at + 1].gap > 1:
        return None
    date = date_line(line.text, order)
    name = _plain_name(lines[at + 1].text) if date else None
    if name is None or find_date(lines[at + 1].text, order=order):
        return None
    return Head(at, at + 2, name, Shape.DATE_OVER_NAME, line.column, date)


def _between(text: str) -> bool:
    """Whether a line may stand between a name and its date: a reply label, a number, a badge."""
    short = len(text) <= 40 and not text.endswith((".", "!", "?"))
    points = text[:1].isdigit() and len(text.split()) == 2  # "4 points"
    return short and (points or not any(char.isalpha() for char in text) or is_label(text))


def _date_below(
    lines: Sequence[Line], at: int, date: ShownDate | None, order: DayOrder
) -> tuple[int, ShownDate | None]:
    """Where the text begins, and the date from the line before it if that holds nothing else."""
    if date is not None or at >= len(lines):
        return at, date
    below = date_line(lines[at].text, order)
    if below is None:
        return at, None
    return at + 1, below


def count_line(line: Line) -> int | None:
    """The number of comments that a line states, or None."""
    return stated_count(line.text) if len(line.text) <= 250 else None
