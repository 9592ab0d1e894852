"""The figures of a thread as lines: totals, people with bars, depth, and a plot over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from tui.app.layout.clip import clip, clip_runs
from tui.app.layout.comments import count
from tui.app.layout.glyphs import ASCII
from tui.app.layout.lines import Line, Role, Run
from tui.app.layout.look import Look
from tui.model import Thread
from tui.reading.sparkline import sparkline
from tui.reading.statistics import Person, Statistics, Unit
from tui.reading.wrap import wrap

_PEOPLE = 10
_LEVELS = 12
_SHORTEST_BAR = 8
"""Where the longest bar had fewer cells, only the numbers are said beside them."""

_WIDEST_STEP = 6
"""So many cells at most are taken by a stretch of time."""

_FORMS = {
    Unit.HOUR: "%Y-%m-%d %H:00",
    Unit.DAY: "%Y-%m-%d",
    Unit.WEEK: "%Y-%m-%d",
    Unit.MONTH: "%Y-%m",
    Unit.YEAR: "%Y",
}


def figure_lines(thread: Thread, figures: Statistics, width: int, look: Look) -> list[Line]:
    """What there is to tell of a thread, in `width` cells.

    Args:
        thread: The thread.
        figures: Its figures.
        width: The cells there are.
        look: How the reader wants to see it.
    """
    parts = (
        _wrapped(_totals(thread, figures, look), width),
        _people(figures, width, look),
        _depths(figures, width, look),
        _over_time(figures, width, look),
    )
    lines: list[Line] = []
    for part in parts:
        rows = list(part)
        if lines and rows:
            lines.append(Line())
        lines.extend(rows)
    return [Line(tuple(clip_runs(line.runs, width))) for line in lines]


def _wrapped(sentences: Iterable[str], width: int) -> Iterator[Line]:
    for text in sentences:
        yield from (_said(text[start:end]) for start, end in wrap(text, width))


def _said(text: str, role: Role = Role.TEXT) -> Line:
    return Line((Run(text, role),))


def _totals(thread: Thread, figures: Statistics, look: Look) -> Iterator[str]:
    number = len(figures.people)
    by = f" by {number} {'person' if number == 1 else 'people'}" if number else ""
    nameless = f", {figures.anonymous} without a name" if figures.anonymous else ""
    yield f"{count(figures.comments, 'comment')}{by}{nameless}"
    words = count(figures.words, "word") or "no words"
    yield f"{words}, {figures.average_words:.0f} a comment"
    if figures.by_post_author:
        share = f"{figures.post_author_share:.0%}"
        yield f"{figures.by_post_author} by the author of the post ({share})"
    if figures.first is not None:
        first, last = look.date(figures.first), look.date(figures.last)
        undated = f"{look.glyphs.dot}{figures.undated} without a date" if figures.undated else ""
        yield f"the first {first}{look.glyphs.dot}the last {last}{undated}"
    if figures.most_answered is not None:
        author = thread.comments[figures.most_answered].author or "an unknown author"
        replies = count(len(thread.children(figures.most_answered)), "reply")
        yield f"most answered: {author}, {replies}"
    if len(figures.longest_chain) > 1:
        author = thread.comments[figures.longest_chain[-1]].author or "an unknown author"
        yield f"longest chain: {len(figures.longest_chain)} comments, down to {author}"


def _people(figures: Statistics, width: int, look: Look) -> Iterator[Line]:
    people = figures.people[:_PEOPLE]
    if not people:
        return
    yield _said("Who wrote most", Role.HEADING)
    names = [_name(person, look) for person in people]
    facts = [
        ", ".join(filter(None, (count(person.comments, "comment"), count(person.replies, "reply"))))
        for person in people
    ]
    yield from _bars(names, [person.comments for person in people], facts, width, look)
    others = len(figures.people) - len(people)
    if others:
        yield _said(f"{look.glyphs.more} and {others} more", Role.META)


def _name(person: Person, look: Look) -> str:
    badges = ["you"] if look.is_own(person.name) else []
    badges += ["author"] if person.post_author else []
    return f"{person.name} ({', '.join(badges)})" if badges else person.name


def _depths(figures: Statistics, width: int, look: Look) -> Iterator[Line]:
    if len(figures.depths) < 2:
        return
    yield _said("How deep", Role.HEADING)
    counts = list(figures.depths[:_LEVELS])
    names = [f"level {level}" for level in range(1, len(counts) + 1)]
    if len(figures.depths) > _LEVELS:
        counts.append(sum(figures.depths[_LEVELS:]))
        names.append(f"{_LEVELS + 1} to {len(figures.depths)}")
    yield from _bars(names, counts, [str(number) for number in counts], width, look)


def _bars(
    names: Sequence[str], counts: Sequence[int], facts: Sequence[str], width: int, look: Look
) -> Iterator[Line]:
    """A line each: the name, a bar as long as its count, and what is said of it."""
    glyphs = look.glyphs
    wide = min(max(map(cell_len, names)), max(width // 3, 8))
    if width - wide - 2 - max(map(len, facts)) < _SHORTEST_BAR:
        facts = [str(number) for number in counts]
    room = max(width - wide - 2 - max(map(len, facts)), 1)
    highest = max(*counts, 1)
    for name, number, fact in zip(names, counts, facts, strict=True):
        shown = clip(name, wide, glyphs.more)
        # Rounded up, so that one of many still shows.
        bar = glyphs.bar * -(-number * room // highest)
        yield Line(
            (
                Run(shown + " " * (wide - cell_len(shown) + 1), Role.AUTHOR),
                Run(bar, Role.MARKER),
                Run(f" {fact}" if bar else fact, Role.META),
            )
        )


def _over_time(figures: Statistics, width: int, look: Look) -> Iterator[Line]:
    if len(figures.buckets) < 2:
        return
    buckets = figures.buckets
    counts = [bucket.count for bucket in buckets]
    yield _said(f"When, by the {figures.unit.value}", Role.HEADING)
    line = sparkline(counts, width, ascii_only=look.glyphs is ASCII)
    stretch = max(min(width // len(line), _WIDEST_STEP), 1)
    plot = "".join(sign * stretch for sign in line)
    yield _said(plot, Role.MARKER)
    ends = [_moment(figures.unit, buckets[at].start) for at in (0, -1)]
    gap = max(len(plot) - sum(map(len, ends)), 1)
    yield _said(f"{ends[0]}{' ' * gap}{ends[1]}", Role.META)
    most = max(buckets, key=lambda bucket: bucket.count)
    when = "on" if figures.unit is Unit.DAY else "from"
    yield _said(f"most: {most.count} {when} {_moment(figures.unit, most.start)}", Role.META)


def _moment(unit: Unit, start: datetime) -> str:
    return f"{start:{_FORMS[unit]}}"
