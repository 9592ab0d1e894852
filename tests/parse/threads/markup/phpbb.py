"""phpBB: prosilver as version 3.3 writes it, with ranks, signatures and buttons."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    user = f'<a href="./memberlist.php?mode=viewprofile&amp;u=2" class="username">{sample.name}</a>'
    return (
        f'<div id="p{number}" class="post has-profile bg{number % 2 + 1}"><div class="inner">\n'
        f'<dl class="postprofile" id="profile{number}"><dt class="no-profile-rank no-avatar">'
        f'<div class="avatar-container"></div>{user}</dt><dd class="profile-rank">Digger</dd>'
        '<dd class="profile-posts"><strong>Posts:</strong> <a href="./search.php">31</a></dd>'
        '<dd class="profile-joined"><strong>Joined:</strong> Sun Jan 03, 2010 10:00 am</dd></dl>\n'
        f'<div class="postbody"><div id="post_content{number}">'
        f'<h3><a href="./viewtopic.php?p={number}#p{number}">Re: Peat</a></h3>'
        '<ul class="post-buttons"><li><a href="./posting.php?mode=quote" class="button">'
        '<i class="icon fa-quote-left"></i><span class="sr-only">Quote</span></a></li></ul>'
        f'<p class="author"><a class="unread" href="./viewtopic.php?p={number}#p{number}" '
        'title="Post"><span class="sr-only">Post</span></a><span class="responsive-hide">by '
        f"<strong>{user}</strong> &raquo; </span>"
        f'<time datetime="{sample.at.isoformat()}">{sample.at:%a %b %d, %Y %-I:%M %p}</time></p>\n'
        f'<div class="content">{sample.body}</div>\n<div class="notice">Last edited by Moss on Sun '
        f'Jan 03, 2021.</div><div id="sig{number}" class="signature">Dig on</div></div></div>\n'
        '<div class="back2top"><a href="#wrap" class="top">Top</a></div></div></div><hr class="d">'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<div id="page-body" class="page-body"><h2 class="topic-title">Peat</h2>{posts}')


MARKUP = Markup("phpbb", _write, threaded=False, nameless=False)
