"""Mezzanine: its nested comments with dates that tell only how long ago."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    return (
        f'<div id="comment-{number}" class="comment media"><img class="pull-left media-object" '
        f'src="g.png"><div class="media-body"><h4 class="media-heading">{sample.name} '
        '<small class="timespan"> 2 years, 3 months ago </small></h4>'
        f'{sample.body}<a href="/blog/1/#comment-{number}"><span class="glyphicon"></span> Link'
        f'</a> | <a href="#reply-{number}" class="reply"> Reply</a><form id="reply-{number}" '
        'class="comment-reply-form" method="post"><textarea name="comment"></textarea></form>'
        f"{replies}</div></div>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments"><h3>Comments</h3>{nested(thread, _one)}</div>')


MARKUP = Markup("mezzanine", _write, dated=False)
