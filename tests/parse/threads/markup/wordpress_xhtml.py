"""WordPress: core's walker in its xhtml format with `div` items, which has no time elements."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    return (
        f'<div class="comment even depth-{sample.depth + 1}{" parent" if replies else ""}" '
        f'id="comment-{number}">\n<div id="div-comment-{number}" class="comment-body">\n'
        f'<div class="comment-author vcard"><cite class="fn">{sample.name}</cite> '
        '<span class="says">says:</span></div>\n<div class="comment-meta commentmetadata">\n'
        f'<a href="https://peat.example/spade/#comment-{number}">'
        f"{sample.at:%B %-d, %Y at %-I:%M} {'am' if sample.at.hour < 12 else 'pm'}</a>&nbsp;&nbsp;"
        f'<a class="comment-edit-link" href="/wp-admin/">(Edit)</a></div>\n{sample.body}\n'
        '<div class="reply"><a rel="nofollow" class="comment-reply-link" '
        f'data-commentid="{number}" href="?replytocom={number}#respond">Reply</a></div></div>\n'
        f"{replies}</div>\n"
    )


def _write(thread: Thread) -> str:
    return page(f'<div class="commentlist">{nested(thread, _one)}</div>')


MARKUP = Markup("wordpress", _write)
