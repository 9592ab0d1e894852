"""The figures of a thread: who wrote how much, how deep it goes, when it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

from tui.model import Comment, ShownDate, Thread, blocks_text
from tui.reading.times import period_of, seconds_of

_HOURS_UP_TO = timedelta(days=2)
_DAYS_UP_TO = timedelta(days=62)
_WEEKS_UP_TO = timedelta(days=420)
_MONTHS_UP_TO = timedelta(days=366 * 20)


class Unit(StrEnum):
    """How long a bucket is; the value is the word for it."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"
    YEAR = "year"


class Person(Struct, frozen=True):
    """What somebody has written.

    Attributes:
        name: The name.
        comments: How many comments.
        replies: How many direct replies these have.
        post_author: Whether the page marks one of them as written by the author of the post.
        first: The date of the earliest of which it is known, or None.
        last: The date of the latest.
    """

    name: str
    comments: int
    replies: int
    post_author: bool
    first: ShownDate | None
    last: ShownDate | None


class Bucket(Struct, frozen=True):
    """A stretch of time.

    Attributes:
        start: When it begins, by the clocks of the page.
        count: How many comments are of it.
    """

    start: datetime
    count: int


class Statistics(Struct, frozen=True):
    """The figures of a thread; comments are known by their indexes.

    Attributes:
        comments: How many comments there are.
        people: Who wrote them, those with most comments first.
        anonymous: How many have no name.
        by_post_author: How many the page marks as written by the author of the post.
        words: How many words they have in all.
        depths: How many comments there are of each depth, from 0.
        longest_chain: The deepest comment with all above it, from the top; the first of several.
        most_answered: The comment with most direct replies, the first of several; None without any.
        undated: How many have no date that is known.
        first: The date of the earliest, or None.
        last: The date of the latest.
        unit: How long each bucket is.
        buckets: The comments over time, without gaps; none where no date is known.
    """

    comments: int
    people: tuple[Person, ...]
    anonymous: int
    by_post_author: int
    words: int
    depths: tuple[int, ...]
    longest_chain: tuple[int, ...]
    most_answered: int | None
    undated: int
    first: ShownDate | None
    last: ShownDate | None
    unit: Unit
    buckets: tuple[Bucket, ...]

    @classmethod
    def of(cls, thread: Thread) -> Statistics:
        """The figures of a thread."""
        comments, depths = thread.comments, thread.depths
        answered = max(range(len(thread)), key=lambda at: len(thread.children(at)), default=None)
        deepest = max(range(len(thread)), key=depths.__getitem__, default=None)
        chain = () if deepest is None else (deepest, *thread.ancestors(deepest))
        at_depth = Counter(depths)
        dated = _dated(comments)
        unit, buckets = _over_time(dated)
        return cls(
            comments=len(thread),
            people=_people(thread),
            anonymous=sum(comment.author is None for comment in comments),
            by_post_author=sum(comment.by_post_author for comment in comments),
            words=sum(len(blocks_text(comment.blocks).split()) for comment in comments),
            depths=tuple(at_depth[depth] for depth in range(len(at_depth))),
            longest_chain=tuple(reversed(chain)),
            most_answered=answered if answered is not None and thread.children(answered) else None,
            undated=len(thread) - len(dated),
            first=min(dated, key=_seconds, default=None),
            last=max(dated, key=_seconds, default=None),
            unit=unit,
            buckets=buckets,
        )

    @property
    def average_words(self) -> float:
        """How many words a comment has; 0 where there is none."""
        return self.words / self.comments if self.comments else 0.0

    @property
    def post_author_share(self) -> float:
        """Which part of the comments the author of the post wrote, from 0 to 1."""
        return self.by_post_author / self.comments if self.comments else 0.0


def _people(thread: Thread) -> tuple[Person, ...]:
    indexes: dict[str, list[int]] = {}
    for index, comment in enumerate(thread.comments):
        if comment.author is not None:
            indexes.setdefault(comment.author, []).append(index)
    people = [_person(thread, name, own) for name, own in indexes.items()]
    return tuple(sorted(people, key=lambda person: -person.comments))


def _person(thread: Thread, name: str, indexes: Sequence[int]) -> Person:
    comments = [thread.comments[index] for index in indexes]
    dated = _dated(comments)
    return Person(
        name=name,
        comments=len(comments),
        replies=sum(len(thread.children(index)) for index in indexes),
        post_author=any(comment.by_post_author for comment in comments),
        first=min(dated, key=_seconds, default=None),
        last=max(dated, key=_seconds, default=None),
    )


def _dated(comments: Sequence[Comment]) -> list[ShownDate]:
    """The dates that are known."""
    return [comment.date for comment in comments if comment.date and comment.date.at is not None]


def _seconds(shown: ShownDate) -> float:
    return 0.0 if shown.at is None else seconds_of(shown.at)


def _over_time(dated: Sequence[ShownDate]) -> tuple[Unit, tuple[Bucket, ...]]:
    starts = [period.first for shown in dated if (period := period_of(shown.at)) is not None]
    if not starts:
        return Unit.DAY, ()
    exact = all(isinstance(shown.at, datetime) for shown in dated)
    unit = _unit(max(starts) - min(starts), exact=exact)
    floor = _FLOORS[unit]
    counts = Counter(floor(start) for start in starts)
    steps = _steps(unit, min(counts), max(counts))
    return unit, tuple(Bucket(start, counts[start]) for start in steps)


def _unit(span: timedelta, *, exact: bool) -> Unit:
    """How long buckets are for a span; hours only where the time of day is known of all."""
    if exact and span <= _HOURS_UP_TO:
        return Unit.HOUR
    if span <= _DAYS_UP_TO:
        return Unit.DAY
    if span <= _WEEKS_UP_TO:
        return Unit.WEEK
    return Unit.MONTH if span <= _MONTHS_UP_TO else Unit.YEAR


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


_FLOORS: dict[Unit, Callable[[datetime], datetime]] = {
    Unit.HOUR: lambda at: at.replace(minute=0, second=0, microsecond=0),
    Unit.DAY: _midnight,
    Unit.WEEK: lambda at: _midnight(at - timedelta(days=at.weekday())),
    Unit.MONTH: lambda at: _midnight(at.replace(day=1)),
    Unit.YEAR: lambda at: _midnight(at.replace(month=1, day=1)),
}


def _steps(unit: Unit, start: datetime, end: datetime) -> Iterator[datetime]:
    """The starts of all buckets from the first to the last."""
    while start < end:
        yield start
        start = _after(unit, start)
    yield end


def _after(unit: Unit, start: datetime) -> datetime:
    match unit:
        case Unit.YEAR:
            return start.replace(year=start.year + 1)
        case Unit.MONTH:
            later = start.month == 12
            return start.replace(year=start.year + later, month=1 if later else start.month + 1)
        case Unit.WEEK:
            return start + timedelta(weeks=1)
        case Unit.DAY:
            return start + timedelta(days=1)
        case Unit.HOUR:
            return start + timedelta(hours=1)
