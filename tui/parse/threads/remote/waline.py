"""The comments that a Waline server answers, as its script would write them into the page.

Keys and addresses are those of `.wl-card-item` in a page that the script has filled. The server
gives conversations in the order of the page, the newest first, and all answers of one flat below
the comment that began it; here they stand below the comment that they answer, as they were written.
Sources: the API's manual (GET `/api/comment`), and `controller/comment.js` of releases 1.x, of
which the first had neither `errno` nor moments in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tui.model import CommentState, RemoteThread, ShownDate, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.machine import machine_date
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, integer, listed, text
from tui.parse.threads.remote.names import name_of
from tui.parse.threads.standards import blocks_of_words

_STATES = {"waiting": CommentState.HELD, "spam": CommentState.HELD}
_OWNER = "administrator"


def is_answer(answer: object) -> bool:
    """Whether some JSON is what a Waline server answers."""
    return isinstance(at(_told(answer), "data"), list)


def pages(answer: object) -> int:
    """How many pages of conversations a server has."""
    return max(integer(_told(answer), "totalPages") or 0, 1)


def thread_of(answers: Sequence[object], remote: RemoteThread, page: str | None) -> Thread:
    """The thread that the answers of a server hold.

    Args:
        answers: One a page of conversations, in their order.
        remote: The service, as the page names it.
        page: The page's address, or None.
    """
    raws = [
        _comment(entry, page)
        for answer in answers
        for entry in _entries(answer)
        if text(entry, "objectId")
    ]
    comments = build_comments(raws[:MAX_ITEMS])
    stated = integer(_told(answers[0]), "count") if answers else None
    return Thread(
        comments=comments,
        system="waline",
        stated_count=max(stated or 0, len(comments)),
        remote=(remote,),
    )


def _told(answer: object) -> object:
    """What an answer is about: its `data`, or all of it where that is the list alone."""
    data = at(answer, "data")
    return data if isinstance(data, Mapping) else answer


def _entries(answer: object) -> Iterator[Mapping[str, Any]]:
    """The comments of an answer, each before what answers it."""
    for entry in listed(at(_told(answer), "data")):
        yield entry
        yield from sorted(listed(entry.get("children")), key=_moment)


def _moment(entry: Mapping[str, Any]) -> tuple[float, int]:
    """When a comment was written; of one second, its number tells."""
    time = at(entry, "time")
    number = text(entry, "objectId")
    return (
        time if isinstance(time, int | float) else 0,
        int(number) if number.isdecimal() and number.isascii() else 0,
    )


def _comment(entry: Mapping[str, Any], page: str | None) -> RawComment:
    key = clean_line(text(entry, "objectId"))
    return RawComment(
        author=name_of(text(entry, "nick")),
        blocks=blocks_of_words(text(entry, "comment"), page),
        key=key,
        parent_key=clean_line(text(entry, "pid") or text(entry, "rid")) or None,
        date=_date(entry),
        author_url=clean_link(text(entry, "link"), page),
        permalink=clean_link(f"#{key}", page),
        state=_STATES.get(text(entry, "status"), CommentState.SHOWN),
        by_post_author=text(entry, "type") == _OWNER,
        score=integer(entry, "like") or None,
    )


def _date(entry: Mapping[str, Any]) -> ShownDate | None:
    time = at(entry, "time")
    if not isinstance(time, int | float) or isinstance(time, bool):
        told = machine_date(text(entry, "insertedAt"))
        return None if told is None else ShownDate("", told)
    try:
        return ShownDate("", datetime.fromtimestamp(int(time / 1000), UTC))
    except (ValueError, OverflowError, OSError):
        return None
