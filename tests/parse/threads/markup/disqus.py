"""Disqus: the posts as its script renders them."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested


def _one(sample: Sample, replies: str) -> str:
    link = f"https://peat.example/spade/#comment-{sample.number}"
    profile = f"https://disqus.com/by/u{sample.number}/"
    return (
        f'<li class="post" id="post-{sample.number}"><div role="alert"></div>'
        '<div data-role="post-content" class="post-content"><div class="avatar hovercard">'
        f'<a href="{profile}" class="user"><img src="a.jpg" alt="Avatar"></a></div>'
        '<div class="post-body"><header class="comment__header"><span class="post-byline">'
        f'<span class="author publisher-anchor-color"><a href="{profile}">{sample.name}</a></span>'
        '<span class="badge">Member</span></span><div class="post-meta">'
        f'<span class="bullet">&bull;</span><a href="{link}" class="time-ago" '
        f'title="{sample.at:%A, %B %-d, %Y %-I:%M %p}">3 years ago</a></div></header>'
        '<div class="post-body-inner"><div class="post-message-container">'
        f'<div class="post-message " dir="auto"><div>{sample.body}</div></div></div></div>'
        '<footer class="comment__footer"><menu><li class="voting"><a href="#" class="vote-up">'
        '<span class="updatable count" data-role="likes">4</span></a></li>'
        '<li class="reply"><a href="#">Reply</a></li></menu></footer></div></div>'
        f'<ul data-role="children" class="children">{replies}</ul></li>'
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Disqus Comments</title></head><body>'
        '<section id="conversation"><div id="posts"><ul id="post-list" class="post-list">'
        f"{nested(thread, _one)}</ul></div></section></body></html>"
    )


MARKUP = Markup("disqus", _write)
