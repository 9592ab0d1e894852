"""Isso: the comments as its script renders them, for two levels."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    return (
        f"<div class='isso-comment' id='isso-{sample.number}' data-hash='0123456789ab'>"
        "<div class='isso-avatar'><svg></svg></div><div class='isso-text-wrapper'>"
        f"<div class='isso-comment-header'><span class='isso-author'>{sample.name}</span>"
        "<span class='isso-spacer'>&bull;</span>"
        f"<a class='isso-permalink' href='#isso-{sample.number}'>"
        f"<time title='{sample.at}' datetime='{sample.at.isoformat()}.000Z'>2 years ago</time></a>"
        f"<span class='isso-note'></span></div><div class='isso-text'>{sample.body}</div>"
        "<div class='isso-comment-footer'><a class='isso-upvote' href='#'><svg></svg></a>"
        "<span class='isso-spacer'>|</span><a class='isso-downvote' href='#'><svg></svg></a>"
        "<a class='isso-reply' href='#'>Reply</a></div></div>"
        f"<div class='isso-follow-up'>{replies}</div></div>"
    )


def _write(thread: Thread) -> str:
    return page(
        "<section id='isso-thread'><h4 class='isso-thread-heading'>Comments</h4>"
        "<div class='isso-postbox'></div>"
        f"<div id='isso-root'>{nested(thread, _one)}</div></section>"
    )


MARKUP = Markup("isso", _write, nameless=False, deepest=1)
