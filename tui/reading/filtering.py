"""What a filter leaves of a thread: what matches, and what that needs to be understood."""

from __future__ import annotations

from collections.abc import Collection

from tui.model import Thread


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
