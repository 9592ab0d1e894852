"""From the lines between two heads to what the commenter wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from tui.model import CommentState, ShownDate
from tui.parse.dates import DayOrder, find_date
from tui.parse.dates.vocabulary import fillers
from tui.parse.patterns import regex
from tui.parse.plaintext.footers import date_line, is_footer, is_reply_line
from tui.parse.plaintext.form import form_title
from tui.parse.plaintext.heads import Head, Shape
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import bare_name, without_mark
from tui.parse.words import (
    is_closed_notice,
    is_comments_heading,
    is_deleted_notice,
    is_form_label,
    is_held_notice,
    is_mail_note,
    is_newer_link,
    is_older_link,
    is_post_author_mark,
    is_required_note,
    is_share_label,
    replied_name,
    stated_count,
    strip_says,
)
from tui.parse.words.fold import fold

_NUMBER = regex(r"[#+-]?\s*\d[\d.,]*\s*$|^\W*$|\d*\s*\[[\w%-]{4,24}\]\s*$")
_AVATAR = regex(
    r"avatar|profil(?:e )?(?:bild|picture|foto)|profielfoto|^(?:photo|foto|bild) (?:of|von|van) ",
    re.IGNORECASE,
)

MOST_PAGER_WORDS = 10
"""No row of links to older and newer comments has more words than this."""


class Body(Struct):
    """A comment's lines.

    Attributes:
        head: What introduces it.
        lines: Its own lines.
        date: Its date, from the head or a line under the text.
        state: Whether it is held or deleted.
        answers: Whom a line over the text says that it answers, or None.
        author_url: The address that the name links to, or None.
        permalink: The address that the date links to, or None.
        by_post_author: Whether a mark beside the name says that the post's author wrote it.
    """

    head: Head
    lines: list[Line] = field(default_factory=list)
    date: ShownDate | None = None
    state: CommentState = CommentState.SHOWN
    answers: str | None = None
    author_url: str | None = None
    permalink: str | None = None
    by_post_author: bool = False


def ends_thread(line: Line) -> bool:
    """Whether a line belongs to what follows a thread: form, notices, links to more comments."""
    text = line.text
    if len(text) > 400:
        return False
    form = form_title(text) is not None
    note = len(text) < 200 and (is_mail_note(text) or is_required_note(text))
    return form or note or _is_pager(text) or is_closed_notice(text)


def _is_pager(text: str) -> bool:
    """Whether a line is a link to older or newer comments, or both of them in a row."""
    if is_older_link(text) or is_newer_link(text):
        return True
    words = text.split(" ")
    if len(words) > MOST_PAGER_WORDS:
        return False
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(
        (is_older_link(left) and is_newer_link(right))
        or (is_newer_link(left) and is_older_link(right))
        for left, right in halves
    )


def ends_page(line: Line) -> bool:
    """Whether a line begins what stands under the last comment: sharing, other posts, footer."""
    text = line.text
    if len(text) > 160:
        return False
    footer = text.startswith(("©", "Copyright", "(c) ", "Powered by", "Proudly powered"))
    return footer or is_share_label(text) or is_form_label(text) or is_comments_heading(text)


def split_bodies(
    lines: Sequence[Line], heads: Sequence[Head], end: int, order: DayOrder
) -> list[Body]:
    """The bodies of all comments.

    Args:
        lines: All lines of the save.
        heads: The heads of the comments, in order.
        end: The index of the first line that is no longer of the thread.
        order: The order of day and month on the page.
    """
    nexts = [head.first for head in heads[1:]] + [end]
    raw = [
        list(lines[head.body : stop if head.end is None else head.end])
        for head, stop in zip(heads, nexts, strict=True)
    ]
    if raw:
        raw[-1] = _cut_last(raw, heads)
    cut_at_reply = _replies_end(raw)
    bodies = []
    for at, (head, own) in enumerate(zip(heads, raw, strict=True)):
        following = heads[at + 1] if at + 1 < len(heads) else None
        body = Body(head, own, head.date, by_post_author=_is_marked(lines, head))
        body.author_url, body.permalink = _addresses(lines, head)
        _trim(body, following, order, cut_at_reply=cut_at_reply)
        bodies.append(body)
    return bodies


def _addresses(lines: Sequence[Line], head: Head) -> tuple[str | None, str | None]:
    """Where the name and the date of a head link to, each or None."""
    own = lines[head.first : head.body] if head.end is None else lines[head.end : head.end + 1]
    links = [link for line in own for link in line.links]
    name, date = head.author, head.date.text if head.date else None
    author = next((url for text, url in links if name and text.startswith(name)), None)
    moment = next((url for text, url in links if date and text.startswith(date)), None)
    return (author, moment if moment and "#" in moment else None)


def _is_marked(lines: Sequence[Line], head: Head) -> bool:
    """Whether the lines that introduce a comment hold a mark of the post's author."""
    said = [line.text for line in lines[head.first : head.body]]
    if not said:
        return False
    if any(map(is_post_author_mark, said)):
        return True
    dated = find_date(said[0])
    beside = said[0][: dated.start] if dated else said[0]
    return any(without_mark(text.strip(" |·•,-")) for text in (beside, strip_says(beside)))


def _cut_last(raw: Sequence[list[Line]], heads: Sequence[Head]) -> list[Line]:
    """The last body without the page's rest: by labels, then by the indent of the other bodies."""
    own = raw[-1]
    for at, line in enumerate(own):
        if ends_page(line) and not (is_footer(line.text) and at < len(own) - 1 and at == 0):
            own = own[:at]
            break
    margins = [
        min(line.indent for line in body) - head.column
        for body, head in zip(raw[:-1], heads[:-1], strict=True)
        if body
    ]
    if margins:
        least = min(sorted(margins)[len(margins) // 10 :]) + heads[-1].column
        for at, line in enumerate(own):
            if line.indent < least - 1:
                return own[:at]
    return own


def _replies_end(raw: Sequence[Sequence[Line]]) -> bool:
    """Whether a reply link stands under the comments, and not over them."""
    over = under = 0
    for body in raw:
        at = next((n for n, line in enumerate(body) if is_reply_line(line.text)), None)
        if at is not None:
            over += at == 0 and len(body) > 1
            under += at > 0 or len(body) == 1
    return under > over


def _trim(body: Body, following: Head | None, order: DayOrder, *, cut_at_reply: bool) -> None:
    """Take out of a body what its commenter did not write."""
    kept: list[Line] = []
    for line in body.lines:
        if ends_thread(line):
            break
        if is_reply_line(line.text):
            date = date_line(line.text, order)
            body.date = body.date or date
            if not kept and (name := replied_name(line.text)):
                body.answers = name
                continue
            if cut_at_reply:
                break
            continue
        if not kept and is_post_author_mark(line.text):
            body.by_post_author = True
        elif not kept and fold(line.text) in fillers():
            continue  # "at", whose date a script was to write
        elif is_held_notice(line.text):
            body.state = CommentState.HELD
        elif body.date is None and (date := date_line(line.text, order)):
            body.date = date
        elif not (is_footer(line.text) or _is_repeat(line, body.head, order)):
            kept.append(line)
    while kept and _is_trailer(kept[-1], following) and not is_deleted_notice(kept[-1].text):
        kept.pop()
    while len(kept) > 1 and _NUMBER.match(kept[0].text):
        kept.pop(0)
    if len(kept) == 1 and is_deleted_notice(kept[0].text):
        body.state = CommentState.DELETED
    body.lines = kept


def _is_repeat(line: Line, head: Head, order: DayOrder) -> bool:
    """Whether a line only says again who wrote when."""
    if head.shape is Shape.NAME or len(line.text) > 120:
        return False
    return bare_name(line.text) == head.author or (
        head.date is not None and date_line(line.text, order) is not None
    )


def _is_trailer(line: Line, following: Head | None) -> bool:
    """Whether the last line of a body is the picture, number or badge over the next comment."""
    text = line.text
    if _NUMBER.match(text) or stated_count(text) is not None:
        return True
    if following is None or len(text) > 80 or text.endswith((".", "!", "?")):
        return False
    name = following.author or ""
    return (bool(name) and (text == name or (name in text and bool(_AVATAR.search(text))))) or (
        len(text) < 60 and bool(_AVATAR.search(text)) and following.shape is not Shape.PING
    )
