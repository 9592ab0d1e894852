"""One thread of the pages that it is spread over.

A comment is known by its key, whatever pages it is on: one page may show the beginning of a
conversation, another one what was folded in it. Whom a comment answers any page may tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.model import Comment, CommentState, Thread
from tui.parse.threads.builder import cut_circles

ONE_WAY = 0.8
"""Dates that go on, or back, from comment to comment so often tell in which order pages are."""


def joined_thread(threads: Sequence[Thread]) -> Thread:
    """One thread of some pages of it.

    Its links and services are those of all pages; whoever fetched them knows which are done with.

    Args:
        threads: The pages, at least one, in their order as far as their links tell that. The dates
            of their comments tell it better, and are asked first.
    """
    found: dict[str, Comment] = {}
    answered: dict[str, str] = {}
    pages = _in_order(threads)
    for thread in pages:
        for comment in thread.comments:
            known = found.get(comment.key)
            found[comment.key] = comment if known is None else _fuller(known, comment)
            if comment.parent is not None:
                answered.setdefault(comment.key, thread.comments[comment.parent].key)
    stated = [thread.stated_count for thread in threads if thread.stated_count is not None]
    return replace(
        threads[0],
        comments=_placed(found, answered),
        stated_count=max(stated, default=None),
        closed=any(thread.closed for thread in threads),
        more=tuple(dict.fromkeys(link for thread in threads for link in thread.more)),
        remote=tuple(dict.fromkeys(service for thread in threads for service in thread.remote)),
    )


def _placed(found: dict[str, Comment], answered: dict[str, str]) -> tuple[Comment, ...]:
    """The comments, each with the index of the one it answers."""
    index_of = {key: index for index, key in enumerate(found)}
    parents = [index_of[answered[key]] if key in answered else None for key in found]
    cut_circles(parents)
    return tuple(
        comment if comment.parent == parent else replace(comment, parent=parent)
        for comment, parent in zip(found.values(), parents, strict=True)
    )


def _fuller(known: Comment, other: Comment) -> Comment:
    """Of a comment that is on two pages, the one with its words; the first where both have them."""
    has_words = known.blocks and known.state is not CommentState.COLLAPSED
    return known if has_words or not other.blocks else other


def _in_order(threads: Sequence[Thread]) -> list[Thread]:
    """The pages as they follow each other: by their dates where these go one way, else as given."""
    dates = [[*_dates(thread)] for thread in threads]
    pairs = (pair for page in dates for pair in pairwise(page))
    steps = [later > sooner for sooner, later in pairs if later != sooner]
    onward = sum(steps)
    firsts = [page[0] for page in dates if page]
    if len(firsts) < len(threads) or max(onward, len(steps) - onward) < ONE_WAY * len(steps):
        return [*threads]
    is_newest_first = onward * 2 < len(steps)
    places = sorted(range(len(threads)), key=firsts.__getitem__, reverse=is_newest_first)
    return [threads[place] for place in places]


def _dates(thread: Thread) -> Iterator[str]:
    """When the conversations of a page began, as ISO 8601 orders it within one zone."""
    for index in thread.roots:
        date = thread.comments[index].date
        if date is not None and date.iso is not None:
            yield date.iso
