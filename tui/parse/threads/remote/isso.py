"""The comments that an Isso server answers, as its script would write them into the page.

Keys, parents and addresses are those of `.isso-comment` in a page that the script has filled; a
moment takes the place of the date that the script words. Source: the API's manual ("Comment", GET
`/`) and the views of releases 0.10 to 0.14: comments of two levels, of which a server may keep back
the later ones (`hidden_replies`); `mode` is 1, 2 for held and 4 for deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from tui.model import CommentState, RemoteThread, ShownDate, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.threads.builder import RawComment, build_comments
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.payload import at, integer, listed, text
from tui.parse.threads.remote.names import name_in_html
from tui.parse.threads.standards import blocks_of_words

_STATES = {2: CommentState.HELD, 4: CommentState.DELETED}
_AUTHORS = "data-isso-page-author-hashes"


class Gap(NamedTuple):
    """Comments that an answer keeps back.

    Attributes:
        parent: The id of the comment that they answer, or None at top level.
        after: The time of the last one before them, as the server writes it; 0 for the first.
    """

    parent: str | None
    after: str


def is_answer(answer: object) -> bool:
    """Whether some JSON is what an Isso server answers."""
    return isinstance(at(answer, "replies"), list)


def gaps(answer: object) -> Iterator[Gap]:
    """What an answer keeps back, at top level and under each comment."""
    for holder in (answer, *listed(at(answer, "replies"))):
        if (integer(holder, "hidden_replies") or 0) > 0:
            replies = listed(at(holder, "replies"))
            last = at(replies[-1], "created") if replies else 0
            after = repr(last) if isinstance(last, int | float) else "0"
            yield Gap(text(holder, "id") or None, after)


def thread_of(answers: Sequence[object], remote: RemoteThread, page: str | None) -> Thread:
    """The thread that the answers of a server hold.

    Args:
        answers: The first one, then those that fill its gaps.
        remote: The service, as the page names it.
        page: The page's address, or None.
    """
    by = dict(remote.details)
    authors = frozenset(by.get(_AUTHORS, "").replace(",", " ").split())
    raws = [
        _comment(entry, page, authors)
        for answer in answers
        for entry in _entries(answer)
        if text(entry, "id")
    ]
    comments = build_comments(raws[:MAX_ITEMS])
    stated = integer(answers[0], "total_replies") if answers else None
    return Thread(
        comments=comments,
        system="isso",
        stated_count=max(stated or 0, len(comments)),
        remote=(remote,),
    )


def _entries(answer: object) -> Iterator[Mapping[str, Any]]:
    """The comments of an answer, each before its replies."""
    for entry in listed(at(answer, "replies")):
        yield entry
        yield from listed(entry.get("replies"))


def _comment(entry: Mapping[str, Any], page: str | None, authors: frozenset[str]) -> RawComment:
    key = clean_line(text(entry, "id"))
    state = _STATES.get(integer(entry, "mode") or 1, CommentState.SHOWN)
    return RawComment(
        author=name_in_html(text(entry, "author")),
        blocks=blocks_of_words(text(entry, "text"), page),
        key=key,
        parent_key=clean_line(text(entry, "parent")) or None,
        date=_date(at(entry, "created")),
        author_url=clean_link(text(entry, "website"), page),
        permalink=clean_link(f"#isso-{key}", page),
        state=state,
        by_post_author=text(entry, "hash") in authors,
        score=(integer(entry, "likes") or 0) - (integer(entry, "dislikes") or 0) or None,
    )


def _date(created: object) -> ShownDate | None:
    if not isinstance(created, int | float) or isinstance(created, bool):
        return None
    try:
        return ShownDate("", datetime.fromtimestamp(int(created), UTC))
    except (ValueError, OverflowError, OSError):
        return None
