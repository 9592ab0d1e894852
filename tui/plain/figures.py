"""The figures of a thread, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from tui.parse.clean import clean_line
from tui.plain.telling import many, name
from tui.reading.dates import date_text
from tui.reading.state import ThreadState
from tui.reading.statistics import Statistics

_PEOPLE = 10
"""So many people are told by name."""


def statistics_lines(state: ThreadState) -> Iterator[str]:
    """Who wrote how much, how deep it goes and when it was written."""
    thread = state.thread
    found = Statistics.of(thread)
    people = len(found.people)
    anonymous = f" and {found.anonymous} without a name" if found.anonymous else ""
    yield (
        f"{many(found.comments, 'comment')} by "
        f"{people or 'no'} {'person' if people == 1 else 'people'}{anonymous}, "
        f"{many(round(found.average_words), 'word')} each."
    )
    if found.by_post_author:
        yield f"The author of the post wrote {found.by_post_author}."
    levels = (f"{count} on level {depth}" for depth, count in enumerate(found.depths, 1))
    yield f"{', '.join(levels)}."
    if found.most_answered is not None:
        replies = many(len(thread.children(found.most_answered)), "reply")
        yield f"Most answered: {_named(state, found.most_answered)}, with {replies}."
    if len(found.longest_chain) > 1:
        yield f"Deepest: {_named(state, found.longest_chain[-1])}."
    yield from _times(found)
    for person in found.people[:_PEOPLE]:
        author = ", author of the post" if person.post_author else ""
        yield (
            f"{name(person.name)}{author}: {many(person.comments, 'comment')}, "
            f"{many(person.replies, 'reply')} to them."
        )
    if people > _PEOPLE:
        yield f"And {people - _PEOPLE} more people."


def _named(state: ThreadState, index: int) -> str:
    author = name(state.thread.comments[index].author)
    return f"comment {state.arranged.ranks[index] + 1} by {author}"


def _times(found: Statistics) -> Iterator[str]:
    if not found.buckets:
        return
    undated = f"; {found.undated} without a known date" if found.undated else ""
    first, last = (clean_line(date_text(shown)) for shown in (found.first, found.last))
    yield f"From {first} to {last}{undated}." if first != last else f"All dated {first}{undated}."
    if len(found.buckets) > 1:
        busiest = max(found.buckets, key=lambda bucket: bucket.count)
        start = f"{busiest.start:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
        yield f"The busiest {found.unit} began {start}, with {many(busiest.count, 'comment')}."
