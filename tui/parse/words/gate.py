"""A cheap look at a line before the recognisers of headings, counts and form titles."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.parse.patterns import regex
from tui.parse.words.fold import NUMBER, fold, key
from tui.parse.words.languages import LANGUAGES

MAX_LENGTH = 250
"""A label with the post's title in it is no longer than this many characters."""

_WORD = regex(r"[^\W\d_\u3000-\U0010ffff]+")
_SPACELESS = regex(r"[^\W\d_\u0000-\u2fff]+")
_HOLE = regex(r"\{(?:name|title)\}")


class _Needed(NamedTuple):
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
    words: dict[str, set[frozenset[str]]] = {}
    parts: set[str] = set()
    for language in LANGUAGES:
        labels = language.none + language.one + language.many + language.headings + language.form
        for label in labels:
            shown = key(_HOLE.sub(" ", label.replace("{n}", " ")))
            if glued := _SPACELESS.findall(shown):
                parts.add(max(glued, key=len))
            else:
                own = _WORD.findall(shown)
                number = {NUMBER} if "{n}" in label else set()
                words.setdefault(max(own, key=len), set()).add(frozenset(own) | number)
    return _Needed({longest: tuple(sets) for longest, sets in words.items()}, tuple(sorted(parts)))


def may_speak_of_comments(line: str) -> bool:
    """Whether a line can head a thread, state its count or title its form; some others pass, too.

    It is False only where `is_comments_heading` and `is_form_title` are False and `stated_count` is
    None, at a fraction of their cost.
    """
    if len(line) > MAX_LENGTH:
        return False
    folded = fold(line)
    needed = _needed()
    words = set(_WORD.findall(folded))
    known = words & needed.words.keys()
    if known and any(map(str.isdecimal, folded)):
        words.add(NUMBER)
    if any(own <= words for word in known for own in needed.words[word]):
        return True
    return not folded.isascii() and any(part in folded for part in needed.parts)
