"""Habr: the page of a publication's comments."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested


def _one(sample: Sample, replies: str) -> str:
    children = f'<div class="tm-comment-thread__children">{replies}</div>' if replies else ""
    return (
        '<section class="tm-comment-thread"><article class="tm-comment-thread__comment">'
        f'<a name="comment_{sample.number}" class="tm-comment-thread__target"></a>'
        f'<div data-comment-body="{sample.number}" class="tm-comment">'
        '<div class="tm-comment__header"><span class="tm-user-info">'
        '<a href="/ru/users/u/" class="tm-user-info__userpic"><img alt="" src="a"></a>'
        f'<a href="/ru/users/u/" class="tm-user-info__username"> {sample.name} </a></span>'
        f'<a href="/ru/articles/1/comments/#comment_{sample.number}" '
        f'class="tm-comment-thread__comment-link"><time datetime="{sample.at.isoformat()}.000Z">'
        "2 года назад</time></a></div>"
        f'<div class="tm-comment__body-content"><div>{sample.body}</div></div>'
        '<div class="tm-comment-footer"><span class="tm-votes-lever__score-counter">+3</span>'
        f"<button>Ответить</button></div></div></article>{children}</section>"
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Peat</title></head><body>'
        '<h1 class="tm-title"><a href="/ru/articles/1/">Peat</a></h1>'
        '<div class="tm-comments-wrapper"><div class="tm-comments__tree">'
        f"{nested(thread, _one)}</div></div></body></html>"
    )


MARKUP = Markup("habr", _write, nameless=False)
