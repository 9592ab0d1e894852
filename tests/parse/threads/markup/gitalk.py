"""Gitalk: the comments that its script writes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    return (
        '<div class="gt-comment"><div class="gt-avatar gt-comment-avatar"><img src="a" alt="@u">'
        '</div><div class="gt-comment-content"><div class="gt-comment-header">'
        '<div class="gt-comment-block-1"></div><a class="gt-comment-username" '
        f'href="https://github.com/u">{sample.name}</a><span class="gt-comment-text">commented'
        f'</span><span class="gt-comment-date">{sample.at:%-d %B %Y}</span>'
        '<a class="gt-comment-like" title="Like"><span class="gt-ico-text">2</span></a></div>'
        f'<div class="gt-comment-body markdown-body">{sample.body}</div></div></div>' + replies
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="gitalk-container"><div class="gt-container"><div class="gt-comments">'
        f"{nested(thread, _one)}</div></div></div>"
    )


MARKUP = Markup("gitalk", _write, threaded=False, nameless=False, key=None)
