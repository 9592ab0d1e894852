"""A save's lines with their place on the page, cleaned of what text browsers add."""

# ruff: noqa: RUF001 - bullets of many kinds

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from tui.parse.clean import clean, clean_line
from tui.parse.dates import find_date
from tui.parse.patterns import regex
from tui.parse.plaintext.references import split_references
from tui.parse.words import is_deleted_notice

MAX_COLUMN = 400
"""Deeper indents than this are all one."""

_MARKER = regex(r"(?P<mark>[*+•·▪◦□☆○●■–-]|[o#@=](?= |$)|\d{1,5}[.)])(?:\s+|$)")
_CONTROLS = regex(
    r"\((?:BUTTON|comment|report)\) ?|\[INS:|:INS\]|\[DEL:|:DEL\]|IFRAME: \S+|^\s*\[_+\]\s*$"
    r"|\[[\w.%-]{1,80}\.(?:jpe?g|png|gif|svg|webp|bmp)\]"
    r"|^\s*(?:_{3,}|[─━]{3,})\s*$|^\s*\[ *\]\s*$",
    re.IGNORECASE,
)
_MARKS = regex(r"[\[(_─━]|IF")
_PICTURE = regex(r"(?P<before>\s*(?:\S{1,6}\s+)?)(?:\[[^\W\d]\]\s*|\[[\w.%+-]{2,24}\]\s*)+$")


class Line(Struct, frozen=True):
    """A line of a save that is not blank.

    Attributes:
        text: Its words on one line, without bullet or number.
        raw: Its characters without the line end, for preformatted text.
        indent: The column of its first character.
        column: The column of its words, behind the bullet.
        mark: Its bullet or number, perhaps empty.
        width: The column after its last character.
        gap: How many blank lines stand before it.
        links: The links that a text browser numbered: the words up to the next, and its address.
    """

    text: str
    raw: str
    indent: int
    column: int
    mark: str
    width: int
    gap: int
    links: tuple[tuple[str, str], ...] = ()


def read_lines(text: str) -> list[Line]:
    """The lines of a save that are not blank, in order.

    The numbers of links and the list of their addresses are taken out, as are the
    placeholders of buttons, frames and pictures. A bullet on a line of its own marks the next line.
    """
    rows, references = split_references(clean(text).expandtabs(8).split("\n"))
    lines: list[Line] = []
    gap = 0
    pending: Line | None = None
    for shown in rows:
        row, links = references.taken_out(shown)
        raw = _without_controls(row) if _MARKS.search(row) else row
        raw = raw.rstrip().replace("\u00a0", " ")
        words = clean_line(raw)
        if not words:
            gap += 1
            continue
        line = _line(raw, words, gap, links, cells(shown.rstrip()) if links else None)
        gap = 0
        if not line.text:  # a bullet alone
            pending = line
            continue
        if pending and line.mark:
            pending = None
        lines.append(_marked(line, pending))
        pending = None
    return lines


def _without_controls(row: str) -> str:
    """A row without what stands for buttons, fields, frames, rules and pictures without words."""
    row = _CONTROLS.sub("", row).rstrip()
    match = _PICTURE.fullmatch(row)
    if match and _is_bullet(match["before"]) and not is_deleted_notice(row):
        return match["before"]
    return row


def _is_bullet(before: str) -> bool:
    return not before.strip() or bool(_MARKER.fullmatch(before.strip()))


def _line(
    raw: str, words: str, gap: int, links: tuple[tuple[str, str], ...], width: int | None
) -> Line:
    indent = min(len(raw) - len(raw.lstrip()), MAX_COLUMN)
    match = _MARKER.match(words)
    width = cells(raw) if width is None else width
    if match and match["mark"][0].isdigit() and _starts_with_date(words):
        match = None  # "4. Oktober 2015"
    if match and (match["mark"] not in {"o", "-", "–", "#", "@", "="} or indent):
        column = indent + match.end() if match.end() < len(words) else indent + match.end() + 1
        return Line(words[match.end() :], raw, indent, column, match["mark"], width, gap, links)
    return Line(words, raw, indent, indent, "", width, gap, links)


def _starts_with_date(words: str) -> bool:
    found = find_date(words[:60])
    return found is not None and found.start == 0 and found.date.at is not None


def _marked(line: Line, pending: Line | None) -> Line:
    """A line with the bullet that stood above it."""
    if pending is None:
        return line
    return replace(
        line,
        indent=pending.indent,
        column=pending.column,
        mark=pending.mark,
        gap=line.gap + pending.gap,
    )


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def hard_width(lines: list[Line]) -> int | None:
    """The column at which a save's lines were wrapped, or None where paragraphs are whole lines."""
    widths = sorted(line.width for line in lines)
    if len(widths) < 4 or widths[-1] > 250:
        return None
    edge = widths[-1]
    full = sum(width >= edge * 0.8 for width in widths)
    return edge if full >= max(3, len(widths) // 12) and edge >= 30 else None
