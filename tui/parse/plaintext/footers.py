"""Lines that say nothing of their own: dates alone, links and buttons under a comment."""

# ruff: noqa: RUF001 - dashes of many kinds

from __future__ import annotations

import re

from tui.model import ShownDate
from tui.parse.dates import DayOrder, find_date
from tui.parse.dates.clock import TIME
from tui.parse.patterns import regex
from tui.parse.words import (
    answered_name,
    is_action_label,
    is_post_author_mark,
    is_reply_label,
    is_unfold_label,
)
from tui.parse.words.fold import fold

HEAD_LENGTH = 160
"""No line that introduces a comment is longer than this many characters."""

SPLIT = regex(r"\s*(?:[|·•/#]|\s[–—-]\s|\s-$)\s*|\s{2,}")
_GLUED = regex(r"(?<=[a-zà-ÿ\d])(?=[A-Z])")  # "ReplyDelete": two links without a space


def date_line(text: str, order: DayOrder) -> ShownDate | None:
    """The date of a line that holds nothing else but labels and marks, or None."""
    if len(text) > HEAD_LENGTH:
        return None
    found = find_date(text, order=order)
    if not found:
        first, _, rest = _GLUED.sub(" ", text).partition(" ")
        brief = find_date(first, order=order) if len(first) < 6 and is_noise(rest) else None
        return brief.date if brief else None
    rest = f"{text[: found.start]} | {text[found.end :]}"
    parts = SPLIT.split(rest)
    return found.date if all(is_noise(part) or _is_date(part) for part in parts) else None


def _is_date(part: str) -> bool:
    """Whether a part of a line is a second form of its date: "(3 weeks ago)"."""
    words = part.strip(" ().,")
    found = find_date(words)
    return found is not None and found.start == 0 and found.end == len(words)


def is_noise(part: str) -> bool:
    """Whether a part of a line holds only labels and marks."""
    words = part.strip(" ().,:;|·•#@→↓↑»«-–—")
    return (
        not any(char.isalpha() for char in words)
        or is_reply_label(words)
        or is_action_label(words)
        or is_post_author_mark(words)
        or _labels_run(words)
    )


def _labels_run(words: str) -> bool:
    """Whether a text is a row of labels without marks between them: "Reply Quote Report"."""
    parts = _GLUED.sub(" ", words).split()
    if len(parts) > 8:
        return False
    at = 0
    while at < len(parts):
        for size in range(min(4, len(parts) - at), 0, -1):
            piece = " ".join(parts[at : at + size])
            known = is_reply_label(piece) or is_action_label(piece) or _is_mark(piece)
            if known and len(piece) < 40:
                at += size
                break
        else:
            return False
    return bool(parts)


def _is_mark(piece: str) -> bool:
    return not any(char.isalpha() for char in piece) or fold(piece) in _PERMANENT


_PERMANENT = frozenset(
    [
        "permalink",
        "permanenter",
        "permalien",
        "permanent",
        "link",
        "says",
        "#",
        "parent",
        "prev",
        "next",
        "root",
        "context",
    ]
)


def is_footer(text: str) -> bool:
    """Whether a line holds only the links and buttons under a comment."""
    if len(text) > HEAD_LENGTH:
        return False
    words = text.strip(" ().,:;|·•#@→↓↑»«-–—/↩")
    if answered_name(words) is not None:
        return False
    label = is_reply_label(words) or is_action_label(words) or is_unfold_label(words)
    clock = TIME.fullmatch(words) if words[:1].isdigit() else None
    return (
        label
        or (clock is not None and clock["minute"] is not None)
        or (bool(words) and _labels_run(words))
    )


def is_reply_line(text: str) -> bool:
    """Whether a line is, or begins or ends with, the link that answers a comment."""
    if len(text) > 80:
        return False
    if is_reply_label(text):
        return answered_name(text) is None
    parts = [part for part in re.split(r"[\s|·•/↓→()]+", _GLUED.sub(" ", text)) if part]
    return bool(parts) and is_footer(text) and any(map(is_reply_label, parts))
