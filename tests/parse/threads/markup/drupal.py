"""Drupal: Olivero's template, answers in boxes after what they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, indented, page


def _one(sample: Sample, thread: Thread) -> str:
    number = sample.number
    parent = ""
    if sample.parent is not None:
        above = thread[sample.parent]
        parent = (
            f'<p class="visually-hidden">In reply to <a href="/comment/{above.number}'
            f'#comment-{above.number}" class="permalink" rel="bookmark">Peat</a> by '
            f'<a title="View user profile." href="/user/9" class="username">{above.name}</a></p>'
        )
    author = (
        f'<a title="View user profile." href="/user/9" class="username">{sample.name}</a>'
        if number % 2
        else f"<span>{sample.name} (not verified)</span>"
    )
    return (
        f'<article data-comment-user-id="0" id="comment-{number}" class="comment js-comment '
        'by-anonymous" role="article" data-drupal-selector="comment"><span class="hidden" '
        f'data-comment-timestamp="1678785960"></span><div class="comment__text-wrapper">'
        f'<footer class="comment__meta"><p class="comment__author">{author}</p>'
        f'<p class="comment__time">{sample.at:%-d %B, %Y - %H:%M}</p>{parent}</footer>'
        f'<div class="comment__content"><h3><a href="/comment/{number}#comment-{number}" '
        'class="permalink" rel="bookmark">Peat</a></h3><div class="text-content clearfix field '
        f'field--name-comment-body">{sample.body}</div><ul class="links inline comment__links">'
        f'<li><a href="/comment/reply/node/4/comment/{number}">Reply</a></li></ul></div></div>'
        "</article>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<section data-drupal-selector="comments" class="comments"><h2 class="comments__title">'
        f"Comments</h2>{indented(thread, lambda sample: _one(sample, thread))}</section>",
        '<meta name="Generator" content="Drupal 11 (https://www.drupal.org)">',
    )


MARKUP = Markup("drupal", _write, nameless=False)
