"""The buttons of a comment, told by their labels in all languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.general.lines import lines_of
from tui.parse.threads.nodes import select
from tui.parse.words import is_action_label, is_reply_label
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import SPACELESS
from tui.parse.words.language import Language

MAX_LABEL = 60
"""The label of a button is no longer than this many characters."""

MAX_BUTTONS = 200_000
"""Links and buttons beyond this many are not looked at."""

_BUTTONS = "a, button, [role='button']"
_WORD = regex(r"[^\W\d_]+")


def buttons_in(scope: LexborNode) -> tuple[list[LexborNode], list[LexborNode]]:
    """The links and buttons of a part of a page that answer a comment, and all that act on one."""
    nodes = select(scope, _BUTTONS)[:MAX_BUTTONS]
    labelled = list(zip(nodes, lines_of(nodes, MAX_LABEL), strict=True))
    acting = [(node, line) for node, line in labelled if is_button_line(line)]
    return [node for node, line in acting if is_reply_line(line)], [node for node, _ in acting]


@lru_cache(maxsize=4_096)
def is_button_line(line: str) -> bool:
    """Whether a label answers, reports, likes or edits a comment."""
    return _may_be(line) and (is_reply_label(line) or is_action_label(line))


@lru_cache(maxsize=4_096)
def is_reply_line(line: str) -> bool:
    """Whether a label answers a comment."""
    return _may_be(line) and is_reply_label(line)


def _may_be(line: str) -> bool:
    """Whether a line holds a word that a label of a button holds: most links do not."""
    if not line:
        return False
    known = not _words().isdisjoint(_WORD.findall(line.lower()))
    return known or max(line) >= SPACELESS


@cache
def _words() -> frozenset[str]:
    """The words one of which every label of a button holds in a script with spaces."""
    return frozenset(_kept_words())


@ahead
def _kept_words(languages: tuple[Language, ...]) -> list[str]:
    """The words of buttons, as they are kept."""
    labels = (
        re.sub(r"\{\w+\}", " ", label).lower()
        for table in languages
        for label in (*table.reply, *table.answers, *table.actions)
    )
    return sorted({max(words, key=len) for label in labels if (words := _WORD.findall(label))})
