"""A cheap look at a line before the recognisers of headings, counts and form titles."""

from __future__ import annotations

from functools import cache
from typing import TypedDict

from msgspec import Struct

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import NUMBER, fold, key
from tui.parse.words.language import Language

MAX_LENGTH = 250
"""A label with the post's title in it is no longer than this many characters."""

_LETTERS = regex(r"[^\W\d_]+")
_SPACED = regex(r"[^\W\d_\u3000-\U0010ffff]+")
_SPACELESS = regex(r"[^\W\d_\u0000-\u2fff]+")
_HOLE = regex(r"\{(?:name|title)\}")


class _Needed(Struct, frozen=True):
    """What a line must hold to be one of the labels.

    Attributes:
        words: By the longest word of a label, all words of the labels that have it; a number is
            the word "#".
        parts: Of labels in scripts without spaces, the longest part that the line must hold.
    """

    words: dict[str, tuple[frozenset[str], ...]]
    parts: tuple[str, ...]


@cache
def _needed() -> _Needed:
    kept = _kept_needed()
    words = {longest: tuple(map(frozenset, sets)) for longest, sets in kept["words"].items()}
    return _Needed(words, tuple(kept["parts"]))


class _KeptNeeded(TypedDict):
    words: dict[str, list[list[str]]]
    parts: list[str]


@ahead
def _kept_needed(languages: tuple[Language, ...]) -> _KeptNeeded:
    """What a line must hold, as it is kept."""
    words: dict[str, set[frozenset[str]]] = {}
    parts: set[str] = set()
    for language in languages:
        labels = language.none + language.one + language.many + language.headings + language.form
        for label in labels:
            shown = key(_HOLE.sub(" ", label.replace("{n}", " ")))
            if glued := _SPACELESS.findall(shown):
                parts.add(max(glued, key=len))
            else:
                own = _words(shown)
                number = {NUMBER} if "{n}" in label else set()
                words.setdefault(max(own, key=len), set()).add(frozenset(own) | number)
    return _KeptNeeded(
        words={longest: sorted(map(sorted, sets)) for longest, sets in words.items()},
        parts=sorted(parts),
    )


def _words(text: str) -> list[str]:
    """The words of scripts with spaces."""
    spaceless = max(text, default="") >= "\u3000"
    return _SPACED.findall(text) if spaceless else _LETTERS.findall(text)


def may_speak_of_comments(line: str) -> bool:
    """Whether a line can head a thread, state its count or title its form; some others pass, too.

    It is False only where `is_comments_heading` and `is_form_title` are False and `stated_count` is
    None, at a fraction of their cost.
    """
    if len(line) > MAX_LENGTH:
        return False
    folded = fold(line)
    needed = _needed()
    words = set(_words(folded))
    known = words & needed.words.keys()
    if known and any(map(str.isdecimal, folded)):
        words.add(NUMBER)
    if any(own <= words for word in known for own in needed.words[word]):
        return True
    return not folded.isascii() and any(part in folded for part in needed.parts)
