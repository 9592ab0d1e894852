"""The comments that WordPress's REST API answers, as a theme would write them into the page.

Keys are the numbers that ids in the page end in (`comment-12`), and each comment names the one that
it answers, also where themes nest no deeper. Dates are told twice, as the site's clock had them and
in UTC; the difference is the site's offset on that day. Who is not logged in gets comments alone,
and no pings, unless a plug-in has them told. Source: the REST API handbook ("Comments") and
`class-wp-rest-comments-controller.php`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tui.model import CommentKind, CommentState, RemoteThread, ShownDate, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.machine import machine_date
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, listed, text
from tui.parse.threads.remote.names import name_in_html, unescaped
from tui.parse.threads.standards import blocks_of_words

SYSTEM = "wordpress"
"""What a page with these comments in its HTML calls them."""

KINDS: Mapping[str, CommentKind] = {
    "pingback": CommentKind.PINGBACK,
    "trackback": CommentKind.TRACKBACK,
    "webmention": CommentKind.WEBMENTION,
}
"""The types that are no comments; the last is that of a plug-in."""

_STATES = {
    "hold": CommentState.HELD,
    "spam": CommentState.HELD,
    "trash": CommentState.DELETED,
}
_FARTHEST = timedelta(hours=14)
"""No clock is farther from UTC."""

_STEP = timedelta(minutes=15)
"""Clocks differ from UTC by whole quarters of an hour."""

_NO_ADDRESS = frozenset({"http://", "https://"})
"""What forms have in the field of an address that nobody filled."""


def is_answer(answer: object) -> bool:
    """Whether some JSON is what WordPress answers: a list of comments, perhaps an empty one."""
    return isinstance(answer, list) and all(
        text(entry, "id") and isinstance(at(entry, "content"), Mapping) for entry in answer
    )


def count_in(answer: object) -> int:
    """How many comments an answer holds."""
    return len(listed(answer))


def thread_of(
    answers: Sequence[object],
    remote: RemoteThread,
    page: str | None,
    authors: Collection[str] = (),
) -> Thread:
    """The thread that the answers of a site hold; they do not say how many comments there are.

    Args:
        answers: One a page of comments, in their order.
        remote: The service, as the page names it.
        page: The page's address, or None.
        authors: Who wrote the post: those comments are theirs that somebody of that name wrote who
            was logged in.
    """
    raws = [
        _comment(entry, page, authors)
        for answer in answers
        for entry in listed(answer)
        if text(entry, "id")
    ]
    return Thread(comments=build_comments(raws[:MAX_ITEMS]), system=SYSTEM, remote=(remote,))


def _comment(entry: Mapping[str, Any], page: str | None, authors: Collection[str]) -> RawComment:
    key = clean_line(text(entry, "id"))
    author = name_in_html(text(entry, "author_name"))
    is_known = text(entry, "author") not in {"", "0"}
    return RawComment(
        author=author,
        blocks=blocks_of_words(text(at(entry, "content"), "rendered"), page),
        key=key,
        parent_key=clean_line(text(entry, "parent")) or None,
        date=_date(text(entry, "date"), text(entry, "date_gmt")),
        author_url=address_of(text(entry, "author_url"), page),
        permalink=clean_link(text(entry, "link") or f"#comment-{key}", page),
        kind=KINDS.get(text(entry, "type"), CommentKind.COMMENT),
        state=_STATES.get(text(entry, "status"), CommentState.SHOWN),
        by_post_author=is_known and author in authors,
    )


def address_of(url: str, page: str | None) -> str | None:
    """The address that somebody gave with a comment, or None."""
    url = unescaped(url).strip()
    return None if url in _NO_ADDRESS else clean_link(url, page)


def _date(local: str, utc: str) -> ShownDate | None:
    """A moment with the site's offset, or what is told of it."""
    clock, moment = machine_date(local), machine_date(utc)
    if not isinstance(moment, datetime):
        return None if clock is None else ShownDate("", clock)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not isinstance(clock, datetime):
        return ShownDate("", moment)
    ahead = clock.replace(tzinfo=UTC) - moment
    if abs(ahead) > _FARTHEST or ahead % _STEP:
        return ShownDate("", moment)  # one of the two was changed by hand
    return ShownDate("", clock.replace(tzinfo=timezone(ahead) if ahead else UTC))
