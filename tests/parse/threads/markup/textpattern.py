"""Textpattern: the form "comments" of its default theme."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    anchor = f"c{sample.number:06d}"
    return (
        '<li><article class="comments" itemscope itemtype="http://schema.org/Comment"><h4>'
        ' <span class="comment-author" itemprop="author" itemscope '
        f'itemtype="http://schema.org/Person"> <span itemprop="name"> {sample.name} </span></span>'
        f' <span class="comment-anchor" itemprop="url"> <a href="https://p.example/1#{anchor}" '
        f'id="{anchor}">#</a> </span></h4><p class="footnote"><time '
        f'datetime="{sample.at.isoformat()}+00:00" itemprop="dateCreated"> '
        f'{sample.at:%d %B %Y, %H:%M} (2 years ago) </time></p><div itemprop="text"> {sample.body}'
        " </div></article></li>"
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(
        f'<section id="comments-head"><h3>Comments</h3><ol class="comments-list">{items}</ol>'
        "</section>",
        '<meta name="generator" content="Textpattern CMS">',
    )


MARKUP = Markup("textpattern", _write, threaded=False)
