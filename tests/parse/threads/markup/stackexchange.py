"""Stack Exchange: answers with comments, on a question's page."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested


def _one(sample: Sample, replies: str) -> str:
    return _comment(sample) if sample.depth else _answer(sample, replies)


def _answer(sample: Sample, comments: str) -> str:
    return (
        f'<div id="answer-{sample.number}" class="answer js-answer" data-score="3"><div '
        'class="post-layout"><div class="votecell"><div class="js-vote-count" data-value="3">3'
        f'</div></div><div class="answercell"><div class="s-prose js-post-body">{sample.body}</div>'
        f'<time itemprop="dateCreated" datetime="{sample.at.isoformat()}Z"></time>'
        f'<a class="js-share-link" href="/a/{sample.number}">Share</a><div class="post-signature">'
        '<div class="user-action-time">edited <span class="relativetime">Jun 3, 2022 at 8:00</span>'
        '</div><div class="user-details"><a href="/users/2/e">Editor</a></div></div>'
        '<div class="post-signature"><div class="user-details" itemprop="author">'
        f'<a href="/users/9/u">{sample.name}</a><span class="reputation-score">852</span></div>'
        f'</div></div><div class="comments"><ul class="comments-list">{comments}</ul></div></div>'
        "</div>"
    )


def _comment(sample: Sample) -> str:
    words = "<br>".join(sample.body.removesuffix("</p>")[3:].split("</p><p>"))
    return (
        f'<li id="comment-{sample.number}" class="comment js-comment"><div class="comment-actions">'
        '<div class="comment-score"><span class="cool">1</span></div></div>'
        f'<div class="comment-text"><div class="comment-body"><span class="comment-copy">{words}'
        f'</span> &ndash; <a href="/users/8/u" class="comment-user">{sample.name}</a> '
        f'<span class="comment-date"><span title="{sample.at}Z" class="relativetime-clean">'
        f"{sample.at:%b %-d, %Y at %-H:%M}</span></span></div></div></li>"
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Peat</title></head><body><div id="question">'
        '<h1>Who still cuts peat?</h1><div class="s-prose js-post-body"><p>Anybody?</p></div></div>'
        f'<div id="answers"><h2>Answers</h2>{nested(thread, _one)}</div></body></html>'
    )


MARKUP = Markup("stackexchange", _write, nameless=False, key=None, deepest=1)
