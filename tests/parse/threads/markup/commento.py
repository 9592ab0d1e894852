"""Commento: the cards that its script writes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    mark = f"{sample.number:x}"
    children = (
        f'<div id="commento-comment-children-{mark}" class="commento-body">{replies}</div>'
        if replies
        else ""
    )
    return (
        f'<div id="commento-comment-card-{mark}" class="commento-card">'
        '<div class="commento-header">'
        '<div class="commento-options"><button class="commento-option-button" title="Reply">'
        '</button></div><div class="commento-avatar">P</div>'
        f'<a id="commento-comment-name-{mark}" class="commento-name">{sample.name}</a>'
        f'<div class="commento-subtitle"><div class="commento-score">2 points</div>'
        '<div class="commento-timeago" '
        f'title="{sample.at:%a %b %d %Y %H:%M:%S} GMT+0000 (Coordinated Universal Time)">'
        f"3 years ago</div></div></div><div><div class='commento-body'>"
        f'<div id="commento-comment-text-{mark}">{sample.body}</div></div>{children}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="commento" class="commento-root"><div id="commento-comments-area" '
        f'class="commento-comments">{nested(thread, _one)}</div></div>'
    )


MARKUP = Markup("commento", _write, nameless=False, key=lambda number: f"{number:x}")
