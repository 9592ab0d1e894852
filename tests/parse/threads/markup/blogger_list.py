"""Blogger: the definition list of older templates, whose times do not tell the day."""

from __future__ import annotations

from tests.parse.threads.markup.blogger import link
from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    number, author = sample.number, sample.name
    if number % 2:
        author = f'<a href="http://www.blogger.com/profile/1" rel="nofollow">{author}</a>'
    return (
        f'<dt class="comment-author" id="c{number}"><a name="c{number}"></a>'
        '<div class="avatar-image-container avatar-stock"><span dir="ltr"><img src="a.gif" alt="">'
        f'</span></div>{author} said...</dt><dd class="comment-body" id="Blog1_cmt-{number}">'
        f'{sample.body}</dd><dd class="comment-footer"><span class="comment-timestamp">'
        f'<a href="{link(sample)}" title="comment permalink">{sample.at:%-I:%M %p}</a>'
        '<span class="item-control blog-admin"><a class="comment-delete" href="#">x</a></span>'
        "</span></dd>"
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(
        f'<div class="comments" id="comments"><h4>{len(thread)} comments:</h4>'
        '<div id="Blog1_comments-block-wrapper"><dl class="avatar-comment-indent" '
        f'id="comments-block">{items}</dl></div></div>',
        '<meta content="blogger" name="generator">',
    )


MARKUP = Markup("blogger", _write, threaded=False, nameless=False)
