"""How many comments a line says there are."""

# ruff: noqa: RUF001 - quotes of many scripts

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.parse.patterns import regex
from tui.parse.words.fold import NUMBER, fold, key, numbered_keys
from tui.parse.words.gate import may_speak_of_comments
from tui.parse.words.labels import LABEL_LENGTH, Labels, fits, marked
from tui.parse.words.languages import LANGUAGES

_QUOTES = "\"'“”„«»「」『』《》〈〉‹›‘’"


_SPACED = regex(r"(?<=[^\0-\u2e7f]) (?=\d)|(?<=\d) (?=[^\0-\u2e7f])")
"""White space around numbers in scripts that write without, as their typographers like it."""

_DIGITS = regex(r"\d+")


class _Counts(NamedTuple):
    """The labels that state a count.

    Attributes:
        whole: Keys with a number.
        titled: What stands before and after the post's title in keys with a number.
        none: Labels that say zero.
        one: Labels that say one.
    """

    whole: frozenset[str]
    titled: tuple[tuple[str, str], ...]
    none: Labels
    one: Labels


@cache
def _counts() -> _Counts:
    whole: set[str] = set()
    titled: set[tuple[str, str]] = set()
    for language in LANGUAGES:
        for label in language.many:
            before, hole, after = label.partition("{title}")
            halves = tuple(marked(half) for half in (before, after))
            if hole:
                titled.add((halves[0], halves[1]))
            else:
                whole.add(marked(label))
        for heading in language.headings:
            words = key(heading)
            whole.update((f"{words} {NUMBER}", f"{NUMBER} {words}", f"{words}{NUMBER}"))
    return _Counts(
        frozenset(whole),
        tuple(sorted(titled)),
        Labels(label for language in LANGUAGES for label in language.none),
        Labels(label for language in LANGUAGES for label in language.one),
    )


def stated_count(text: str) -> int | None:
    """The number of comments that a heading or link states, or None where it is no such line.

    Numbers stand before or after the word ("3 Reacties", "Comments (12)"), in any script's digits,
    with thousands marks; "No comments" is 0 and "One response to “T”" is 1. Sentences that only
    speak of comments give None.
    """
    return read_count(text) if may_speak_of_comments(text) else None


def read_count(text: str) -> int | None:
    """`stated_count` without the cheap look at the line that most lines end at."""
    folded = fold(text)
    if _is_sentence(folded):
        return None
    counts = _counts()
    spellings = (folded,) if folded.isascii() else (folded, _SPACED.sub("", folded))
    for written in dict.fromkeys(spellings):
        for words, number in numbered_keys(written):
            if words in counts.whole or _DIGITS.sub("0", words) in counts.whole:
                return number
            if any(fits(words, *halves) for halves in counts.titled):
                return number
    if len(folded) <= LABEL_LENGTH or any(quote in folded for quote in _QUOTES):
        if folded in counts.none:
            return 0
        if folded in counts.one:
            return 1
    return None


def _is_sentence(folded: str) -> bool:
    """Whether a line ends as a sentence does and quotes no title."""
    ends = folded.endswith((".", ",", ";", "?")) and not folded.endswith("...")
    return ends and len(folded) > 40 and not any(quote in folded for quote in _QUOTES)
