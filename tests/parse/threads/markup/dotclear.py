"""Dotclear: the flat list of the set dotty."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    author = sample.name
    if sample.number % 2:
        author = f'<a href="https://n.example/" rel="ugc nofollow">{author}</a>'
    return (
        f'<li id="c{sample.number}" class="comment  odd "><p class="comment-info">'
        f'<a href="#c{sample.number}" class="comment-number">{sample.number}</a> From {author} - '
        f'<time datetime="{sample.at.isoformat()}+00:00">{sample.at:%d/%m/%Y, %H:%M}</time></p>'
        f'<div class="comment-content">{sample.body}</div></li>'
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(
        '<section class="post-feedback"><div class="feedback__comments" id="comments">'
        f'<h3>{len(thread)} reactions</h3><ul class="comments-list">{items}</ul></div></section>'
    )


MARKUP = Markup("dotclear", _write, threaded=False, nameless=False)
