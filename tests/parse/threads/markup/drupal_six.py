"""Drupal 6: date and name in one line of text, which for guests holds no element."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, indented, page


def _submitted(sample: Sample) -> str:
    at = f"{sample.at:%a, %Y-%m-%d %H:%M}"
    if sample.number % 3 == 0:
        user = f'<a href="/user/3" title="View user profile.">{sample.name}</a>'
        return f"{at} — {user}"
    if sample.number % 3 == 1:
        return f"{at} — {sample.name} (not verified)"
    return f"Submitted by {sample.name} (not verified) on {at}."


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<a id="comment-{number}"></a><div class="comment comment-published odd">'
        f'<div class="clear-block"><span class="submitted">{_submitted(sample)}</span>'
        f'<h3><a href="/node/1#comment-{number}" class="active">Peat</a></h3>'
        f'<div class="content">{sample.body}</div></div><div class="links"><ul class="links">'
        f'<li class="comment_reply"><a href="/comment/reply/1/{number}">reply</a></li></ul></div>'
        "</div>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments">{indented(thread, _one)}</div>')


MARKUP = Markup("drupal", _write, nameless=False)
