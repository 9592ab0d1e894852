"""Pages for the tests of threads, and threads as plain values that tests compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui.model import Comment, Thread, blocks_text
from tui.parse.document import Document, read_document
from tui.parse.threads import FoundThread, find_thread

FIXTURES = Path(__file__).parents[3] / "fixtures" / "threads"


def document(html: str, url: str | None = None) -> Document:
    return read_document(html, url)


def found(html: str, url: str | None = None) -> FoundThread:
    return find_thread(document(html, url))


def thread(html: str, url: str | None = None) -> Thread:
    result = found(html, url).thread
    assert result is not None
    return result


def comment_values(comment: Comment) -> dict[str, Any]:
    """A comment as its expected file writes it: what is None or usual is left out."""
    date = comment.date
    values = {
        "key": comment.key,
        "author": comment.author,
        "author_url": comment.author_url,
        "date": date.iso if date else None,
        "date_text": date.text if date else None,
        "parent": comment.parent,
        "permalink": comment.permalink,
        "kind": str(comment.kind) if comment.kind != "comment" else None,
        "state": str(comment.state) if comment.state != "shown" else None,
        "by_post_author": comment.by_post_author or None,
        "score": comment.score,
        "reply_url": comment.reply_url,
        "text": blocks_text(comment.blocks),
    }
    return {name: value for name, value in values.items() if value is not None}


def found_values(result: FoundThread) -> dict[str, Any]:
    """What was found as its expected file writes it."""
    thread = result.thread
    if thread is None:
        return {"system": None, "notes": list(result.notes), "comments": []}
    values: dict[str, Any] = {
        "system": thread.system,
        "stated_count": thread.stated_count,
        "closed": thread.closed,
        "more": [[link.label, link.url, str(link.kind)] for link in thread.more],
        "notes": list(result.notes),
        "comments": [comment_values(comment) for comment in thread.comments],
    }
    if thread.remote:
        values["remote"] = [[one.service, one.url, dict(one.details)] for one in thread.remote]
    return values
