"""Telling which comment of a page is a reply that somebody wrote: by its words and its writer.

Sites dress up what they are sent (curly quotes, links made of addresses, markup that they drop), so
that words alone are compared, whatever stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection

from tui.model import Comment, CommentState, Thread, blocks_text

ALIKE = 0.9
"""The share of words that must be the same, where sites may have dropped or added some."""

FEWEST = 8
"""Shorter texts must have the same words throughout."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared; of one without any, its characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(plain) or [letter for letter in plain if not letter.isspace()]


def arrived(
    thread: Thread,
    text: str,
    names: Collection[str],
    *,
    known: Collection[str] = (),
    parent: str | None = None,
) -> Comment | None:
    """The comment that is a reply, the last of several; None where the thread does not have it.

    Args:
        thread: The thread as it is now.
        text: What was written, as somebody would read it there.
        names: The names that its writer has there; where there are none, anybody may have written.
        known: The keys of comments that were there before.
        parent: The key of the comment that it answers; of several that fit, one below it is meant.
    """
    wanted = words_of(text)
    writers = {name.strip().casefold() for name in names if name.strip()}
    fitting = [
        comment
        for comment in thread.comments
        if comment.key not in known
        and comment.state is not CommentState.DELETED
        and (not writers or comment.author is None or comment.author.casefold() in writers)
        and alike(wanted, words_of(blocks_text(comment.blocks)))
    ]
    below = [comment for comment in fitting if _parent_key(thread, comment) == parent]
    return next(reversed(below or fitting), None)


def alike(one: list[str], other: list[str]) -> bool:
    """Whether two texts are the same but for a few words."""
    if one == other:
        return bool(one)
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < FEWEST:
        return False
    return (Counter(one) & Counter(other)).total() >= ALIKE * longest


def _parent_key(thread: Thread, comment: Comment) -> str | None:
    return None if comment.parent is None else thread.comments[comment.parent].key
