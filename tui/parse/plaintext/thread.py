"""The thread of a save: where it begins and ends, and its comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tui.model import CommentKind, LinkKind, Thread, ThreadLink
from tui.parse.clean import clean_line
from tui.parse.dates import DayOrder
from tui.parse.patterns import regex
from tui.parse.plaintext.blocks import text_blocks
from tui.parse.plaintext.bodies import Body, ends_thread, split_bodies
from tui.parse.plaintext.heads import count_line
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import bare_name
from tui.parse.plaintext.regions import SAME_COLUMN, find_region
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.words import (
    answered_name,
    is_action_label,
    is_closed_notice,
    is_newer_link,
    is_older_link,
    is_reply_label,
    is_unfold_label,
    signed_by,
)
from tui.parse.words.fold import fold

SYSTEM = "plain-text"

MAX_LABEL = 80
"""No label of a link is longer than this many characters."""

MAX_LINKS = 200
"""Links beyond this many are not told; one of them leads to the thread."""

_AROUND = " \u00ab\u00bb\u2190\u2192\u2039\u203a|"
_NUMBER_BY = regex(r"^#[\d.]+\s+\S{1,3}\s+")  # "In reply to #1.2 by Anna"


class SavedThread(Struct, frozen=True):
    """A thread with its place in the save.

    Attributes:
        thread: The comments, or None.
        start: The index of the thread's heading; all lines where there is none.
        end: The index of the first line after the thread's last head.
    """

    thread: Thread | None
    start: int
    end: int


def find_saved_thread(lines: Sequence[Line], width: int | None, order: DayOrder) -> SavedThread:
    """The thread of a save."""
    region = find_region(lines, width, order)
    closed = any(is_closed_notice(line.text) for line in lines)
    if region is None:
        return SavedThread(_empty(lines, closed=closed), *_bare_end(lines))
    bodies = split_bodies(lines, region.heads, region.end, order)
    comments = build_comments(_raws(bodies, width))
    more = _more(lines[region.anchor :])
    thread = Thread(comments, SYSTEM, stated_count=region.count, closed=closed, more=more)
    return SavedThread(thread, region.anchor, region.heads[-1].body)


def _more(lines: Sequence[Line]) -> tuple[ThreadLink, ...]:
    """The numbered links to other pages of comments and to folded replies, each address once."""
    found: dict[str, ThreadLink] = {}
    for line in lines:
        for text, url in line.links:
            label = text.strip(_AROUND)
            kind = _kind(label) if len(label) <= MAX_LABEL else None
            if kind is not None and len(found) < MAX_LINKS:
                found.setdefault(url, ThreadLink(label, url, kind))
    return tuple(found.values())


def _kind(label: str) -> LinkKind | None:
    if is_older_link(label):
        return LinkKind.OLDER
    if is_newer_link(label):
        return LinkKind.NEWER
    folded = is_unfold_label(label) and any(map(str.isdecimal, label))
    return LinkKind.REPLIES if folded else None


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
                author_url=body.author_url,
                permalink=body.permalink,
                kind=body.head.kind,
                state=body.state,
                by_post_author=body.by_post_author,
            )
        )
    return raws


def _answered(body: Body, latest: Mapping[str, int]) -> int | None:
    """The latest comment by the one whom a body's first or last line names ("In reply to Anna").

    That line is taken out; where nobody of that name wrote before, it stays and tells nothing.
    """
    if body.answers is not None:
        return latest.get(fold(body.answers))
    for at in (0, -1):
        name = answered_name(_without_labels(body.lines[at].text)) if body.lines else None
        for whom in _spellings(name) if name else ():
            if (answered := latest.get(fold(whom))) is not None:
                del body.lines[at]
                return answered
    return None


def _without_labels(text: str) -> str:
    """A line without the links that a save without line breaks sets behind it."""
    words = text.split(" ")
    while len(words) > 2 and (is_reply_label(words[-1]) or is_action_label(words[-1])):
        words.pop()
    return " ".join(words)


def _spellings(name: str) -> Iterator[str]:
    """What a commenter may be called by a line that names more: a number, a title, a mark."""
    name = f"{name})" if name.count("(") > name.count(")") else name
    yield bare_name(name)
    yield bare_name(_NUMBER_BY.sub("", name))
    if signed := signed_by(name):
        yield bare_name(signed)
