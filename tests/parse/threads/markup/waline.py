"""Waline: the cards that its script writes, which has two levels."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    quote = f'<div class="wl-quote">{replies}</div>' if replies else ""
    to = '<p class="wl-reply-to"><a href="#0">@u</a><span>: </span></p>' if sample.depth else ""
    return (
        f'<div id="c{sample.number}" class="wl-card-item"><div class="wl-user" aria-hidden="true">'
        '<img class="wl-user-avatar" src="a"></div><div class="wl-card"><div class="wl-head">'
        f'<span class="wl-nick">{sample.name}</span><span class="wl-badge level1">Level 1</span>'
        f'<span class="wl-time">{sample.at:%Y-%m-%d}</span><div class="wl-comment-actions">'
        '<button type="button" class="wl-like" title="Like"><svg></svg> 2</button>'
        '<button type="button" class="wl-reply" title="Reply"><svg></svg></button></div></div>'
        '<div class="wl-meta"><span class="wl-os" data-value="Linux">Linux</span></div>'
        f'<div class="wl-content">{to}<div>{sample.body}</div></div>{quote}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="waline"><div data-waline><div class="wl-meta-head"><div class="wl-count">'
        f'Comments</div></div><div class="wl-cards">{nested(thread, _one)}</div></div></div>'
    )


MARKUP = Markup("waline", _write, nameless=False, key=lambda number: f"c{number}", deepest=1)
