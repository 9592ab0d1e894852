"""The thread of a save: where it begins and ends, and its comments."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from tui.model import CommentKind, Thread
from tui.parse.clean import clean_line
from tui.parse.plaintext.blocks import text_blocks
from tui.parse.plaintext.bodies import Body, ends_page, ends_thread, split_bodies
from tui.parse.plaintext.heads import Head, Shape, count_line, find_heads, is_reply_line
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.solitary import lone_names
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.words import (
    answered_name,
    is_closed_notice,
    is_comments_heading,
    is_form_title,
    is_reply_label,
)
from tui.parse.words.fold import fold

SYSTEM = "plain-text"

NEAR = 25
"""The first comment begins at most this many lines under the thread's heading."""

MAX_ANCHORS = 12
"""So many headings are tried; a page has one or two."""

SAME_COLUMN = 2
"""Columns that differ by no more than this are one level: numbers have one to three digits."""


@dataclass(frozen=True, slots=True)
class SavedThread:
    """A thread with its place in the save.

    Attributes:
        thread: The comments, or None.
        start: The index of the thread's heading; all lines where there is none.
        end: The index of the first line after the thread's last head.
    """

    thread: Thread | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines that may be a thread.

    Attributes:
        anchor: The index of its heading.
        heads: Where its comments begin.
        end: The index of the line after it.
        count: How many comments its heading states.
    """

    anchor: int
    heads: tuple[Head, ...]
    end: int
    count: int | None


def find_saved_thread(
    lines: Sequence[Line], width: int | None, language: str | None
) -> SavedThread:
    """The thread of a save."""
    region = _choose(lines, language)
    closed = any(is_closed_notice(line.text) for line in lines)
    if region is None:
        return SavedThread(_empty(lines, closed=closed), *_bare_end(lines))
    bodies = split_bodies(lines, region.heads, region.end, language)
    comments = build_comments(_raws(bodies, width))
    thread = Thread(comments, SYSTEM, stated_count=region.count, closed=closed)
    return SavedThread(thread, region.anchor, region.heads[-1].body)


def _empty(lines: Sequence[Line], *, closed: bool) -> Thread | None:
    """A thread without comments, where a line says that there are none or replying is closed."""
    counts = [count for line in lines if (count := count_line(line)) is not None]
    if counts or closed:
        return Thread((), SYSTEM, stated_count=counts[-1] if counts else None, closed=closed)
    return None


def _bare_end(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the article of a page without comments must end: at the count or the form."""
    half = len(lines) // 3
    for at in range(half, len(lines)):
        if count_line(lines[at]) is not None or ends_thread(lines[at]):
            return at, at
    return len(lines), len(lines)


def _choose(lines: Sequence[Line], language: str | None) -> _Region | None:
    """The region that holds the thread: the one with most comments, of equals the last."""
    heads = find_heads(lines, language)
    anchors = _anchors(lines)
    best: _Region | None = None
    for anchor, count, after in _headed(anchors, heads):
        region = _dated(lines, after, anchor, count)
        if region and (best is None or len(region.heads) >= len(best.heads)):
            counted = best.count if best and region.count is None else region.count
            best = _Region(region.anchor, region.heads, region.end, counted)
    best = best or _without_anchor(lines, heads)
    if best is None or (best.count or 0) > 2 * len(best.heads):
        for anchor, count in reversed(anchors[-MAX_ANCHORS:]):
            region = _alone(lines, anchor, count)
            if region and (best is None or len(region.heads) == region.count):
                return region
    return best


def _anchors(lines: Sequence[Line]) -> list[tuple[int, int | None]]:
    """The lines that may head a thread, with the count that they state."""
    anchors: list[tuple[int, int | None]] = []
    for at, line in enumerate(lines):
        if len(line.text) > 250:
            continue
        count = count_line(line)
        form = is_form_title(line.text) and not is_reply_label(line.text)
        if count or (count is None and (is_comments_heading(line.text) or form)):
            anchors.append((at, count))
    return anchors


def _headed(
    anchors: Sequence[tuple[int, int | None]], heads: Sequence[Head]
) -> list[tuple[int, int | None, Sequence[Head]]]:
    """The anchors with a head near under them, and all heads from there on.

    Of the anchors over the same head the last is kept, and of all of them only so many that the
    work stays in proportion to the page's length.
    """
    firsts = [head.first for head in heads]
    nearest: dict[int, tuple[int, int | None]] = {}
    for anchor, count in anchors:
        at = bisect_right(firsts, anchor)
        if at < len(heads) and firsts[at] - anchor <= NEAR:
            before = nearest.get(at)
            kept = before[1] if before and count is None else count
            nearest[at] = (anchor, kept)
    rows = [(anchor, count, heads[at:]) for at, (anchor, count) in islice(nearest.items(), 2)]
    late = islice(reversed(nearest.items()), min(MAX_ANCHORS, max(0, len(nearest) - 2)))
    return rows + [(anchor, count, heads[at:]) for at, (anchor, count) in reversed(list(late))]


def _dated(
    lines: Sequence[Line], after: Sequence[Head], anchor: int, count: int | None
) -> _Region | None:
    """The region under an anchor by its says words, dates and pings."""
    end = _end(lines, after, anchor)
    chosen = _one_shape([head for head in after if head.first < end])
    if not chosen or chosen[0].first - anchor > NEAR:
        return None
    return _Region(anchor, tuple(chosen), end, count)


def _without_anchor(lines: Sequence[Line], heads: Sequence[Head]) -> _Region | None:
    """A region without a heading: only where says words or reply links leave no doubt."""
    spoken = [head for head in heads if head.shape is Shape.SAYS]
    replies = sum(is_reply_line(line.text) for line in lines)
    start: Sequence[Head] = ()
    if len(spoken) > 1 or (spoken and (replies or spoken[0].date)):
        start = [head for head in heads if head.first >= spoken[0].first]
    elif (len(heads) > 1 and replies > 1) or _timed(heads) > 2:
        start = heads
    if not start:
        return None
    first = start[0].first
    end = _end(lines, start, first)
    chosen = _one_shape([head for head in start if head.first < end])
    return _Region(first, tuple(chosen), end, None) if chosen else None


def _timed(heads: Sequence[Head]) -> int:
    """How many heads give the time of day; lists of posts give the day alone."""
    return sum(head.date is not None and isinstance(head.date.at, datetime) for head in heads)


def _one_shape(heads: Sequence[Head]) -> list[Head]:
    """The heads of the shape that most have, and the pings; others are quoted or related posts."""
    counts = Counter(head.shape for head in heads if head.shape is not Shape.PING)
    spoken = counts[Shape.SAYS]
    if spoken and spoken * 3 >= max(counts.values()):
        return [head for head in heads if head.shape in {Shape.SAYS, Shape.PING}]
    return list(heads)


def _end(lines: Sequence[Line], heads: Sequence[Head], anchor: int) -> int:
    """Where a thread ends: at a form, notice or footer that no spoken comment follows."""
    last_spoken = max((h.first for h in heads if h.shape is Shape.SAYS), default=-1)
    firsts = [head.first for head in heads]
    begun = firsts[0]
    for at in range(max(anchor + 1, begun + 1), len(lines)):
        line = lines[at]
        if at < last_spoken or not (ends_thread(line) or _starts_lists(line)):
            continue
        after = len(firsts) - bisect_right(firsts, at)
        if after * 2 <= len(firsts) or last_spoken >= 0:
            return at
    return len(lines)


def _starts_lists(line: Line) -> bool:
    """Whether a line heads a list of other posts or of the latest comments."""
    return ends_page(line) and len(line.text) > 6 and not is_reply_line(line.text)


def _alone(lines: Sequence[Line], anchor: int, count: int | None) -> _Region | None:
    """The region under an anchor by names on lines of their own."""
    end = anchor + 1
    while end < len(lines) and not ends_thread(lines[end]):
        if ends_page(lines[end]) and end > anchor + 1 and not is_reply_line(lines[end].text):
            break
        end += 1
    heads = lone_names(lines, anchor + 1, end, count)
    return _Region(anchor, tuple(heads), end, count) if heads else None


def _raws(bodies: Sequence[Body], width: int | None) -> list[RawComment]:
    """The comments with their depths by column, or with what they say that they answer."""
    levels: list[int] = []
    raws: list[RawComment] = []
    latest: dict[str, int] = {}
    for body in bodies:
        answered = _answered(body, latest)
        column = body.head.column
        while levels and levels[-1] > column + SAME_COLUMN:
            levels.pop()
        if not levels or column > levels[-1] + SAME_COLUMN:
            levels.append(column)
        author = body.head.author
        if author:
            latest[fold(author)] = len(raws)
        raws.append(
            RawComment(
                author=clean_line(author) if author else None,
                blocks=text_blocks(body.lines, width),
                around=answered,
                depth=len(levels) if body.head.kind is CommentKind.COMMENT else None,
                date=body.date,
                kind=body.head.kind,
                state=body.state,
            )
        )
    return raws


def _answered(body: Body, latest: Mapping[str, int]) -> int | None:
    """The latest comment by the one whom a body's first line names ("In reply to Anna").

    That line is taken out; where nobody of that name wrote before, it stays and tells nothing.
    """
    name = answered_name(body.lines[0].text) if body.lines else None
    answered = latest.get(fold(name)) if name else None
    if answered is not None:
        body.lines = body.lines[1:]
    return answered
