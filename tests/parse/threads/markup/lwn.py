"""LWN: the comments under an article."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    return (
        f'<a name="CommAnchor{sample.number}"></a><details class="CommentBox" open><summary>'
        '<h3 class="CommentTitle">Cutting peat by hand</h3><p class="CommentPoster">'
        f"Posted {sample.at:%b %-d, %Y %-H:%M} UTC ({sample.at:%a}) by <b>{sample.name}</b> "
        f'(subscriber, #12) [<a href="/Articles/{sample.number}/">Link</a>] (3 responses)</p>'
        f'</summary><div class="FormattedComment">{sample.body}</div>'
        f'<div class="CommentReplyButton"><form action="/Articles/{sample.number}/comment">'
        f'<input type="submit" value="Reply to this comment"></form></div>{replies}</details>'
    )


def _write(thread: Thread) -> str:
    return page(f'<hr><div class="lwn-u-1">{nested(thread, _one)}</div>')


MARKUP = Markup("lwn", _write, nameless=False)
