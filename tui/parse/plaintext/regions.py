"""Which lines of a save are its thread: from a heading to where something else begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice, pairwise

from msgspec import Struct

from tui.model import CommentKind
from tui.parse.dates import DayOrder
from tui.parse.plaintext.bodies import ends_page, ends_thread
from tui.parse.plaintext.feet import with_feet
from tui.parse.plaintext.footers import is_reply_line
from tui.parse.plaintext.heads import Head, Shape, count_line, find_heads
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import is_label
from tui.parse.plaintext.solitary import lone_names
from tui.parse.words import (
    is_comments_heading,
    is_form_title,
    is_reply_label,
    is_share_label,
    is_unfold_label,
    may_speak_of_comments,
)
from tui.parse.words.fold import fold

NEAR = 25
"""The first comment begins at most this many lines under the thread's heading."""

FAR = 12
"""A head so many lines under what ends a thread is of another list."""

MOST_ALONE = 3
"""More dates under one and the same name are a series of pictures or posts, not a thread."""

MAX_ANCHORS = 12
"""So many headings are tried; a page has one or two."""

MOST_LINES = 200
"""A reply link is looked for in so many lines of a comment."""

LONG = 40
"""Lines of running text are longer than this many characters."""

SAME_COLUMN = 2
"""Columns that differ by no more than this are one level: numbers have one to three digits."""


_KEPT = frozenset({Shape.PING, Shape.DELETED})
"""Shapes that stand among comments of any other shape."""


class Region(Struct, frozen=True):
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

    @property
    def rank(self) -> tuple[int, bool]:
        """How likely this is the thread: its comments, counted double where the heading is right.

        A few comments under "3 replies" are not all; many dates under no count may be other posts.
        """
        comments = sum(head.kind is CommentKind.COMMENT for head in self.heads)
        right = any(_agrees(self.count, size) for size in (comments, len(self.heads)))
        return len(self.heads) * (2 if right else 1), right


def _agrees(count: int | None, size: int) -> bool:
    """Whether a stated count is right but for a few comments that the page does not show."""
    return count is not None and abs(count - size) <= count // 10


class Save:
    """The lines of a save with what is asked of them often."""

    def __init__(self, lines: Sequence[Line], width: int | None, order: DayOrder) -> None:
        self.lines = lines
        self.heads = find_heads(lines, width, order)
        short = Counter(fold(line.text) for line in lines if len(line.text) <= 80)
        self._often = {text for text, times in short.items() if times > 2}

    def recurs(self, at: int) -> bool:
        """Whether a line comes more than twice: under every comment, say."""
        return fold(self.lines[at].text) in self._often

    def ends_at(self, at: int) -> bool:
        """Whether a thread may end before this line."""
        line = self.lines[at]
        if not (ends_thread(line) or _starts_lists(line)):
            return False
        return not self.recurs(at)


def find_region(lines: Sequence[Line], width: int | None, order: DayOrder) -> Region | None:
    """The region that holds the thread, or None.

    Of all that could be it, the one with as many comments as its heading states, else with most
    comments, of equals the last.
    """
    save = Save(lines, width, order)
    anchors = _anchors(save)
    best: Region | None = None
    for anchor, count, after in _headed(anchors, save.heads):
        region = _dated(save, after, anchor, count)
        if region and (best is None or region.rank >= best.rank):
            best = region
    if best is None or not best.rank[1]:
        bare = _without_anchor(save, anchors)
        best = bare if bare and (best is None or bare.rank[0] > 2 * best.rank[0]) else best
    if best is None or (best.count or 0) > 2 * len(best.heads):
        for anchor, count in reversed(anchors[-MAX_ANCHORS:]):
            region = _alone(save, anchor, count)
            if region and (best is None or len(region.heads) == region.count):
                return region
    return best


def _anchors(save: Save) -> list[tuple[int, int | None]]:
    """The lines that may head a thread, with the count that they state."""
    anchors: list[tuple[int, int | None]] = []
    for at, line in enumerate(save.lines):
        if len(line.text) > 250 or is_unfold_label(line.text):
            continue
        count = count_line(line)
        if count:
            anchors.append((at, count))
        elif count is None and not is_reply_label(line.text):
            heading = is_comments_heading(line.text) or is_form_title(line.text)
            if heading and not save.recurs(at):
                anchors.append((at, None))
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


def _dated(save: Save, after: Sequence[Head], anchor: int, count: int | None) -> Region | None:
    """The region under an anchor by its says words, dates and pings."""
    end = _end(save, after, anchor, count)
    chosen = _one_shape([head for head in after if head.first < end])
    if not chosen or chosen[0].first - anchor > NEAR:
        return None
    return Region(anchor, with_feet(save.lines, anchor, chosen, end), end, count)


def _without_anchor(save: Save, anchors: Sequence[tuple[int, int | None]]) -> Region | None:
    """A region without a heading: only where says words or reply links leave no doubt."""
    heads = save.heads
    spoken = [head for head in heads if head.shape is Shape.SAYS]
    replies = sum(is_reply_line(line.text) for line in save.lines)
    start: Sequence[Head] = ()
    if len(spoken) > 1 or (spoken and (replies or spoken[0].date)):
        start = [head for head in heads if head.first >= spoken[0].first]
    elif (len(heads) > 1 and replies > 1) or _timed(heads) > 2:
        start = heads
    start = _answerable(save, _from_margin(start))
    if not start or (len(start) > MOST_ALONE and len({head.author for head in start}) == 1):
        return None
    first = start[0].first
    count = max((count or 0 for at, count in anchors if at < first), default=0)
    end = _end(save, start, first, count)
    chosen = _one_shape([head for head in start if head.first < end])
    return Region(first, tuple(chosen), end, count or None) if chosen else None


def _from_margin(heads: Sequence[Head]) -> Sequence[Head]:
    """The heads from the first on that most others are not left of, nor all others far below.

    A byline may stand before them, over the whole article.
    """
    for at, head in enumerate(heads[:3]):
        right = sum(other.column >= head.column - SAME_COLUMN for other in heads)
        if right * 2 >= len(heads):
            gaps = [after.first - before.first for before, after in pairwise(heads[at:])]
            far = len(gaps) > 2 and gaps[0] > NEAR and gaps[0] > 4 * sorted(gaps)[len(gaps) // 2]
            return heads[at + far :]
    return heads


def _answerable(save: Save, heads: Sequence[Head]) -> Sequence[Head]:
    """The heads without the first, if under nearly all others stands a reply link: a byline."""
    if len(heads) < 4:
        return heads
    stops = [head.first for head in heads[1:]] + [len(save.lines)]
    offers = [_offers_reply(save, head, stop) for head, stop in zip(heads, stops, strict=True)]
    return heads[1:] if not offers[0] and sum(offers) * 4 >= 3 * (len(heads) - 1) else heads


def _offers_reply(save: Save, head: Head, stop: int) -> bool:
    """Whether a reply link stands in a head's lines, behind its date, or under it."""
    date = head.date.text if head.date else ""
    texts = (line.text for line in save.lines[head.first : min(stop, head.first + MOST_LINES)])
    return any(
        is_reply_line(text)
        or (date and date in text and is_reply_line(text.partition(date)[2].strip()))
        for text in texts
    )


def _timed(heads: Sequence[Head]) -> int:
    """How many heads give the time of day; lists of posts give the day alone."""
    return sum(head.date is not None and isinstance(head.date.at, datetime) for head in heads)


def _one_shape(heads: Sequence[Head]) -> list[Head]:
    """The heads of the shape that most have, and the pings; others are quoted or related posts."""
    counts = Counter(head.shape for head in heads if head.shape not in _KEPT)
    spoken, most = counts[Shape.SAYS], max(counts.values(), default=0)
    if spoken and (spoken == most or (heads[0].shape is Shape.SAYS and spoken * 3 >= most)):
        return [head for head in heads if head.shape is Shape.SAYS or head.shape in _KEPT]
    return _without_quoted(_of_one_precision(heads))


def _of_one_precision(heads: Sequence[Head]) -> list[Head]:
    """The heads without those that give but the day where nearly all give the time."""
    moments = {id(head): head.date.at for head in heads if head.date and head.date.at}
    rough = {at for at, moment in moments.items() if not isinstance(moment, datetime)}
    if len(rough) * 4 > len(moments):
        return list(heads)
    return [head for head in heads if id(head) not in rough]


def _without_quoted(heads: Sequence[Head]) -> list[Head]:
    """The heads without those that stand right under another one, where few do: quoted names."""
    under = {
        id(after)
        for head, after in pairwise(heads)
        if after.first == head.body and head.kind is CommentKind.COMMENT and head.author
    }
    if len(under) * 4 > len(heads):
        return list(heads)
    return [head for head in heads if id(head) not in under]


def _end(save: Save, heads: Sequence[Head], anchor: int, count: int | None) -> int:
    """Where a thread ends: of the places where it may, the one that its stated count makes likely.

    Without a count the first of them that no spoken comment follows, and where most heads are over
    it or the next is far.
    """
    firsts = [head.first for head in heads]
    ends = list(islice(_possible_ends(save, heads, anchor), MAX_ANCHORS))
    if count:
        sizes = [len(_one_shape(heads[: bisect_left(firsts, end)])) for end in ends]
        near = min(zip(ends, sizes, strict=True), key=lambda pair: abs(pair[1] - count))
        if _agrees(count, near[1]):
            return near[0]
    last_spoken = max((head.first for head in heads if head.shape is Shape.SAYS), default=-1)
    for end in ends[:-1]:
        over = bisect_left(firsts, end)
        if end < last_spoken:
            continue
        under = len(firsts) - over
        if under <= over or last_spoken >= 0 or firsts[over] - end > FAR:
            return end
        heading = save.lines[end].text
        if over > 1 and is_share_label(heading) and may_speak_of_comments(heading):
            return end  # "Recent comments"
    return len(save.lines)


def _possible_ends(save: Save, heads: Sequence[Head], anchor: int) -> Iterator[int]:
    """Where a thread may end: at a form, notice or footer, at a head left of the first, at last."""
    begun, column = heads[0].first, heads[0].column
    outside = iter([head.first for head in heads if head.column < column - SAME_COLUMN])
    left = next(outside, len(save.lines))
    for at in range(max(anchor + 1, begun + 1), len(save.lines)):
        if at == left or save.ends_at(at):
            yield at
        if at == left:
            left = next(outside, len(save.lines))
    yield len(save.lines)


def _starts_lists(line: Line) -> bool:
    """Whether a line heads a list of other posts or of the latest comments."""
    return ends_page(line) and len(line.text) > 6 and not is_reply_line(line.text)


def _alone(save: Save, anchor: int, count: int | None) -> Region | None:
    """The region under an anchor by names on lines of their own."""
    lines = save.lines
    if not any(len(line.text) > LONG for line in lines[:anchor]):
        return None  # no article above: this is the count under its title
    start = anchor + 1
    while start < min(len(lines), anchor + FAR) and is_label(lines[start].text):
        start += 1
    end = start
    while end < len(lines) and not ends_thread(lines[end]):
        if _starts_lists(lines[end]) and end > start:
            break
        end += 1
    heads = lone_names(lines, start, end, count)
    return Region(anchor, tuple(heads), end, count) if heads else None
