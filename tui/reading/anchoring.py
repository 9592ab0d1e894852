"""Finding again the comment that something was written about, after its page has changed.

What was kept of the comment is compared with the page as it is now: its key first, then its
address, then its author, its date and its words. A key or an address alone does not prove it, since
a site that moved may have given its numbers anew: where both the author and the words are others,
it is another comment. Where two comments fit equally well, neither is taken, and of a site that
numbers its comments, one with another number is taken only if it says the very same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from tui.model import Comment, CommentState, Thread, blocks_text
from tui.reading.naming import bare_permalink
from tui.reading.normalised import normalised

SAME_DAY = 0.5
"""So much of their words two texts share at least, of 1, to be one by an author at one time."""

ANY_DAY = 0.8
"""The same where the times cannot be compared, or are told otherwise (`2 days ago`)."""

FEW_WORDS = 5
"""A text with fewer words than this has to be the same, and of the same time, to be known by it."""

_MANY_WORDS = 8
_NEARLY_ALL = 0.9


_NUMBER = re.compile(r"[^#]*#(?P<series>\D*)(?P<number>[0-9]+)")


class Remembered(Protocol):
    """What was kept of a comment."""

    @property
    def key(self) -> str:
        """Its key then."""

    @property
    def author(self) -> str | None:
        """Who wrote it, or None."""

    @property
    def date(self) -> str:
        """Its date as it was shown, perhaps empty."""

    @property
    def permalink(self) -> str | None:
        """Its address then, or None."""

    @property
    def text(self) -> str:
        """Its plain text then."""


class By(StrEnum):
    """How a comment was found again."""

    KEY = "its key"
    PERMALINK = "its address"
    WORDS = "its author and words"


class Change(StrEnum):
    """What became of a comment; the value goes after `what it answers`."""

    SAME = "is as it was"
    EDITED = "was edited"
    DELETED = "was deleted"
    ELSEWHERE = "is not among the comments here"  # of which there are more elsewhere
    GONE = "is gone"


class Anchored(Struct, frozen=True):
    """Where a comment is now.

    Attributes:
        index: Its index in the thread, or None where it is not there.
        by: How it was found, or None.
        change: What became of it.
    """

    index: int | None
    by: By | None
    change: Change

    @property
    def moved(self) -> bool:
        """Whether it is there under another key."""
        return self.by not in (None, By.KEY)

    @property
    def changed(self) -> bool:
        """Whether a reader should know that it is not as it was."""
        return self.change is not Change.SAME


def text_now(comment: Comment) -> str:
    """What is compared with the words that were kept of a comment."""
    return blocks_text(comment.blocks)


class Anchoring:
    """A thread in which comments are found again; for many of them at once."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self._counted: dict[int, Counter[str]] = {}

    def find(self, kept: Remembered) -> Anchored:
        """Where a comment is now, and what became of it."""
        anew = False  # whether the numbers of comments were given anew
        for by, index in self._named(kept):
            if _is_another(kept, self.thread.comments[index]):
                anew = True
                continue
            other = None
            if not self._says(kept, index, SAME_DAY):
                other = self._by_words(kept, anew=True)
            if other is not None and self._says(kept, other, _NEARLY_ALL):
                return self._anchored(kept, By.WORDS, other)
            return self._anchored(kept, by, index)
        found = self._by_words(kept, anew=anew)
        if found is not None:
            return self._anchored(kept, By.WORDS, found)
        return Anchored(None, None, Change.GONE if _is_whole(self.thread) else Change.ELSEWHERE)

    def _named(self, kept: Remembered) -> Iterator[tuple[By, int]]:
        """The comment with a comment's key, and the one with its address."""
        index = self.thread.index_of(kept.key)
        if index is not None:
            yield By.KEY, index
        found = self._at(kept.permalink) if kept.permalink else []
        if len(found) == 1:
            yield By.PERMALINK, found[0]

    def find_address(self, key: str | None, permalink: str | None) -> int | None:
        """The index of the comment with a key, else of the only one with an address."""
        index = None if key is None else self.thread.index_of(key)
        if index is None and permalink:
            found = self._at(permalink)
            index = found[0] if len(found) == 1 else None
        return index

    def _anchored(self, kept: Remembered, by: By, index: int) -> Anchored:
        return Anchored(index, by, _change(kept, self.thread.comments[index]))

    def _says(self, kept: Remembered, index: int, least: float) -> bool:
        """Whether a comment shares so much of its words with what was kept."""
        return _shared(_words(kept.text), self._words_of(index)) >= least

    def _at(self, permalink: str) -> list[int]:
        """The indexes of the comments with an address."""
        page, fragment = bare_permalink(permalink)
        found = self._permalinks.get((page, fragment), [])
        if found or not fragment:
            return found
        # One of the two may be of a page without an address.
        same = self._fragments.get(fragment, ())
        return [index for where, index in same if not (where and page)]

    def _by_words(self, kept: Remembered, *, anew: bool) -> int | None:
        """The one comment by the same author whose time and words fit best.

        Args:
            kept: What was kept of the comment.
            anew: Whether the numbers of comments were given anew, so that they tell nothing.
        """
        if not kept.text.strip():
            return None
        words = _words(kept.text)
        scored = [
            (score, index)
            for index in self._authors.get(_name(kept.author), ())
            if (score := self._likeness(kept, words, index, anew=anew)) is not None
        ]
        scored.sort(reverse=True)
        if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return None
        return scored[0][1]

    def _likeness(
        self, kept: Remembered, words: Counter[str], index: int, *, anew: bool
    ) -> float | None:
        """How well a comment's time and words fit, or None where they do not."""
        comment = self.thread.comments[index]
        now = self._words_of(index)
        shared = _shared(words, now)
        shown = comment.date.text if comment.date else ""
        same_time = bool(kept.date) and _alike(kept.date, shown)
        few = min(words.total(), now.total()) < FEW_WORDS
        uncertain = words != now or (few and not _is_whole(self.thread))
        if uncertain and not anew and _is_numbered_otherwise(kept, comment):
            return None
        if few and (words != now or not (same_time or not kept.date or not shown)):
            return None
        if shared < (SAME_DAY if same_time else ANY_DAY):
            return None
        if kept.author is None and not same_time and words != now:
            return None
        return shared + same_time

    def _words_of(self, index: int) -> Counter[str]:
        found = self._counted.get(index)
        if found is None:
            found = self._counted[index] = _words(text_now(self.thread.comments[index]))
        return found

    @cached_property
    def _permalinks(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for index, comment in enumerate(self.thread.comments):
            if comment.permalink:
                found.setdefault(bare_permalink(comment.permalink), []).append(index)
        return found

    @cached_property
    def _fragments(self) -> dict[str, list[tuple[str, int]]]:
        """The pages and the indexes of the comments, by the fragments of their addresses."""
        found: dict[str, list[tuple[str, int]]] = {}
        for (page, fragment), indexes in self._permalinks.items():
            found.setdefault(fragment, []).extend((page, index) for index in indexes)
        return found

    @cached_property
    def _authors(self) -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = {}
        for index, comment in enumerate(self.thread.comments):
            found.setdefault(_name(comment.author), []).append(index)
        return found


def _is_numbered_otherwise(kept: Remembered, comment: Comment) -> bool:
    """Whether a site that numbers its comments gave a comment another number.

    It is another one then, much as its author may repeat himself, unless all were numbered anew.
    """
    numbers = [_NUMBER.fullmatch(link or "") for link in (kept.permalink, comment.permalink)]
    first, second = numbers
    if first is not None and second is not None:
        return first["series"] == second["series"] and first["number"] != second["number"]
    return kept.key.isdecimal() and comment.key.isdecimal() and kept.key != comment.key


def _is_another(kept: Remembered, comment: Comment) -> bool:
    """Whether a comment with the key or the address of one that was kept is not that one."""
    if comment.state is CommentState.DELETED or not (kept.author and comment.author):
        author_tells = False
    else:
        author_tells = _name(kept.author) != _name(comment.author)
    if not author_tells:
        return False
    return _shared(_words(kept.text), _words(text_now(comment))) < SAME_DAY


def _change(kept: Remembered, comment: Comment) -> Change:
    now = text_now(comment)
    if comment.state is CommentState.DELETED:
        return Change.DELETED
    if not kept.text.strip() or kept.text.split() == now.split():
        return Change.SAME
    return Change.EDITED


def _name(author: str | None) -> str | None:
    return normalised(author) if author else None


def _alike(first: str, second: str) -> bool:
    return normalised(first) == normalised(second)


def _words(text: str) -> Counter[str]:
    return Counter(normalised(text).split())


def _is_whole(thread: Thread) -> bool:
    """Whether all comments of a page are in a thread, as far as the page tells."""
    return not thread.more and not thread.remote and (thread.stated_count or 0) <= len(thread)


def _shared(first: Counter[str], second: Counter[str]) -> float:
    """How much of their words two texts share: 0 for none, 1 for all.

    A text of some length that stands nearly whole in the other counts for as much, since people
    add to what they wrote.
    """
    common = (first & second).total()
    shorter, both = min(first.total(), second.total()), first.total() + second.total()
    if not common:
        return 0.0
    if shorter >= _MANY_WORDS and common >= _NEARLY_ALL * shorter:
        return common / shorter
    return 2 * common / both
