"""TYPO3's blog extension: its partial for a comment."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    return (
        f'<article id="comment-{sample.number}" class="postcomment" itemprop="comment" itemscope '
        'itemtype="http://schema.org/Comment"><div class="postcomment__avatar"><img '
        'class="postcomment__avatarimage blogavatar" src="a.png" alt=""></div>'
        '<div class="postcomment__body"><div class="postcomment__author" itemprop="author" '
        'itemscope itemtype="http://schema.org/Person"><span itemprop="name">'
        f'{sample.name}</span></div><div class="postcomment__time">'
        f'<time datetime="{sample.at:%Y-%m-%d}" itemprop="dateCreated">{sample.at:%d.%m.%Y}</time>'
        f'</div><div class="postcomment__comment" itemprop="text">{sample.body}</div></div>'
        "</article>"
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample) for sample in thread)
    return page(
        f'<div class="frame-type-blog_comments"><h2>Comments</h2><div class="postcomments">'
        f"{comments}</div></div>"
    )


MARKUP = Markup("typo3_blog", _write, threaded=False)
