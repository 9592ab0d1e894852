"""The comments that a Remark42 server answers, as its script would write them into its frame.

Keys, parents and addresses are those of `remark42__comment-ID` in a frame that was saved. Asked for
without a limit, a server gives the whole tree at once; of deleted comments those are in it that
somebody answered, without words, and without a name where they are deleted for good. Sources: the
API's manual (GET `/api/v1/find`), and `store/comment.go` and `store/service/tree.go`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from tui.model import CommentState, RemoteThread, ShownDate, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.machine import machine_date
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, in_page_order, integer, listed, text
from tui.parse.threads.remote.names import name_in_html
from tui.parse.threads.standards import blocks_of_words

_NOBODY = "deleted"  # the id of all whose comments are deleted for good


def is_answer(answer: object) -> bool:
    """Whether some JSON is what a Remark42 server answers."""
    return isinstance(at(answer, "comments"), list) and isinstance(at(answer, "info"), Mapping)


def thread_of(answer: object, remote: RemoteThread, page: str | None) -> Thread:
    """The thread that the answer of a server holds.

    Args:
        answer: Its tree of comments.
        remote: The service, as the page names it.
        page: The page's address, or None.
    """
    entries = in_page_order(
        listed(at(answer, "comments")), lambda node: listed(node.get("replies"))
    )
    raws = (
        _comment(entry, page)
        for node in entries
        if isinstance(entry := node.get("comment"), Mapping) and text(entry, "id")
    )
    comments = build_comments(tuple(islice(raws, MAX_ITEMS)))
    info = at(answer, "info")
    return Thread(
        comments=comments,
        system="remark42",
        stated_count=max(integer(info, "count") or 0, len(comments)),
        closed=at(info, "read_only") is True,
        remote=(remote,),
    )


def _comment(entry: Mapping[str, Any], page: str | None) -> RawComment:
    key = clean_line(text(entry, "id"))
    user = at(entry, "user")
    is_deleted = at(entry, "delete") is True
    date = machine_date(text(entry, "time"))
    where = text(at(entry, "locator"), "url").partition("#")[0]
    return RawComment(
        author=None if text(user, "id") == _NOBODY else name_in_html(text(user, "name")),
        blocks=blocks_of_words(text(entry, "text"), page),
        key=key,
        parent_key=clean_line(text(entry, "pid")) or None,
        date=None if date is None else ShownDate("", date),
        permalink=clean_link(f"{where}#remark42__comment-{key}", page),
        state=CommentState.DELETED if is_deleted else CommentState.SHOWN,
        by_post_author=at(user, "admin") is True,
        score=integer(entry, "score"),
    )
