"""Comments of a page that was read again: which of them are those that were there before.

A key tells, but for comments of systems without ids, whose keys change with their words. Those are
known by their permalink, else by author and date where both name one comment alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from tui.model import Comment, Thread


def same_comments(before: Thread, after: Thread) -> dict[str, str]:
    """The new keys of the comments whose keys changed, by their old keys."""
    gone = [comment for comment in before.comments if after.index_of(comment.key) is None]
    came = [comment for comment in after.comments if before.index_of(comment.key) is None]
    found: dict[str, str] = {}
    for trait in (_permalink, _author_and_date):
        left = [comment for comment in gone if comment.key not in found]
        taken = set(found.values())
        there = _by(trait, [comment for comment in came if comment.key not in taken])
        for value, comment in _by(trait, left).items():
            if value in there:
                found[comment.key] = there[value].key
    return found


def came(before: Thread, after: Thread, moved: Mapping[str, str]) -> int:
    """How many comments were not there before.

    Args:
        before: The thread as it was.
        after: The thread as it is now.
        moved: The new keys of comments whose keys changed, by their old ones.
    """
    known = {comment.key for comment in before.comments} | set(moved.values())
    return sum(comment.key not in known for comment in after.comments)


def _by(
    trait: Callable[[Comment], Hashable | None], comments: Sequence[Comment]
) -> dict[Hashable, Comment]:
    """Comments by a trait, those alone that share it with no other."""
    found: dict[Hashable, list[Comment]] = {}
    for comment in comments:
        value = trait(comment)
        if value is not None:
            found.setdefault(value, []).append(comment)
    return {value: some[0] for value, some in found.items() if len(some) == 1}


def _permalink(comment: Comment) -> Hashable | None:
    return comment.permalink


def _author_and_date(comment: Comment) -> Hashable | None:
    if comment.author is None or comment.date is None:
        return None
    return comment.author, comment.date.text, comment.date.iso
