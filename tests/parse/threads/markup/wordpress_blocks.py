"""WordPress block themes: groups around each part, and a plain list for replies."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page

_GROUP = "wp-block-group is-layout-flow wp-block-group-is-layout-flow"


def _one(sample: Sample, replies: str) -> str:
    number, here = sample.number, f"https://peat.example/spade/#comment-{sample.number}"
    return (
        f'<li id="comment-{number}" class="comment even depth-{sample.depth + 1}">\n'
        f'<div class="{_GROUP}" style="margin-top:0">\n<div class="{_GROUP}">'
        '<div class="wp-block-avatar"><img alt="Avatar" src="/avatar.png" '
        f'class="avatar avatar-40 photo wp-block-avatar__image"></div>\n<div class="{_GROUP}">'
        f'<div class="wp-block-comment-author-name">{sample.name}</div>\n'
        f'<div class="wp-block-comment-date"><time datetime="{sample.at.isoformat()}">'
        f'<a href="{here}">{sample.at:%B %-d, %Y}</a></time></div></div></div>\n'
        f'<div class="wp-block-comment-content">{sample.body}\n</div>\n'
        f'<div class="{_GROUP}"><div class="wp-block-comment-reply-link"><a rel="nofollow" '
        f'class="comment-reply-link" href="?replytocom={number}#respond" '
        f'data-commentid="{number}">Reply</a></div></div></div>\n'
        f"{f'<ol>{replies}</ol>' if replies else ''}</li>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<div class="wp-block-comments"><h2 id="comments" class="wp-block-comments-title">Responses'
        f'</h2>\n<ol class="wp-block-comment-template">{nested(thread, _one)}</ol>\n</div>'
    )


MARKUP = Markup("wordpress-blocks", _write)
