"""Textpattern: its first theme, where a line below the words has name, date and permalink."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    anchor, author = f"c{sample.number:06d}", sample.name
    if sample.number % 2:
        author = f'<a href="http://n.example/" rel="nofollow">{author}</a>'
    return (
        f'<li>{sample.body}\n<p class="small">&#8212; {author} &#183; '
        f"{sample.at:%d %B %Y, %H:%M} &#183; "
        f'<a href="http://p.example/article/1#{anchor}" id="{anchor}">#</a></p></li>'
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(f'<h2 id="comment">Comment</h2><ol class="comments">{items}</ol>')


MARKUP = Markup("textpattern", _write, threaded=False, nameless=False)
