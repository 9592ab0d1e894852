"""vBulletin 5: posts with comments in them; a comment answers its post."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, opening, topic


def _post(sample: Sample, comments: str) -> str:
    number = sample.number
    return (
        f'<li data-node-id="{number}" class="b-post js-post js-comment-entry__parent b-post--text" '
        'itemscope itemtype="http://schema.org/Comment">'
        f'<a id="post{number}" class="b-post__anchor anchor"></a><div class="l-row">'
        '<div class="userinfo b-userinfo" itemprop="author" itemscope '
        'itemtype="http://schema.org/Person"><a href="/member/4" class="b-avatar"></a>'
        f'<div class="b-userinfo__details"><div class="author"><strong><a href="/member/4">'
        f'{sample.name}</a></strong></div><div class="usertitle">Senior Member</div><ul><li>'
        "<label>Join Date:</label> <span>Mar 2014</span></li></ul></div></div>"
        '<div class="js-post__content-wrapper"><div class="b-post__body"><div '
        'class="b-post__content '
        'js-post__content"><div class="b-media"><a class="b-post__count" '
        f'href="#post{number}">#2</a>'
        f'<div class="b-post__timestamp"><time itemprop="dateCreated" '
        f'datetime="{sample.at.isoformat()}">{sample.at:%m-%d-%Y, %I:%M %p}</time></div></div>'
        '<div class="js-post__content-text restore" itemprop="text">'
        f'{sample.body}</div></div><div class="b-post__footer"><ul><li class="b-post-control">'
        '<span class="b-post-control__label votecount">2 likes</span></li></ul></div>'
        f'<div class="b-comments js-comments"><ul class="b-comments__comments">{comments}'
        "</ul></div>"
        "</div></div></div></li>\n"
    )


def _comment(sample: Sample) -> str:
    number = sample.number
    return (
        f'<li class="b-comment js-comment" data-node-id="{number}" itemscope '
        'itemtype="http://schema.org/Comment"><div class="b-comment__header"><span class="author">'
        f'<a href="/member/7">{sample.name}</a></span> commented <div class="b-post__timestamp">'
        '<time itemprop="dateCreated" '
        f'datetime="{sample.at.isoformat()}">{sample.at:%m-%d-%Y}</time>'
        f'</div></div><div class="b-comment__content js-post__content-text">{sample.body}'
        "</div></li>"
    )


def _one(sample: Sample, comments: str) -> str:
    return _post(sample, comments) if sample.parent is None else _comment(sample)


def _write(thread: Thread) -> str:
    posts = _post(opening(thread), "") + nested(thread, _one)
    return topic(f'<h1 class="main-title">Peat</h1><ul class="conversation-list">{posts}</ul>')


MARKUP = Markup("vbulletin", _write, nameless=False, deepest=1)
