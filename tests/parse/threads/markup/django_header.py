"""Django: the tree template of django-comments-xtd since version 2.9."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    author = sample.name
    if sample.number % 2:
        author = f'<a href="https://n.example/" target="_new">{author}</a>'
    answers = f'<div class="py-3">{replies}</div>' if replies else ""
    return (
        f'<div id="c{sample.number}" class="comment d-flex"><img src="g.png" class="me-3"><div '
        'class="d-flex flex-column flex-grow-1"><h6 class="comment-header mb-1 d-flex"><div '
        f'class="d-inline flex-grow-1"><span>{sample.at:%B %-d, %Y, %-I:%M} p.m.&nbsp;-&nbsp;'
        f'{author}</span> <span>&nbsp;&nbsp;<a class="permalink text-decoration-none" '
        f'href="/blog/1/#c{sample.number}">¶</a></span></div><div class="d-inline"></div></h6>'
        f'<div class="content py-1">{sample.body}</div><div><a class="small" '
        f'href="/reply/{sample.number}/">Reply</a></div>{answers}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments"><h4>Comments</h4>{nested(thread, _one)}</div>')


MARKUP = Markup("django", _write, nameless=False)
