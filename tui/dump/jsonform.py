"""A page as the JSON objects that docs/json.md describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from tui.model import Comment, Page, Parts, ShownDate, Thread, blocks_text
from tui.model.codec import Json, blocks_to_json, value_to_json
from tui.parse.patterns import regex

if TYPE_CHECKING:  # only filters and orders load it
    from tui.reading.selection import Selection

JsonObject: TypeAlias = dict[str, Json]

# Controls, line separators, bidirectional controls and lone surrogates: a source's own name may
# hold them. Only JSON's strings can, so that an escape is always right.
_UNSAFE = regex("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dump_json(page: Page, page_id: str, part: Selection | None = None) -> str:
    """The page with its blocks and its form, as indented JSON.

    Args:
        page: The page.
        page_id: What the list calls it.
        part: What to print of its thread instead of the whole.
    """
    return to_line(record_with_blocks(page, page_id, part), indent=2)


def to_line(value: Mapping[str, Json], indent: int | None = None) -> str:
    """JSON in UTF-8 characters where they are safe, on one line unless indented."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def record(page: Page, page_id: str) -> JsonObject:
    """What `extract` prints of a page.

    Args:
        page: The page.
        page_id: What the list calls it.
    """
    article, thread = page.article, page.thread
    notes: list[Json] = list(page.notes)
    return {
        "page": page_id,
        "url": page.url or page.canonical,
        "title": article.title,
        "author": ", ".join(article.authors) or None,
        "date": _iso(article.published),
        "language": page.language,
        "article": blocks_text(article.blocks),
        "system": thread.system if thread else None,
        "stated_count": thread.stated_count if thread else None,
        "comments": [_comment(comment) for comment in thread.comments] if thread else [],
        "notes": notes,
    }


def record_with_blocks(page: Page, page_id: str, part: Selection | None = None) -> JsonObject:
    """What `dump --format json` prints: `record`, with all that the model knows besides."""
    article, thread = page.article, page.thread
    printed = part.thread if part else thread
    context = (part and part.context) or frozenset()
    comments: list[Json] = [
        {**_comment_with_blocks(comment), "matches": index not in context}
        for index, comment in enumerate(printed.comments if printed else ())
    ]
    return {
        **record(page, page_id),
        "comments": comments,
        "blocks": blocks_to_json(article.blocks),
        "authors": value_to_json(article.authors),
        "updated": _iso(article.updated),
        "lead_image": value_to_json(article.lead_image),
        "site": page.site,
        "feeds": value_to_json(page.feeds),
        "thread": _thread(thread) if thread else None,
        "form": value_to_json(page.form),
        "reply_mail": page.reply_mail,
        "parts": _parts(page.parts) if page.parts else None,
        "joined": list(page.joined),
        "key": page.key,
    }


def _comment(comment: Comment) -> JsonObject:
    return {
        "key": comment.key,
        "author": comment.author,
        "date": _iso(comment.date),
        "date_text": (comment.date.text or None) if comment.date else None,
        "parent": comment.parent,
        "kind": str(comment.kind),
        "text": blocks_text(comment.blocks),
        "permalink": comment.permalink,
    }


def _comment_with_blocks(comment: Comment) -> JsonObject:
    return {
        **_comment(comment),
        "author_url": comment.author_url,
        "state": str(comment.state),
        "by_post_author": comment.by_post_author,
        "score": comment.score,
        "reply_url": comment.reply_url,
        "blocks": blocks_to_json(comment.blocks),
    }


def _thread(thread: Thread) -> JsonObject:
    return {
        "total": len(thread),
        "closed": thread.closed,
        "more": [
            {"label": link.label, "url": link.url, "kind": str(link.kind)} for link in thread.more
        ],
        "remote": [
            {"service": one.service, "url": one.url, "details": dict(one.details)}
            for one in thread.remote
        ],
    }


def _parts(parts: Parts) -> JsonObject:
    return {
        "number": parts.number,
        "count": parts.count,
        "previous": parts.previous,
        "next": parts.next,
        "whole": parts.whole,
    }


def _iso(date: ShownDate | None) -> str | None:
    return date.iso if date else None
