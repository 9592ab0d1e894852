"""Artalk: the comments that its script writes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    children = f'<div class="atk-comment-children">{replies}</div>' if replies else ""
    at = '<span class="atk-item atk-reply-at"><span class="atk-nick">u</span></span>'
    return (
        f'<div class="atk-comment-wrap" id="atk-comment-{sample.number}"><div class="atk-comment">'
        '<div class="atk-avatar"><img src="a"></div><div class="atk-main"><div class="atk-header">'
        f'<span class="atk-item atk-nick">{sample.name}</span><span class="atk-badge-wrap">'
        f'<span class="atk-badge">Admin</span></span>{at if sample.depth else ""}'
        f'<span class="atk-item atk-date">{sample.at:%Y-%m-%d}</span></div>'
        f'<div class="atk-body"><div class="atk-content">{sample.body}</div></div>'
        '<div class="atk-footer"><div class="atk-actions"><span class="atk-common-action-btn">'
        f"Vote Up (3)</span></div></div>{children}</div></div></div>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="Comments" class="artalk"><div class="atk-list"><div class="atk-comment-count">'
        f"Comments</div>{nested(thread, _one)}</div></div>"
    )


MARKUP = Markup("artalk", _write, nameless=False)
