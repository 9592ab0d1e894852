"""What a filter leaves of a thread: what matches, and what that needs to be understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.model import Thread
from tui.reading import query as language
from tui.reading.query import QueryError
from tui.reading.states import ReadState


def shown(
    thread: Thread, matched: Collection[int]
) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The comments of a thread, by index, in three parts.

    Returns:
        Those that match; those that do not but have some below them that do, shown as one line
        each; and all others, of which none is without all below it.
    """
    matched = frozenset(matched)
    kept = set(matched)
    for index in matched:
        for above in thread.ancestors(index):
            if above in kept and above not in matched:
                break  # what is above it was kept before
            kept.add(above)
    return matched, frozenset(kept - matched), frozenset(range(len(thread))) - kept


def wanted(
    query: language.Query | None, facts: language.Facts, *, hides_read: bool
) -> frozenset[int]:
    """The comments that match, of all where there is no query.

    Args:
        query: The query, or None.
        facts: What is known of the thread.
        hides_read: Whether those that were read are left out, but for those one drafts a reply to.
    """
    everything = frozenset(range(len(facts.thread)))
    matched = everything if query is None else query.matching(facts)
    if not hides_read:
        return matched
    comments = facts.thread.comments
    return frozenset(
        index
        for index in matched
        if facts.states(index) is not ReadState.READ or comments[index].key in facts.drafted
    )


def matching_any(texts: Iterable[str], facts: language.Facts) -> frozenset[int]:
    """The comments that match any of some queries; a text that is no query matches none."""
    matched: set[int] = set()
    for text in texts:
        try:
            matched |= language.parse_query(text).matching(facts)
        except QueryError:  # such as one that a later version wrote
            continue
    return frozenset(matched)


def after_unmuting(query: str, by_settings: Collection[str], *, still_muted: bool) -> str:
    """What is told of an author who is muted no more, where the settings say otherwise.

    Args:
        query: What was muted.
        by_settings: What the settings mute.
        still_muted: Whether the comment that the reader is at is muted all the same.
    """
    if still_muted:
        return ", but the settings still mute this comment"
    return " for now; the settings mute them" if query in by_settings else ""
