"""Which comments folds hide, and the folds that show a thread down to a depth."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from tui.model import CommentState, Thread


def fold_below(thread: Thread, depth: int) -> frozenset[int]:
    """The folds that show comments down to a depth, where 0 is top level only."""
    answered = thread.answered
    return frozenset(answered[bisect_left(answered, depth, key=thread.depths.__getitem__) :])


def folded_by_page(thread: Thread) -> frozenset[int]:
    """The comments that the page itself shows folded, for too low a score for instance."""
    return frozenset(
        index
        for index, comment in enumerate(thread.comments)
        if comment.state is CommentState.COLLAPSED
    )


def unfolded_to(thread: Thread, index: int, folded: AbstractSet[int]) -> frozenset[int]:
    """The folds without those that hide a comment."""
    return frozenset(folded).difference(thread.ancestors(index))


def visible_ancestor(thread: Thread, index: int, folded: AbstractSet[int]) -> int:
    """The comment itself, or the nearest one above it that folds do not hide."""
    shown = index
    for up in thread.ancestors(index):
        if up in folded:
            shown = up
    return shown
