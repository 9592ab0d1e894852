"""Movable Type: the default template "Comment Detail" of version 5, flat with links to parents."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    answered = ""
    if sample.parent is not None:
        parent = thread[sample.parent]
        answered = f' replied to <a href="#comment-{parent.number}">comment from {parent.name}</a>'
    return (
        f'<div class="comment" id="comment-{sample.number}"><div class="inner">'
        '<div class="comment-header"><div class="user-pic"><img src="u.jpg" alt="default userpic">'
        f'</div><div class="asset-meta"><span class="byline"><span class="vcard author">'
        f'<a href="https://n.example/">{sample.name}</a></span>{answered} | '
        f'<a href="#comment-{sample.number}"><abbr class="published" '
        f'title="{sample.at.isoformat()}+00:00">{sample.at:%B %-d, %Y %-I:%M %p}</abbr></a></span>'
        f'</div></div><div class="comment-content">{sample.body}</div></div></div>'
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample, thread) for sample in thread)
    return page(
        f'<div id="comments" class="comments"><h2 class="comments-header">{len(thread)} Comments'
        f'</h2><div id="comments-content" class="comments-content">{comments}</div></div>',
        '<meta name="generator" content="Movable Type Pro 5.2.13">',
    )


MARKUP = Markup("movabletype", _write, nameless=False)
