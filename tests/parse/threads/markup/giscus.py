"""giscus: the comments in its frame, which has two levels."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested

_TOPIC = "https://github.com/peat/blog/discussions/1"


def _one(sample: Sample, replies: str) -> str:
    return _reply(sample) if sample.depth else _comment(sample, replies)


def _comment(sample: Sample, replies: str) -> str:
    below = f'<div class="color-bg-inset gsc-replies">{replies}</div>' if replies else ""
    return (
        '<div class="gsc-comment"><div class="color-bg-primary rounded-md border">'
        '<div class="gsc-comment-header"><div class="gsc-comment-author">'
        '<a href="https://github.com/u" class="gsc-comment-author-avatar"><img alt="@u" src="a">'
        f'<span class="link-primary font-semibold">{sample.name}</span></a>{_date(sample)}'
        "</div></div>"
        f'<div dir="auto" class="markdown gsc-comment-content">{sample.body}</div>'
        '<div class="gsc-comment-footer"><div class="gsc-comment-reactions"><button '
        'class="gsc-upvote-button"><span class="gsc-social-reaction-summary-item-count">2</span>'
        '</button></div><div class="gsc-comment-replies-count"><span>2 replies</span></div></div>'
        f"{below}</div></div>"
    )


def _reply(sample: Sample) -> str:
    return (
        '<div class="gsc-reply"><div class="gsc-tl-line"></div><div class="flex ">'
        '<div class="gsc-reply-author-avatar"><a href="https://github.com/u"><img></a></div>'
        '<div class="w-full"><div class="gsc-reply-header"><div class="gsc-reply-author">'
        '<a href="https://github.com/u" class="flex">'
        f'<span class="link-primary font-semibold">{sample.name}</span></a>{_date(sample)}'
        "</div></div>"
        f'<div dir="auto" class="markdown gsc-reply-content ">{sample.body}</div>'
        '<div class="gsc-reply-footer"><div class="gsc-reply-reactions"></div></div>'
        "</div></div></div>"
    )


def _date(sample: Sample) -> str:
    return (
        f'<a href="{_TOPIC}#discussioncomment-{sample.number}" class="link-secondary">'
        f'<time title="{sample.at:%b %-d, %Y}" datetime="{sample.at.isoformat()}Z">2 years ago'
        "</time></a>"
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>giscus</title></head><body>'
        '<main><div class="gsc-main"><div class="gsc-comments"><div class="gsc-header">'
        f'<h4 class="gsc-comments-count">Comments</h4></div><div class="gsc-timeline">'
        f"{nested(thread, _one)}</div></div></div></main></body></html>"
    )


MARKUP = Markup("giscus", _write, nameless=False, deepest=1)
