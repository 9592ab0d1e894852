"""How many comments a line says there are."""

# ruff: noqa: RUF001 - quotes of many scripts

from __future__ import annotations

from functools import cache
from typing import TypedDict

from msgspec import Struct

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import NUMBER, SPACELESS, fold, key, numbered_keys
from tui.parse.words.gate import may_speak_of_comments
from tui.parse.words.labels import LABEL_LENGTH, fits, labels, marked
from tui.parse.words.language import Language

_QUOTES = "\"'“”„«»「」『』《》〈〉‹›‘’"


_SPACED = regex(r"(?<=[^\0-\u2e7f]) (?=\d)|(?<=\d) (?=[^\0-\u2e7f])")
"""White space around numbers in scripts that write without, as their typographers like it."""

_DIGITS = regex(r"\d+")


class _Counts(Struct, frozen=True):
    """The labels that state a count.

    Attributes:
        whole: Keys with a number.
        titled: What stands before and after the post's title in keys with a number.
    """

    whole: frozenset[str]
    titled: list[tuple[str, str]]


@cache
def _counts() -> _Counts:
    kept = _kept_counts()
    return _Counts(frozenset(kept["whole"]), kept["titled"])


class _KeptCounts(TypedDict):
    whole: list[str]
    titled: list[tuple[str, str]]


@ahead
def _kept_counts(languages: tuple[Language, ...]) -> _KeptCounts:
    """The labels that state a count, as they are kept."""
    whole: set[str] = set()
    titled: set[tuple[str, str]] = set()
    for language in languages:
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
    return _KeptCounts(whole=sorted(whole), titled=sorted(titled))


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
    spaceless = max(folded, default="") >= SPACELESS
    spellings = (folded, _SPACED.sub("", folded)) if spaceless else (folded,)
    for written in dict.fromkeys(spellings):
        for words, number in numbered_keys(written):
            if words in counts.whole or _DIGITS.sub("0", words) in counts.whole:
                return number
            if any(fits(words, *halves) for halves in counts.titled):
                return number
    if len(folded) <= LABEL_LENGTH or any(quote in folded for quote in _QUOTES):
        if folded in labels("none"):
            return 0
        if folded in labels("one"):
            return 1
    return None


def _is_sentence(folded: str) -> bool:
    """Whether a line ends as a sentence does and quotes no title."""
    ends = folded.endswith((".", ",", ";", "?")) and not folded.endswith("...")
    return ends and len(folded) > 40 and not any(quote in folded for quote in _QUOTES)
