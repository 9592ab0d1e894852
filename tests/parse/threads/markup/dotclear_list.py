"""Dotclear: the definition list of older themes, "On DATE by NAME"."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    number, author = sample.number, sample.name
    if number % 2:
        author = f'<a href="http://n.example/" rel="nofollow">{author}</a>'
    return (
        f'<dt id="c{number}" class=" odd "><a href="#c{number}" class="comment-number">{number}.'
        f"</a> On {sample.at:%A, %B %-d %Y, %H:%M} by {author}</dt>"
        f'<dd class=" odd ">{sample.body}</dd>'
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(f'<div id="comments"><h3>Comments</h3><dl>{items}</dl></div>')


MARKUP = Markup("dotclear", _write, threaded=False, nameless=False)
