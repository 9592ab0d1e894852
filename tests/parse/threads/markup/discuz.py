"""Discuz! X3: posts of tables, with ranks, signatures and buttons."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<div id="post_{number}"><table id="pid{number}" class="plhin" summary="pid{number}"><tr>'
        '<td class="pls" rowspan="2"><div class="pi"><div class="authi">'
        f'<a href="space-uid-2.html" class="xw1">{sample.name}</a></div></div>'
        '<p><em><a href="#">金牌会员</a></em></p></td><td class="plc"><div class="pi"><strong>'
        f'<a href="thread-4-1-1.html" id="postnum{number}"><em>2</em><sup>#</sup></a></strong>'
        f'<div class="pti"><div class="authi"><em id="authorposton{number}">发表于 '
        f"{sample.at:%Y-%-m-%-d %H:%M}</em></div></div></div>"
        '<div class="pct"><div class="pcb"><div class="t_fsz"><table><tr>'
        f'<td class="t_f" id="postmessage_{number}">{sample.body}</td></tr></table></div>'
        f'<div id="comment_{number}" class="cm"></div><div id="post_rate_div_{number}"></div>'
        '</div></div></td></tr><tr><td class="plc plm"><div class="sign">慢慢来</div></td></tr>'
        f'<tr id="_postposition{number}"></tr></table></div>'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<h1 class="ts">Peat</h1><div id="postlist" class="pl bm">{posts}</div>')


MARKUP = Markup("discuz", _write, threaded=False, nameless=False)
