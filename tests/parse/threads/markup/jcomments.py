"""JComments: the tree template, answers in lists after what they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    vote = "good" if number % 2 else "none"
    children = (
        f'<div class="comments-list" id="comments-list-{number}">{replies}</div>' if replies else ""
    )
    return (
        f'<div class="even" id="comment-item-{number}"><div class="rbox"><div class="rbox_m">'
        '<div class="comment-avatar"><img src="a.png" alt=""></div><div class="comment-box '
        f'usertype-guest"><span class="comments-vote"><span id="comment-vote-holder-{number}">'
        f'<a href="#" class="vote-good" title="Good comment!"></a><span class="vote-{vote}">'
        f'{number % 2}</span></span></span><a class="comment-anchor" '
        f'href="https://p.example/1#comment-{number}" id="comment-{number}">#{number}</a>'
        f'<span class="comment-author">{sample.name}</span>'
        f'<span class="comment-date">{sample.at:%Y-%m-%d %H:%M}</span>'
        f'<div class="comment-body" id="comment-body-{number}">{sample.body}</div>'
        '<span class="comments-buttons"><a href="#">Reply</a> | <a href="#">Quote</a></span></div>'
        f'<div class="clear"></div></div></div></div>{children}'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="jc"><div id="comments"><h4>Comments</h4><div class="comments-list" '
        f'id="comments-list-0">{nested(thread, _one)}</div></div></div>'
    )


MARKUP = Markup("jcomments", _write)
