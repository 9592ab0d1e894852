"""Whether a page may hold comments at all: a look of a tenth of a millisecond at most pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.general.buttons import MAX_LABEL, is_reply_line
from tui.parse.threads.general.lines import line_in, lines_of, texts_of
from tui.parse.words import (
    is_comments_heading,
    is_form_title,
    may_speak_of_comments,
    stated_count,
)
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import SPACELESS
from tui.parse.words.language import Language

MAX_HEADING = 200
"""Headings are no longer than this many characters."""

MAX_HEADINGS = 200
"""How many headings are read for a sign of comments."""

MIN_BUTTONS = 3
"""So many reply buttons are a thread without any name or heading."""

MAX_BUTTONS = 500
"""How many buttons are read for a sign of comments."""

STEMS = (
    *("omment", "omentar", "omentár", "eply", "eplies", "iscuss", "onversa", "eacti", "ntwort"),
    *("espuest", "espost", "hread", "orum", "uestbook", "opini"),
)
"""What class names and ids of comments hold, without first letters that may be capitals."""

HEADINGS = "h2, h3, h4, h5, legend"
PRESSED = "button"
"""What stands over comments and their form, and what answers one."""

_WORD = regex(r"[^\W\d_]+")


def may_hold_thread(document: Document) -> bool:
    """Whether anything on a page hints at comments: a name, a heading or buttons to reply."""
    return (
        any(map(document.marks.has_named, STEMS))
        or is_headed(document.tree.css(HEADINGS))
        or is_answered(document.tree.css(PRESSED))
    )


def is_headed(headings: Sequence[LexborNode]) -> bool:
    """Whether one of the headings is that of comments or of the form that takes them."""
    texts = texts_of(headings[:MAX_HEADINGS], MAX_HEADING)
    if not may_head("\n".join(texts)):
        return False
    return any(may_head(text) and speaks_of_comments(line_in(text, MAX_HEADING)) for text in texts)


def may_head(text: str) -> bool:
    """Whether a text has a word of a heading of comments, or no words that white space divides."""
    if not _words_of_headings().isdisjoint(_WORD.findall(text.lower())):
        return True
    return not text.isascii() and max(text) >= SPACELESS


def is_answered(buttons: Sequence[LexborNode]) -> bool:
    """Whether several of the buttons answer somebody."""
    pressed = buttons[:MAX_BUTTONS]
    if len(pressed) < MIN_BUTTONS:
        return False
    return sum(map(is_reply_line, lines_of(pressed, MAX_LABEL))) >= MIN_BUTTONS


@cache
def _words_of_headings() -> frozenset[str]:
    """The words one of which every heading of comments holds in a script with spaces."""
    return frozenset(_kept_words())


@ahead
def _kept_words(languages: tuple[Language, ...]) -> list[str]:
    """The words of headings, as they are kept."""
    labels = (
        label
        for table in languages
        for label in (*table.none, *table.one, *table.many, *table.headings, *table.form)
    )
    words_of = (_WORD.findall(_bare(label)) for label in labels)
    return sorted({max(words, key=len) for words in words_of if words})


def _bare(label: str) -> str:
    return re.sub(r"\{\w+\}", " ", label).lower()


@lru_cache(maxsize=8_192)
def speaks_of_comments(line: str) -> bool:
    """Whether a line is the heading of comments or of the form that takes them."""
    return (
        0 < len(line) <= MAX_HEADING
        and may_speak_of_comments(line)
        and (is_comments_heading(line) or stated_count(line) is not None or is_form_title(line))
    )
