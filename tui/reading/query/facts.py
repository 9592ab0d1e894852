"""What is known of the comments of a thread when a filter asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cached_property
from weakref import finalize

from msgspec import Struct

from tui.model import Comment, Thread, blocks_text
from tui.reading.normalised import normalised
from tui.reading.query.features import Feature, features_of
from tui.reading.states import ReadState
from tui.reading.times import Period, ages_of, period_of

States = Callable[[int], ReadState]
"""What tells whether a comment, by its index, was read."""


class ThreadText:
    """What filters compare of a thread's comments, by index; each list is made when needed."""

    def __init__(self, thread: Thread) -> None:
        self._comments = thread.comments

    @cached_property
    def texts(self) -> list[str]:
        """The words, normalised."""
        return [normalised(blocks_text(comment.blocks)) for comment in self._comments]

    @cached_property
    def authors(self) -> list[str]:
        """The authors' names, normalised; empty where there is none."""
        return [normalised(comment.author or "") for comment in self._comments]

    @cached_property
    def periods(self) -> list[Period | None]:
        """When they were written, as the page shows it."""
        return [period_of(_at(comment)) for comment in self._comments]

    @cached_property
    def features(self) -> list[Feature]:
        """What they hold besides words."""
        return [features_of(comment.blocks) for comment in self._comments]

    @cached_property
    def lengths(self) -> list[int]:
        """How many words they have."""
        return [len(text.split()) for text in self.texts]


class Facts(Struct, frozen=True, dict=True):
    """What a filter may ask of a thread.

    Attributes:
        thread: The thread.
        states: Tells whether a comment was read.
        names: The reader's own names.
        drafted: The keys of the comments to which there are drafts.
        now: The moment, with a zone.
    """

    thread: Thread
    states: States
    names: tuple[str, ...]
    drafted: frozenset[str]
    now: datetime

    @cached_property
    def text(self) -> ThreadText:
        """What filters compare; it is made once a thread, however many filters ask."""
        return _text_of(self.thread)

    @cached_property
    def own(self) -> frozenset[str]:
        """The reader's own names, normalised."""
        return frozenset(filter(None, map(normalised, self.names)))

    @cached_property
    def ages(self) -> list[tuple[timedelta, timedelta] | None]:
        """How old the comments are at least and at most."""
        return [ages_of(_at(comment), self.now) for comment in self.thread.comments]

    def by_me(self, index: int) -> bool:
        """Whether the reader wrote a comment."""
        return self.text.authors[index] in self.own


_texts: dict[int, ThreadText] = {}


def _text_of(thread: Thread) -> ThreadText:
    """The text of a thread, kept as long as the thread; known by identity, as it is big."""
    text = _texts.get(id(thread))
    if text is None:
        text = _texts[id(thread)] = ThreadText(thread)
        finalize(thread, _texts.pop, id(thread), None)
    return text


def _at(comment: Comment) -> datetime | date | None:
    return comment.date.at if comment.date is not None else None
