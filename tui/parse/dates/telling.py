"""What a line says of the date in it: that something was published then, or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import SPACELESS, by_letter, fold
from tui.parse.words.language import Language

_MARKS = "-|\u2013\u2014\u00b7\u2022([ "
_FIRST = regex(r"\b(?:first|origina|zuerst|erstv|oorspronkelijk|f[øö]rst)")
_LONGEST = 60
"""The words that tell are among so many characters at a line's beginning."""


@lru_cache(maxsize=4_096)  # the elements around a line begin with the same words
def tells_change(line: str) -> bool:
    """Whether a line begins as those do that say when a page was last changed."""
    return _begins(_start(line), _changes())


@lru_cache(maxsize=4_096)
def tells_publication(line: str) -> bool:
    """Whether a line begins as those do that say when an article was published.

    Such are "Posted on 3 May" and the sentences that WordPress's themes write below posts: "This
    entry was posted on 3 May and is filed under Bread."
    """
    start = _start(line)
    return _begins(start, _publications()) and not _begins(start, _changes())


def tells_first(line: str) -> bool:
    """Whether a line that says when something was published says that it was so first."""
    return _FIRST.search(line[:_LONGEST].lower()) is not None


def _start(line: str) -> str:
    return fold(line[:_LONGEST]).lstrip(_MARKS)


def _begins(start: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a line begins with one of some words, by their first letters."""
    return any(_is_whole(word, start) for word in words.get(start[:1], ()))


def _is_whole(word: str, start: str) -> bool:
    """Whether a line begins with a word, and no letter follows that makes another one of it."""
    if not start.startswith(word):
        return False
    after = start[len(word) : len(word) + 1]
    return word[-1] >= SPACELESS or not (after.isalnum() or after == "_")


@cache
def _changes() -> dict[str, tuple[str, ...]]:
    return by_letter(_changed())


@cache
def _publications() -> dict[str, tuple[str, ...]]:
    return by_letter(_published())


@ahead
def _changed(languages: tuple[Language, ...]) -> list[str]:
    return sorted({fold(words) for table in languages for words in table.changed})


@ahead
def _published(languages: tuple[Language, ...]) -> list[str]:
    return sorted({fold(words) for table in languages for words in table.published})
