"""Substack: a post's page of comments."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    listed = f'<div class="comment-list"><div class="comment-list-items">{replies}</div></div>'
    return (
        f'<div class="comment"><div id="comment-{sample.number}" class="comment-anchor"></div>'
        f'<div id="comment-{sample.number}-reply" class="comment-anchor"></div>'
        f'<div role="article" class="comment-content"><div><a href="https://substack.com/profile/1">'
        '<img alt="avatar" src="a"></a></div><div><span><a class="link-x" '
        f'href="https://substack.com/profile/1-u">{sample.name}</a></span>'
        f'<a href="https://peat.example/p/spade/comment/{sample.number}" '
        f'title="{sample.at:%b %-d, %Y, %-I:%M %p}">2d</a></div><button>Liked by Ute</button>'
        f'<div class="comment-body">{sample.body}</div><div class="comment-actions"><span><a>'
        f"<div>Reply</div></a></span><span><a><div>Share</div></a></span></div></div>"
        f"{listed if replies else ''}</div>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<div class="comments-page"><div class="comment-list"><div class="comment-list-items">'
        f"{nested(thread, _one)}</div></div></div>"
    )


MARKUP = Markup("substack", _write, nameless=False)
