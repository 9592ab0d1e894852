"""Squarespace: what its script makes of a thread, replies in boxes after what they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _key(number: int) -> str:
    return f"{number:024x}"


def _one(sample: Sample, replies: str) -> str:
    children = f'<div class="replies">{replies}</div>' if replies else ""
    return (
        f'<div class="comment" id="comment-{_key(sample.number)}"><div class="comment-container">'
        f'<div class="comment-header"><span class="author">{sample.name}</span>'
        f'<span class="date">{sample.at:%-d %B %Y}</span><span class="likes">'
        f'<span class="like-count">2 Likes</span></span></div><div class="comment-body">'
        f'{sample.body}</div><div class="comment-btn-container"><span>Like</span>'
        f"<span>Reply</span></div></div></div>{children}"
    )


def _write(thread: Thread) -> str:
    return page(
        '<section><div class="squarespace-comments" id="comments-5c01a2b3c4d5e6f701234567">'
        '<div class="comments-header"><div class="comment-count">'
        f'Comments ({len(thread)})</div></div><div class="comment-list">{nested(thread, _one)}'
        "</div></div></section>"
    )


MARKUP = Markup("squarespace", _write, key=_key)
