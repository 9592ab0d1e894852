"""Simple Machines Forum 2.0: posts in wrappers, whose line says which reply they are."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        '<div class="windowbg"><div class="post_wrapper"><div class="poster"><h4>'
        f'<a href="index.php?action=profile;u=1">{sample.name}</a></h4><ul class="reset smalltext" '
        f'id="msg_{number}_extra_info"><li class="postgroup">Newbie</li><li class="postcount">'
        'Posts: 3</li></ul></div><div class="postarea"><div class="flow_hidden"><div '
        'class="keyinfo">'
        f'<h5 id="subject_{number}"><a '
        f'href="index.php?topic=4.msg{number}#msg{number}">Re: Peat</a>'
        f'</h5><div class="smalltext">&#171; <strong>Reply #{number} on:</strong> '
        f"{sample.at:%B %d, %Y, %I:%M:%S %p} &#187;</div></div></div>"
        f'<div class="post"><div class="inner" id="msg_{number}">{sample.body}</div></div></div>'
        '<div class="moderatorbar"><div class="signature">Dig on</div></div></div></div>'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<h1>Peat</h1><div id="forumposts"><form action="#">{posts}</form></div>')


MARKUP = Markup("smf", _write, threaded=False, nameless=False)
