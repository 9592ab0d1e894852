"""Serendipity: the theme timeline, which nests answers in lists."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number, author = sample.number, sample.name
    if number % 2:
        author = f'<a class="comment-author-url" href="https://n.example/">{author}</a>'
    children = f'<ul class="comment-children">{replies}</ul>' if replies else ""
    return (
        f'<li id="comment-{number}" class="comment-list-item"><a id="c{number}"></a>'
        f'<div id="div-comment-{number}" class="comment_any comment_odd comment_author_n">'
        '<div class="comment-list-item-body"><h5 class="comment-author-heading">'
        f'<span class="comment-author-details"> {author} </span>&nbsp; <time class="comment-date" '
        f'datetime="{sample.at.isoformat()}+00:00">{sample.at:%b %-d. %Y}</time></h5>'
        f'<div class="comment-content">{sample.body}</div><div class="comment-meta">'
        f'<a class="comment-source-trace btn" href="#c{number}">#1.{number}</a> '
        '<a class="comment-reply-link btn" href="#serendipity_CommentForm" title="Reply">'
        f'<span class="sr-only"> Reply</span></a></div></div></div>{children}</li>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<section id="comments"><h3>Comments</h3><ul class="comment-list">'
        f"{nested(thread, _one)}</ul></section>"
    )


MARKUP = Markup("serendipity", _write)
