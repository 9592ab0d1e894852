"""Lemmy: the comments of a post's page."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    children = f'<ul class="comments border-start">{replies}</ul>' if replies else ""
    return (
        '<li class="comment list-unstyled"><article class="details comment-node py-2" '
        f'id="comment-{sample.number}"><div class="ms-2"><div class="d-flex text-muted small">'
        '<button class="btn btn-sm" aria-label="Collapse"><svg></svg></button>'
        '<a class="person-listing d-inline-flex text-info" title="u" href="/u/u@fen.example">'
        f'<span>{sample.name}</span><small class="text-muted">@fen.example</small></a>'
        f'<a class="btn btn-link" title="link" href="/post/1/{sample.number}"><svg></svg></a>'
        '<span class="badge text-bg-light">English</span><span class="unselectable"><span>'
        '<span aria-label="8 Upvotes" data-tippy-content="8 Upvotes"><svg></svg>8</span></span>'
        '</span><span class="moment-time pointer unselectable" '
        f'data-tippy-content="{sample.at:%A, %B %-d, %Y at %-I:%M:%S %p}">2 years ago</span></div>'
        f'<div class="comment-content"><div class="md-div">{sample.body}</div></div>'
        f'<div class="comment-bottom-btns"><button class="btn">Reply</button></div></div></article>'
        f"{children}</li>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div><ul class="comments">{nested(thread, _one)}</ul></div>')


MARKUP = Markup("lemmy", _write, nameless=False)
