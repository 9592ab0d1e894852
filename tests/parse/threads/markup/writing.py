"""What a writer of markup is given, and what many of them need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import escape


@dataclass(frozen=True)
class Sample:
    """A comment that is to be written and read back.

    Attributes:
        number: Its id, unique in the thread, from 1 on; in reading order but with gaps.
        parent: The place in the thread of the comment it answers, or None.
        depth: How deep it stands, 0 at top level.
        author: Its writer, or None.
        at: When.
        words: Its paragraphs.
    """

    number: int
    parent: int | None
    depth: int
    author: str | None
    at: datetime
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The author, escaped for HTML; empty where there is none."""
        return escape(self.author or "")

    @property
    def body(self) -> str:
        """The paragraphs as HTML."""
        return "".join(f"<p>{escape(words)}</p>" for words in self.words)


Thread = Sequence[Sample]


@dataclass(frozen=True)
class Markup:
    """How a system writes threads.

    Attributes:
        system: The system's name.
        write: A page with a thread.
        threaded: Whether it tells which comment another answers.
        dated: Whether it tells the day.
        nameless: Whether it can write a comment without a name.
        key: What the key of a comment is, from its number; None where the system gives none.
        deepest: The greatest depth that it can tell.
    """

    system: str
    write: Callable[[Thread], str]
    threaded: bool = True
    dated: bool = True
    nameless: bool = True
    key: Callable[[int], str] | None = str
    deepest: int = 6


def nested(thread: Thread, one: Callable[[Sample, str], str]) -> str:
    """A thread in which `one` writes a comment around its replies, which may be empty."""
    replies: list[list[str]] = [[] for _ in thread]
    top: list[str] = []
    for index in range(len(thread) - 1, -1, -1):
        sample = thread[index]
        written = one(sample, "".join(reversed(replies[index])))
        (top if sample.parent is None else replies[sample.parent]).append(written)
    return "".join(reversed(top))


def indented(thread: Thread, one: Callable[[Sample], str]) -> str:
    """A thread in which replies stand in `.indented` boxes after what they answer."""
    parts: list[str] = []
    depth = 0
    for sample in thread:
        parts.append('<div class="indented">' * (sample.depth - depth))
        parts.append("</div>" * (depth - sample.depth))
        parts.append(one(sample))
        depth = sample.depth
    return "".join(parts) + "</div>" * depth


def page(inner: str, head: str = "") -> str:
    """A page of a blog around a thread."""
    return (
        f'<!doctype html><html lang="en"><head><title>Peat</title>{head}</head><body><main>'
        "<article><h1>Cutting peat by hand</h1><p>Nobody cuts peat by hand now, and yet the long "
        f"spade hangs in every barn on the moor.</p></article>{inner}</main></body></html>"
    )


def opening(thread: Thread) -> Sample:
    """The post that opens a forum's topic, written before all that answer it."""
    first = thread[0]
    return replace(
        first,
        number=100_000,
        parent=None,
        depth=0,
        author="Opener",
        at=first.at - timedelta(days=30),
        words=("Who still cuts peat by hand?",),
    )


def topic(inner: str) -> str:
    """A page of a forum around the posts of a topic."""
    return (
        '<!doctype html><html lang="en-GB"><head><title>Peat - Digging forum</title></head>'
        f'<body><div id="wrap"><a href="./index.php">Board index</a>{inner}</div></body></html>'
    )
