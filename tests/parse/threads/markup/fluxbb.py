"""FluxBB: posts with a profile, a signature and buttons."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<div id="p{number}" class="blockpost rowodd"><h2><span><span class="conr">#2</span> '
        f'<a href="viewtopic.php?pid={number}#p{number}">{sample.at:%Y-%m-%d %H:%M:%S}</a></span>'
        '</h2><div class="box"><div class="inbox"><div class="postbody"><div class="postleft"><dl>'
        f'<dt><strong><a href="profile.php?id=2">{sample.name}</a></strong></dt>'
        '<dd class="usertitle"><strong>Member</strong></dd><dd><span>Posts: 31</span></dd></dl>'
        '</div><div class="postright"><h3>Re: Peat</h3>'
        f'<div class="postmsg">{sample.body}<p class="postedit"><em>Last edited by Moss</em></p>'
        '</div><div class="postsignature postmsg"><hr><p>Dig on</p></div></div></div></div>'
        '<div class="inbox"><div class="postfoot clearb"><ul><li class="postquote"><span>'
        '<a href="post.php?tid=4">Quote</a></span></li></ul></div></div></div></div>'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<div id="punviewtopic" class="pun"><div id="brdmain">{posts}</div></div>')


MARKUP = Markup("fluxbb", _write, threaded=False, nameless=False)
