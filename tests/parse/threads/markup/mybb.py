"""MyBB 1.8: the classic post, its author beside it."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<a name="pid{number}" id="pid{number}"></a><div class="post classic" id="post_{number}">'
        '<div class="post_author"><div class="author_information"><strong><span class="largetext">'
        f'<a href="member.php?uid=1">{sample.name}</a></span></strong><br><span class="smalltext">'
        'Junior Member</span></div><div class="author_statistics">Posts: 3<br>Joined: '
        "Jan 2015</div>"
        '</div><div class="post_content"><div class="post_head"><div class="float_right"><strong>'
        f'<a href="showthread.php?pid={number}#pid{number}">#{number}</a></strong></div>'
        f'<span class="post_date">{sample.at:%d %B %Y, %I:%M %p}</span></div>'
        f'<div class="post_body scaleimages" id="pid_{number}">{sample.body}</div>'
        '<div class="signature">Dig on</div></div><div class="post_controls"><a href="#"><span>'
        "Reply</span></a></div></div>"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<div id="content"><h1>Peat</h1><div id="posts">{posts}</div></div>')


MARKUP = Markup("mybb", _write, threaded=False, nameless=False)
