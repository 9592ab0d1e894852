"""Which replies of the user's have come to stand on a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tui.model import Comment, CommentState, Page, Thread, blocks_text
from tui.reading.arrivals import arrived, words_of
from tui.send.markup import preview
from tui.send.rules import rules_of
from tui.store.draft import Draft, DraftState

_AWAITED = frozenset({DraftState.SENT, DraftState.HANDED_OVER, DraftState.UNKNOWN})
"""How far a draft must have come to be looked for."""

_SKEW = timedelta(minutes=15)
"""So much may the clock of a site be behind ours."""

_ZONES = timedelta(hours=26)
"""The same for a site that does not tell in which zone its clock is."""

_FEWEST = 4
"""Shorter texts, such as thanks, are looked for only under a name of the user's."""


class Arrival(NamedTuple):
    """A reply that stands on its page.

    Attributes:
        draft: What it was written as.
        comment: What it has become.
    """

    draft: Draft
    comment: Comment


def arrivals(page: Page, drafts: Sequence[Draft], names: Collection[str]) -> Iterator[Arrival]:
    """The replies that are awaited and that a page shows now, each comment once.

    Args:
        page: The page as it was just read.
        drafts: The drafts of the page.
        names: The names under which the user writes; where there are none, anybody may have.
    """
    thread = page.thread
    if thread is None or not len(thread):
        return
    known = {draft.delivery.key for draft in drafts if draft.delivery and draft.delivery.seen}
    taken = {key for key in known if key}
    for draft in drafts:
        if is_awaited(draft):
            comment = _arrived(page, thread, draft, names, taken)
            if comment is not None:
                taken.add(comment.key)
                yield Arrival(draft, comment)


def is_awaited(draft: Draft) -> bool:
    """Whether a draft has left and was not seen on its page so far."""
    return draft.state in _AWAITED and not (draft.delivery and draft.delivery.seen)


def _arrived(
    page: Page, thread: Thread, draft: Draft, names: Collection[str], taken: Collection[str]
) -> Comment | None:
    delivery = draft.delivery
    named = thread.index_of(delivery.key) if delivery and delivery.key else None
    if named is not None and thread.comments[named].key not in taken:
        comment = thread.comments[named]
        return None if comment.state is CommentState.HELD else comment
    text = blocks_text(preview(draft.body, draft.markup, rules_of(page)))
    if not names and len(words_of(text)) < _FEWEST:
        return None
    since = delivery.at if delivery else draft.changed
    passed_over = {
        comment.key
        for comment in thread.comments
        if comment.state is CommentState.HELD or not _may_be_since(comment, since)
    }
    parent = draft.parent.key if draft.parent else None
    return arrived(thread, text, names, known={*taken, *passed_over}, parent=parent)


def _may_be_since(comment: Comment, since: datetime) -> bool:
    """Whether a comment may have been written after a moment, as far as its date is known."""
    at = comment.date.at if comment.date else None
    if at is None:
        return True
    since = since.astimezone(UTC)
    if not isinstance(at, datetime):
        return at >= (since - _ZONES).date()
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC) >= since - _ZONES
    return at >= since - _SKEW
