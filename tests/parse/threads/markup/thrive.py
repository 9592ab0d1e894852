"""Thrive Comments as its script draws them: levels in classes, replies in boxes of their own."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    return (
        '<div class="tcm-comment"><div class="deleted-state"></div>'
        f'<div class="tcm-comment-content level-{sample.depth + 1}" data-comment-id="{number}">'
        '<div class="tcm-comment-header">'
        '<div class="tcm-author-content"><div class="tcm-user-info"><div '
        f'class="tcm-comment-author-name"><strong>{sample.name}</strong><div '
        'class="tcm-author-badges"><span class="text">Regular</span></div></div>'
        f'<div class="tcm-date-container"><span>{sample.at:%B %-d, %Y}</span></div></div></div>'
        '</div><div class="tcm-comment-text"><p class="tcm-moderation">This comment is awaiting '
        f'moderation</p><div class="tcm-comment-text-content">{sample.body}</div></div>'
        '<div class="tcm-voting-container"><button class="tcm-voting-input tcm-upvote">'
        '<span class="tcm-votes-count">3</span></button></div><button class="tcm-reply-btn" '
        f'data-id="{number}">Reply</button></div><div class="tcm-replies">{replies}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="comments"><div id="thrive-comments" class="clearfix"><div '
        f'class="thrive-comments-content"><div class="tcm-comments-list">{nested(thread, _one)}'
        "</div></div></div></div>"
    )


MARKUP = Markup("thrive", _write)
