"""The buttons of a comment, told by their labels in all languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.general.lines import line_in, texts_of
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


class Buttons:
    """The links and buttons of a page.

    Args:
        tree: The page.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._nodes = select(tree, _BUTTONS)[:MAX_BUTTONS]
        self._texts = texts_of(self._nodes, MAX_LABEL)

    @cached_property
    def replies(self) -> list[LexborNode]:
        """Those that answer a comment."""
        may_be = _holds_any(_words_of_replies(), "\n".join(self._texts))
        return self._labelled(is_reply_line) if may_be else []

    @cached_property
    def acting(self) -> list[LexborNode]:
        """Those that answer, report, like or edit one."""
        return self._labelled(is_button_line)

    def _labelled(self, is_label: Callable[[str], bool]) -> list[LexborNode]:
        pairs = zip(self._nodes, self._texts, strict=True)
        return [node for node, text in pairs if is_label(line_in(text, MAX_LABEL))]


@lru_cache(maxsize=4_096)
def is_button_line(line: str) -> bool:
    """Whether a label answers, reports, likes or edits a comment."""
    return is_reply_line(line) or (_holds_any(_words_of_actions(), line) and is_action_label(line))


@lru_cache(maxsize=4_096)
def is_reply_line(line: str) -> bool:
    """Whether a label answers a comment."""
    return _holds_any(_words_of_replies(), line) and is_reply_label(line)


def _holds_any(words: frozenset[str], text: str) -> bool:
    """Whether a text has one of some words, or words that white space does not divide."""
    if not words.isdisjoint(_WORD.findall(text.lower())):
        return True
    return not text.isascii() and max(text) >= SPACELESS


@cache
def _words_of_replies() -> frozenset[str]:
    """The words one of which every button that answers holds in a script with spaces."""
    return frozenset(_kept_words()["reply"])


@cache
def _words_of_actions() -> frozenset[str]:
    """The words one of which every other button holds in such a script."""
    return frozenset(_kept_words()["actions"])


@ahead
def _kept_words(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """The words of buttons, as they are kept."""
    return {
        "reply": _longest(label for table in languages for label in (*table.reply, *table.answers)),
        "actions": _longest(label for table in languages for label in table.actions),
    }


def _longest(labels: Iterable[str]) -> list[str]:
    bare = (re.sub(r"\{\w+\}", " ", label).lower() for label in labels)
    return sorted({max(words, key=len) for label in bare if (words := _WORD.findall(label))})
