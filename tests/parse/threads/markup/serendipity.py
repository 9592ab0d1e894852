"""Serendipity: the theme 2k11, flat with levels; only half of the names are links."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    number = sample.number
    author = f'<a href="https://n.example/">{sample.name}</a>' if number % 2 else sample.name
    origin = ""
    if sample.parent is not None:
        parent = thread[sample.parent].number
        origin = f' | <a class="reply_origin" href="#c{parent}">Reply to #c{parent}</a>'
    return (
        f'<article id="c{number}" class="serendipity_comment odd commentlevel-{sample.depth}">'
        f'<header class="clearfix"><h4>{author} on <time datetime="{sample.at.isoformat()}+00:00">'
        f'{sample.at:%A, %B %-d %Y}</time>:</h4></header><div class="serendipity_commentBody '
        f'clearfix content">{sample.body}</div><footer><time>{sample.at:%H:%M}</time> | '
        f'<a class="comment_source_trace" href="#c{number}">Link</a>{origin} | '
        f'<a class="comment_reply" href="#serendipity_CommentForm">Reply</a></footer></article>'
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample, thread) for sample in thread)
    return page(
        '<section id="comments" class="serendipity_comments serendipity_section_comments">'
        f"<h3>Comments</h3>{comments}</section>"
    )


MARKUP = Markup("serendipity", _write, nameless=False)
