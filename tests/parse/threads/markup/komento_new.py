"""Komento: the items of version 4, answers in boxes after what they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    number, parent = sample.number, 0
    answered = ""
    if sample.parent is not None:
        above = thread[sample.parent]
        parent = above.number
        answered = f'<i class="fa fa-caret-right"></i> <a href="#comment-{parent}">{above.name}</a>'
    return (
        '<div class="kt-comments__item kmt-comment-item-public" data-kt-comment-item '
        f'data-id="{number}" data-parentid="kmt-{parent}" data-depth="{sample.depth}" itemscope '
        'itemtype="http://schema.org/Comment"><div class="kt-comment"><div class="kt-comment__hd">'
        f'<a id="comment-{number}"></a><div class="kt-reply-to text-sm"><span class="font-bold">'
        f'{sample.name}</span>&nbsp;{answered}</div><div class="kt-comment-date"><time '
        f'itemprop="dateCreated" datetime="{sample.at.isoformat()}+00:00">{sample.at:%A, %d %B %Y}'
        '</time><time class="hidden" itemprop="datePublished" datetime="2031-01-01"></time></div>'
        f'<a href="/1#comment-{number}" data-kt-permalink>#{number}</a><div '
        'class="kt-comment-minimize"><span>Minimized by the moderator</span></div></div>'
        '<div class="kt-comment__bd"><div class="kt-comment-message" data-kt-comment-content>'
        f'{sample.body}</div></div><div class="kt-comment__ft"><a data-kt-reply>Reply</a>'
        "<span data-kt-likes-counter>0</span></div></div></div>"
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample, thread) for sample in thread)
    return page(f'<div class="kt-comments-container"><div class="kt-comments">{items}</div></div>')


MARKUP = Markup("komento", _write, nameless=False)
