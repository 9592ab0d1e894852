"""Twikoo: the comments that its script writes, which has two levels."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    to = '<span>Replied to <a href="#" class="tk-ruser">@u</a> :</span>' if sample.depth else ""
    return (
        f'<div id="{sample.number:032x}" class="tk-comment"><div class="tk-avatar"></div>'
        '<div class="tk-main"><div class="tk-row"><div class="tk-meta">'
        f'<strong class="tk-nick">{sample.name}</strong><small class="tk-time"><time '
        f'datetime="{sample.at.isoformat()}.000Z" title="{sample.at}">2 years ago</time></small>'
        '</div><div class="tk-action"><a class="tk-action-link"><span class="tk-action-count">1'
        f'</span></a></div></div><div class="tk-content">{to}<span>{sample.body}</span></div>'
        '<div class="tk-extras"><div class="tk-extra"><span class="tk-extra-text">Linux</span>'
        f'</div></div><div class="tk-replies">{replies}</div></div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="twikoo" class="twikoo"><div class="tk-comments"><div '
        f'class="tk-comments-container">{nested(thread, _one)}</div></div></div>'
    )


MARKUP = Markup("twikoo", _write, nameless=False, key=lambda number: f"{number:032x}", deepest=1)
