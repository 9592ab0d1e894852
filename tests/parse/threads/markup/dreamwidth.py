"""Dreamwidth: threads in the boxes of threads, each answer with a link to its parent."""

from __future__ import annotations

from html import escape

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number, depth = sample.number, sample.depth + 1
    words = "<br><br>".join(escape(words) for words in sample.words)
    return (
        f'<div class="comment-thread comment-depth-odd comment-depth-{depth}" '
        f'data-comment-depth="{depth}"><div id="cmt{number}" class="dwexpcomment" '
        f'style="margin-left: {25 * sample.depth}px"><div class="comment-wrapper visible full">'
        f'<div class="separator"><div class="inner"></div></div><div class="comment" '
        f'id="comment-cmt{number}"><div class="inner"><div class="header"><div class="inner">'
        f'<h4 class="comment-title"><a href="?thread={number}#cmt{number}">no subject</a></h4>'
        '<span class="datetime"><span class="comment-date-text">Date: </span>'
        f'<span title="4 hours after">{sample.at:%Y-%m-%d %I:%M %p} (UTC)</span></span></div></div>'
        '<div class="contents"><div class="inner"><div class="userpic"></div>'
        '<span class="poster comment-poster"><span class="comment-from-text">From: </span>'
        '<span class="ljuser" data-ljuser="n"><a href="https://n.example/profile"><img src="u.png" '
        f'alt="[personal profile]"></a><a href="https://n.example/"><b>{sample.name}</b></a></span>'
        f'</span><div class="comment-content">{words}</div></div></div><div class="footer">'
        '<ul class="comment-interaction-links"><li class="link commentpermalink">'
        f'<a href="https://p.example/1.html?thread={number}#cmt{number}">link</a></li>'
        f'<li class="link reply"><a href="?replyto={number}">Reply</a></li></ul></div></div></div>'
        f"</div></div>{replies}</div>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments"><div class="inner">{nested(thread, _one)}</div></div>')


MARKUP = Markup("dreamwidth", _write)
