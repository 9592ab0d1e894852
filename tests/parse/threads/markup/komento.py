"""Komento: the flat list of version 2, each item with its parent."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    number = sample.number
    parent = 0 if sample.parent is None else thread[sample.parent].number
    link = f"https://p.example/1#kmt-{number}"
    person = 'itemscope itemtype="http://schema.org/Person"'
    return (
        f'<li id="kmt-{number}" class="kmt-item kmt-comment-item-public kmt-{number} '
        f'kmt-child-{sample.depth} kmt-published" parentid="kmt-{parent}" depth="{sample.depth}" '
        'itemscope itemtype="http://schema.org/Comment"><div class="kmt-wrap"><div '
        f'class="kmt-content"><div class="kmt-head"><span class="kmt-author" itemprop="creator" '
        f'{person}><span itemprop="name">{sample.name}</span></span><span class="kmt-option">'
        f'<a href="{link}">#</a></span></div><div class="kmt-body"><div class="commentText '
        f'kmt-text" itemprop="text">{sample.body}</div><span class="kmt-info hidden"></span></div>'
        '<div class="kmt-control"><div class="kmt-meta"><span class="kmt-time"><time '
        f'itemprop="dateCreated" datetime="{sample.at.isoformat()}+00:00">'
        f'<a class="kmt-timepermalink" href="{link}">about 2 years ago</a></time></span></div>'
        '<div class="kmt-control-user"><span class="kmt-like-wrap">'
        '<span class="kmt-like-counter">3</span> <a href="#">Like</a></span></div></div></div>'
        "</div></li>"
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample, thread) for sample in thread)
    return page(
        '<div id="section-kmt"><h3 class="kmt-title">Comments</h3><div class="kmt-list-wrap">'
        f'<ul class="kmt-list">{items}</ul></div></div>'
    )


MARKUP = Markup("komento", _write)
