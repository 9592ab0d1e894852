"""Comments as they were read, in any order of parents, to a thread that is always well formed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from msgspec import Struct

from tui.model import Block, Comment, CommentKind, CommentState, ShownDate, blocks_text


class RawComment(Struct, frozen=True, gc=False):
    """A comment with what the page tells of its place, still unchecked.

    Attributes:
        author: The name alone, or None.
        blocks: What was written.
        key: The system's id, or None.
        parent_key: The id of the comment it answers, or None.
        around: The index of the comment it is nested in, or None.
        depth: Its depth where the page tells it, or None.
        date: When.
        author_url: The author's own address, or None.
        permalink: The address of the comment, or None.
        kind: Comment, answer, pingback, trackback or webmention.
        state: Whether it is shown, held, deleted or collapsed.
        by_post_author: Whether the author of the post wrote it.
        score: Its points, or None.
        reply_url: The address of a page whose form answers it, or None.
    """

    author: str | None
    blocks: tuple[Block, ...]
    key: str | None = None
    parent_key: str | None = None
    around: int | None = None
    depth: int | None = None
    date: ShownDate | None = None
    author_url: str | None = None
    permalink: str | None = None
    kind: CommentKind = CommentKind.COMMENT
    state: CommentState = CommentState.SHOWN
    by_post_author: bool = False
    score: int | None = None
    reply_url: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether neither name nor words nor date were found, nor a reason for that."""
        says = self.author or self.blocks or self.date
        return not says and self.kind is CommentKind.COMMENT and self.state is CommentState.SHOWN


def build_comments(raws: Sequence[RawComment]) -> tuple[Comment, ...]:
    """The comments of a thread: unique keys, parents as indexes, each comment once.

    A parent that is not in the page, or that would close a circle, leaves its reply at top level.
    """
    prints = [_fingerprint(raw) for raw in raws]
    place = _first_places(raws, prints)
    kept = [index for index, first in enumerate(place) if first == index]
    position = {index: number for number, index in enumerate(kept)}
    parents = [
        None if parent is None else position[place[parent]]
        for index, parent in enumerate(_parents(raws))
        if index in position
    ]
    cut_circles(parents)
    keys = _unique([raws[index].key or prints[index] for index in kept])
    return tuple(
        _comment(raws[index], key, parent)
        for index, key, parent in zip(kept, keys, parents, strict=True)
    )


def _comment(raw: RawComment, key: str, parent: int | None) -> Comment:
    return Comment(
        key=key,
        author=raw.author,
        blocks=raw.blocks,
        parent=parent,
        date=raw.date,
        author_url=raw.author_url,
        permalink=raw.permalink,
        kind=raw.kind,
        state=raw.state,
        by_post_author=raw.by_post_author,
        score=raw.score,
        reply_url=raw.reply_url,
    )


def _fingerprint(raw: RawComment) -> str:
    """What stands for an id that the page does not give: a hash of author, date and text."""
    shown = (raw.date.iso or raw.date.text) if raw.date else ""
    words = "\0".join((raw.author or "", shown, blocks_text(raw.blocks)))
    return "~" + blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _first_places(raws: Sequence[RawComment], prints: Sequence[str]) -> list[int]:
    """For each comment the index at which it first stands.

    A page may hold its thread twice, for two sizes of screen: then ids come again with the same
    words or, where there are no ids, the second half repeats the first. Two comments alone that are
    equal are what somebody sent twice.
    """
    half, odd = divmod(len(raws), 2)
    twice = half > 1 and not odd and prints[:half] == prints[half:]
    if twice and all(raw.key is None for raw in raws):
        return [index % half for index in range(len(raws))]
    first: dict[tuple[str, str], int] = {}
    return [
        index if raw.key is None else first.setdefault((raw.key, mark), index)
        for index, (raw, mark) in enumerate(zip(raws, prints, strict=True))
    ]


def _parents(raws: Sequence[RawComment]) -> list[int | None]:
    """Which comment each one answers, by its id, by nesting, else by depth."""
    by_key: dict[str, int] = {}
    for index, raw in enumerate(raws):
        if raw.key is not None:
            by_key.setdefault(raw.key, index)
    line: list[tuple[int, int]] = []  # the depths and indexes that a deeper comment can answer
    parents: list[int | None] = []
    for index, raw in enumerate(raws):
        parent = by_key.get(raw.parent_key) if raw.parent_key else None
        if parent is None:
            parent = raw.around
        if raw.depth is not None:
            while line and line[-1][0] >= raw.depth:
                line.pop()
            if parent is None and line:
                parent = line[-1][1]
            line.append((raw.depth, index))
        parents.append(parent)
    return parents


def cut_circles(parents: list[int | None]) -> None:
    """Lift a comment to top level where its chain of parents comes back to it."""
    done = [False] * len(parents)
    for start in range(len(parents)):
        chain: set[int] = set()
        at: int | None = start
        while at is not None and not done[at]:
            chain.add(at)
            parent = parents[at]
            if parent in chain:
                parent = parents[at] = None
            at = parent
        for index in chain:
            done[index] = True


def _unique(keys: Sequence[str]) -> list[str]:
    """The keys, those that come again numbered in page order."""
    taken = set(keys)
    seen: set[str] = set()
    counts: dict[str, int] = {}
    unique: list[str] = []
    for key in keys:
        name = key
        while name in seen or (name != key and name in taken):
            counts[key] = counts.get(key, 1) + 1
            name = f"{key}~{counts[key]}"
        seen.add(name)
        unique.append(name)
    return unique
