"""utterances: the comments in its frame."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested

_ISSUE = "https://github.com/peat/blog/issues/1"


def _one(sample: Sample, replies: str) -> str:
    return (
        '<article class="timeline-comment"><a class="avatar" href="https://github.com/u">'
        '<img alt="@u" src="a"></a><div class="comment"><header class="comment-header">'
        '<span class="comment-meta"><a class="text-link" href="https://github.com/u">'
        f"<strong>{sample.name}</strong></a> commented "
        f'<a class="text-link" href="{_ISSUE}#issuecomment-{sample.number}">'
        f'on {sample.at:%b %-d, %Y}</a></span><div class="comment-actions">'
        '<span class="author-association-badge">Owner</span></div></header>'
        f'<div class="markdown-body markdown-body-scrollable">{sample.body}</div>'
        '<div class="comment-footer" reaction-count="0"><form class="reaction-list">'
        '<button value="+1">&#128077;</button></form></div></div></article>' + replies
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Comments</title></head><body>'
        '<main class="timeline"><h1 class="timeline-header"><a class="text-link" '
        f'href="{_ISSUE}">Comments</a></h1>{nested(thread, _one)}</main></body></html>'
    )


MARKUP = Markup("utterances", _write, threaded=False, nameless=False)
