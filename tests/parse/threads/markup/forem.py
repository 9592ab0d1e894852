"""Forem: the comments of an article."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    classes = f"comment single-comment-node comment--deep-{sample.depth}"
    return (
        '<details class="comment-wrapper js-comment-wrapper" open><summary>'
        f'<span class="js-comment-username">{sample.name}</span></summary>'
        f'<div id="comment-node-{sample.number}" class="{classes}" '
        f'data-comment-id="{sample.number}" data-comment-author-id="3"><div class="comment__inner">'
        '<a href="/u" class="crayons-avatar"><img alt="u profile image" src="a"></a>'
        '<div class="inner-comment comment__details"><div class="comment__content">'
        '<div class="comment__header"><a href="/u" class="crayons-link fw-medium">'
        f'<span class="js-comment-username">{sample.name}</span></a>'
        '<a href="/u/comment/1" class="comment-date crayons-link"><time '
        f'datetime="{sample.at.isoformat()}Z">{sample.at:%b %-d}</time></a>'
        '<div class="comment__dropdown"><a href="/u/comment/1">Permalink</a></div></div>'
        f'<div class="comment__body body">{sample.body}</div></div>'
        '<footer class="comment__footer"><button><span class="reactions-count">4</span> likes'
        f"</button></footer></div></div>{replies}</div></details>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<section id="comments"><div id="comments-container">'
        f'<div class="comments" id="comment-trees-container">{nested(thread, _one)}</div></div>'
        "</section>"
    )


MARKUP = Markup("forem", _write, nameless=False)
