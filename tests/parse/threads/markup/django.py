"""Django: the tree template of django-comments-xtd."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    author = sample.name
    if sample.number % 2:
        author = f'<a href="https://n.example/" target="_new">{author}</a>'
    return (
        f'<div class="media"><a name="c{sample.number}"></a><div class="mr-3"><img src="g.png" '
        'alt=""></div><div class="media-body"><div class="comment pb-3"><h6 class="mb-1 small '
        f'd-flex"><div class="mr-auto">{sample.at:%B %-d, %Y, %-I:%M} p.m.&nbsp;-&nbsp;{author}'
        '&nbsp;&nbsp;<a class="permalink" title="comment permalink" '
        f'href="/blog/1/#c{sample.number}">¶</a></div><span><a class="mutedlink" href="/flag/">'
        f'<i class="fas fa-flag"></i></a></span></h6><div class="content">{sample.body}</div>'
        f'<a class="small mutedlink" href="/reply/{sample.number}/">Reply</a></div>{replies}</div>'
        "</div>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments"><h4>Comments</h4>{nested(thread, _one)}</div>')


MARKUP = Markup("django", _write, nameless=False)
