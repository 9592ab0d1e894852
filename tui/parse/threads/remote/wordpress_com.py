"""The comments that the API of WordPress.com answers, as its themes would write them into the page.

Sites there are asked by their host. Other than WordPress's own API it tells pings, likes and how
many comments there are, and dates with the site's offset. Source: the API's manual (version 1.1,
GET `/sites/$site/posts/$post_ID/replies/`) and the endpoints of Jetpack, which answer the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tui.model import CommentKind, CommentState, RemoteThread, ShownDate, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.machine import machine_date
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, integer, listed, text
from tui.parse.threads.remote.names import name_in_html
from tui.parse.threads.remote.wordpress import KINDS, SYSTEM, address_of
from tui.parse.threads.standards import blocks_of_words

_STATES = {
    "unapproved": CommentState.HELD,
    "spam": CommentState.HELD,
    "trash": CommentState.DELETED,
}


def is_answer(answer: object) -> bool:
    """Whether some JSON is what WordPress.com answers."""
    return isinstance(at(answer, "comments"), list)


def count_in(answer: object) -> int:
    """How many comments an answer holds."""
    return len(listed(at(answer, "comments")))


def thread_of(
    answers: Sequence[object],
    remote: RemoteThread,
    page: str | None,
    authors: Collection[str] = (),
) -> Thread:
    """The thread that the answers hold.

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
        for entry in listed(at(answer, "comments"))
        if text(entry, "ID")
    ]
    comments = build_comments(raws[:MAX_ITEMS])
    found = integer(answers[0], "found") if answers else None
    return Thread(
        comments=comments,
        system=SYSTEM,
        stated_count=None if found is None or found < 0 else max(found, len(comments)),
        remote=(remote,),
    )


def _comment(entry: Mapping[str, Any], page: str | None, authors: Collection[str]) -> RawComment:
    key = clean_line(text(entry, "ID"))
    person = at(entry, "author")
    author = name_in_html(text(person, "name"))
    is_known = text(person, "ID") not in {"", "0"}
    date = machine_date(text(entry, "date"))
    return RawComment(
        author=author,
        blocks=blocks_of_words(text(entry, "content"), page),
        key=key,
        parent_key=clean_line(text(at(entry, "parent"), "ID")) or None,
        date=None if date is None else ShownDate("", date),
        author_url=address_of(text(person, "URL"), page),
        permalink=clean_link(text(entry, "URL") or f"#comment-{key}", page),
        kind=KINDS.get(text(entry, "type"), CommentKind.COMMENT),
        state=_STATES.get(text(entry, "status"), CommentState.SHOWN),
        by_post_author=is_known and author in authors,
        score=integer(entry, "like_count") or None,
    )
