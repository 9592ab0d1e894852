"""Serendipity: the theme next, flat with levels, words in a box without a name."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<article id="c{number}" class="comment odd commentlevel-{sample.depth}">'
        f'<header class="clearfix"><h4>{sample.name} on <time '
        f'datetime="{sample.at.isoformat()}+00:00">{sample.at:%A, %B %-d %Y}</time>:</h4></header>'
        f'<div class="clearfix"><img class="avatar" src="a.png" alt="">{sample.body}</div><footer>'
        f'<ul class="meta"><li><time>{sample.at:%H:%M}</time></li><li>'
        f'<a class="comment_source_trace" href="#c{number}">Link</a></li><li>'
        f'<a id="serendipity_reply_{number}" class="comment_reply" href="#f">Reply</a></li></ul>'
        "</footer></article>"
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample) for sample in thread)
    return page(f'<section id="comments"><h3>Comments</h3>{comments}</section>')


MARKUP = Markup("serendipity", _write, nameless=False)
