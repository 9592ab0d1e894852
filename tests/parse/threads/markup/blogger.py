"""Blogger: what its comment script writes, answers in boxes inside what they answer."""

from __future__ import annotations

from datetime import UTC

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def link(sample: Sample) -> str:
    """The permalink of a comment, which holds its moment in milliseconds."""
    moment = int(sample.at.replace(tzinfo=UTC).timestamp()) * 1000
    return f"https://p.example/2021/03/a.html?showComment={moment}#c{sample.number}"


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    children = (
        f'<div class="comment-replies"><div id="c{number}-rt" class="comment-thread inline-thread">'
        '<span class="thread-toggle thread-expanded"><span class="thread-arrow"></span>'
        '<span class="thread-count"><a target="_self">Replies</a></span></span>'
        f'<ol id="c{number}-ra" class="thread-chrome thread-expanded"><div>{replies}</div></ol>'
        "</div></div>"
        if replies
        else ""
    )
    return (
        f'<li class="comment" id="c{number}"><div class="avatar-image-container"><img src="a.png" '
        'alt=""></div><div class="comment-block"><div class="comment-header"><cite class="user">'
        f'<a href="https://www.blogger.com/profile/1" rel="nofollow">{sample.name}</a></cite>'
        '<span class="icon user "></span><span class="datetime secondary-text">'
        f'<a rel="nofollow" href="{link(sample)}">{sample.at:%-d %B %Y at %H:%M}</a></span></div>'
        f'<div class="comment-content">{sample.body}</div><span class="comment-actions '
        'secondary-text"><a class="comment-reply" target="_self">Reply</a><span '
        'class="item-control blog-admin"><a href="#">Delete</a></span></span></div>'
        f'{children}<div class="comment-replybox-single" id="c{number}-ce"></div></li>'
    )


def _write(thread: Thread) -> str:
    return page(
        f'<div class="comments" id="comments"><h4>{len(thread)} comments:</h4>'
        '<div class="comments-content"><div id="comment-holder"><div class="comment-thread '
        f'toplevel-thread"><ol id="top-ra">{nested(thread, _one)}</ol></div></div></div></div>',
        '<meta content="blogger" name="generator">',
    )


MARKUP = Markup("blogger", _write)
