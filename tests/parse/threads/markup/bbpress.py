"""bbPress: heads and boxes side by side, in lists of threaded replies."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, opening, topic


def _post(sample: Sample, kind: str) -> str:
    number = sample.number
    return (
        f'<div id="post-{number}" class="bbp-reply-header"><div class="bbp-meta">'
        f'<span class="bbp-reply-post-date">{sample.at:%B %-d, %Y at %H:%M}</span> '
        f'<a href="#post-{number}" class="bbp-reply-permalink">#{number}</a>'
        '<span class="bbp-admin-links"><a href="#">Reply</a></span></div></div>\n'
        f'<div class="odd post-{number} {kind} type-{kind} hentry"><div class="bbp-reply-author">'
        f'<a href="/u/" class="bbp-author-link"><span class="bbp-author-name">{sample.name}</span>'
        '</a><div class="bbp-author-role">Participant</div></div>'
        f'<div class="bbp-reply-content">{sample.body}</div></div>\n'
    )


def _one(sample: Sample, replies: str) -> str:
    return f"<li>{_post(sample, 'reply')}{_list(replies)}</li>"


def _list(replies: str) -> str:
    return f'<ul class="bbp-threaded-replies">{replies}</ul>' if replies else ""


def _write(thread: Thread) -> str:
    posts = _post(opening(thread), "topic") + _list(nested(thread, _one))
    return topic(
        '<h1>Peat</h1><div id="bbpress-forums" class="bbpress-wrapper"><ul class="bbp-replies">'
        f'<li class="bbp-body">{posts}</li></ul></div>'
    )


MARKUP = Markup("bbpress", _write, nameless=False)
