"""Disqus: the document of its frame, with the posts as JSON.

Recognised is the document at `disqus.com/embed/comments/` as the server sends it: its script
element `disqus-threadData` has the thread and its first fifty posts. The names of the fields are
those of the Disqus API's objects; times are UTC.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.model import CommentState
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.threads.builder import RawComment
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, integer, json_in, listed, text
from tui.parse.threads.standards import blocks_of_words
from tui.parse.threads.system import System, sign

_DATA = "script#disqus-threadData"


def _comments(document: Document) -> Sequence[RawComment]:
    response = at(json_in(document, _DATA), "response")
    thread = at(response, "thread")
    posts = listed(at(response, "posts"))[:MAX_ITEMS]
    return [_comment(post, thread, document) for post in posts]


def _stated(document: Document) -> int | None:
    return integer(at(at(json_in(document, _DATA), "response"), "thread"), "posts")


def _comment(post: Mapping[str, object], thread: object, document: Document) -> RawComment:
    state = _state(post)
    is_there = state is not CommentState.DELETED  # else its author is called "Guest"
    author = at(post, "author") if is_there else None
    key = clean_line(text(post, "id"))
    link = clean_link(text(thread, "link"), document.base)
    when = text(post, "createdAt")
    writer = text(author, "id")
    return RawComment(
        author=clean_line(text(author, "name")) or None,
        blocks=blocks_of_words(text(post, "message"), document.base),
        key=key or None,
        parent_key=clean_line(text(post, "parent")) or None,
        date=shown_date("", machine=when and when + "Z") if when else None,
        author_url=clean_link(text(author, "url") or text(author, "profileUrl")),
        permalink=f"{link}#comment-{key}" if link and key else None,
        state=state,
        by_post_author=bool(writer) and writer == text(thread, "author"),
        score=integer(post, "likes") if is_there else None,
    )


def _state(post: Mapping[str, object]) -> CommentState:
    if post.get("isDeleted") is True:
        return CommentState.DELETED
    return CommentState.HELD if post.get("isApproved") is False else CommentState.SHOWN


SYSTEM = System(
    name="disqus-frame",
    title="Disqus (frame)",
    sign=sign("#disqus-threadData"),
    data=_comments,
    stated=_stated,
)
