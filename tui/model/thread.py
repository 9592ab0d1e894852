"""A thread: flat in memory, a tree by parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from tui.model.blocks import Block
from tui.model.dates import ShownDate


class MalformedThreadError(ValueError):
    """Comments that do not form a thread: a parent out of range, a cycle, or a key used twice."""


class CommentKind(StrEnum):
    """What a comment is."""

    COMMENT = "comment"
    PINGBACK = "pingback"
    TRACKBACK = "trackback"
    WEBMENTION = "webmention"  # W3C Webmention: a page elsewhere that names this one
    ANSWER = "answer"  # to the question that the page asks


class CommentState(StrEnum):
    """Whether a comment's words are there to read."""

    SHOWN = "shown"
    HELD = "held"  # waiting for moderation; its writer alone sees it
    DELETED = "deleted"
    COLLAPSED = "collapsed"  # folded away by the page, for too low a score for instance


class Comment(Struct, frozen=True, gc=False):
    """One comment.

    Attributes:
        key: The system's own id where it has one, else a fingerprint of author, date and text;
            stable over a reload and over saving the page again, unique in its thread.
        author: The name alone, or None where the page gives none.
        blocks: What was written.
        parent: The index in the thread of the comment it answers, or None.
        date: When, as shown and as a datetime.
        author_url: The author's own address, or None.
        permalink: The absolute address of the comment (or `#fragment` where the page has no
            address), or None.
        kind: Comment, answer, pingback, trackback or webmention.
        state: Whether it is shown, held for moderation, deleted or collapsed.
        by_post_author: Whether the page marks it as written by the author of the post.
        score: Its points, likes or votes as the page shows them, or None.
        reply_url: The absolute address of a page whose form answers this comment, or None.
    """

    key: str
    author: str | None
    blocks: tuple[Block, ...]
    parent: int | None = None
    date: ShownDate | None = None
    author_url: str | None = None
    permalink: str | None = None
    kind: CommentKind = CommentKind.COMMENT
    state: CommentState = CommentState.SHOWN
    by_post_author: bool = False
    score: int | None = None
    reply_url: str | None = None


class LinkKind(StrEnum):
    """What of a thread a link leads to."""

    PAGE = "page"  # some page of comments
    OLDER = "older"
    NEWER = "newer"
    REPLIES = "replies"  # that the page has folded away
    ALL = "all"  # the whole thread


class ThreadLink(Struct, frozen=True, gc=False):
    """Where more of the thread is: another page of comments, say.

    Attributes:
        label: The link's words as shown.
        url: Its absolute address.
        kind: What it leads to.
    """

    label: str
    url: str
    kind: LinkKind = LinkKind.PAGE


class RemoteThread(Struct, frozen=True, gc=False):
    """A service from which a page's script loads comments.

    Attributes:
        service: Its name as people know it (`Disqus`).
        url: The public address that gives the comments, or None where the page does not tell it.
        details: What the service needs to know them by, as pairs of name and value (`shortname`,
            `identifier`), named as its manual does.
    """

    service: str
    url: str | None = None
    details: tuple[tuple[str, str], ...] = ()


class Thread(Struct, frozen=True, dict=True, weakref=True):
    """A page's comments.

    Attributes:
        comments: All comments in page order.
        system: The comment system's name (`wordpress`, `general`, `plain-text`, ...).
        stated_count: How many comments the page says it has, or None.
        closed: Whether the page says that replying is closed.
        more: Where further comments are.
        remote: The services that load comments which are not in the page's HTML.

    Raises:
        MalformedThreadError: The comments do not form a forest with unique keys.
    """

    comments: tuple[Comment, ...]
    system: str
    stated_count: int | None = None
    closed: bool = False
    more: tuple[ThreadLink, ...] = ()
    remote: tuple[RemoteThread, ...] = ()

    def __post_init__(self) -> None:
        _check_forest([comment.parent for comment in self.comments])
        if len({comment.key for comment in self.comments}) != len(self.comments):
            raise MalformedThreadError("two comments have the same key")

    def __len__(self) -> int:
        return len(self.comments)

    @cached_property
    def _children(self) -> dict[int | None, list[int]]:
        children: dict[int | None, list[int]] = {}
        for index, comment in enumerate(self.comments):
            children.setdefault(comment.parent, []).append(index)
        return children

    @property
    def roots(self) -> Sequence[int]:
        """The indexes of the comments that answer no other, in page order."""
        return self._children.get(None, [])

    def children(self, index: int) -> Sequence[int]:
        """The indexes of the direct replies to a comment, in page order."""
        return self._children.get(index, [])

    @cached_property
    def preorder(self) -> tuple[int, ...]:
        """All indexes in reading order: each comment before its replies, replies in page order."""
        order: list[int] = []
        stack = list(reversed(self.roots))
        while stack:
            index = stack.pop()
            order.append(index)
            stack.extend(reversed(self.children(index)))
        return tuple(order)

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """The depth of each comment, by index; 0 at top level."""
        depths = [0] * len(self.comments)
        for index in self.preorder:
            parent = self.comments[index].parent
            depths[index] = 0 if parent is None else depths[parent] + 1
        return tuple(depths)

    @cached_property
    def answered(self) -> tuple[int, ...]:
        """The indexes of the comments that have replies, those at top level first."""
        return tuple(
            sorted((at for at in self._children if at is not None), key=self.depths.__getitem__)
        )

    @cached_property
    def descendant_counts(self) -> tuple[int, ...]:
        """How many comments hang under each one, at any depth, by index."""
        counts = [0] * len(self.comments)
        for index in reversed(self.preorder):
            parent = self.comments[index].parent
            if parent is not None:
                counts[parent] += counts[index] + 1
        return tuple(counts)

    def ancestors(self, index: int) -> Iterator[int]:
        """The chain of parents of a comment, the nearest first."""
        parent = self.comments[index].parent
        while parent is not None:
            yield parent
            parent = self.comments[parent].parent

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {comment.key: index for index, comment in enumerate(self.comments)}

    def index_of(self, key: str) -> int | None:
        """The index of the comment with this key, or None."""
        return self._by_key.get(key)


def _check_forest(parents: Sequence[int | None]) -> None:
    """Raise unless every chain of parents ends at top level."""
    sound = [False] * len(parents)
    for start in range(len(parents)):
        chain: list[int] = []
        seen: set[int] = set()
        at: int | None = start
        while at is not None and not sound[at]:
            if at in seen:
                raise MalformedThreadError(f"comment {at} is among its own ancestors")
            seen.add(at)
            chain.append(at)
            at = parents[at]
            if at is not None and not 0 <= at < len(parents):
                raise MalformedThreadError(f"comment {chain[-1]} answers no comment of the thread")
        for index in chain:
            sound[index] = True
