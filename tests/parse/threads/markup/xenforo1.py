"""XenForo 1: list items with the member's box beside the words."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<li id="post-{number}" class="message" data-author="{sample.name}">\n'
        '<div class="messageUserInfo"><div class="messageUserBlock"><h3 class="userText">'
        f'<a href="members/x.2/" class="username">{sample.name}</a><em class="userTitle">Digger'
        '</em></h3><div class="extraUserInfo"><dl class="pairsJustified"><dt>Joined:</dt>'
        '<dd>Jan 3, 2010</dd></dl></div></div></div>\n<div class="messageInfo primaryContent">'
        '<div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer '
        f'ugc baseHtml">{sample.body}<div class="messageTextEndMarker">&nbsp;</div></blockquote>'
        '</article></div>\n<div class="baseHtml signature messageText ugc"><aside>Dig on</aside>'
        '</div><div class="messageMeta ToggleTriggerAnchor"><div class="privateControls">'
        '<span class="item muted"><a href="members/x.2/" class="username '
        f'author">{sample.name}</a>, '
        f'<a href="threads/peat.7/#post-{number}" class="datePermalink"><span class="DateTime" '
        f'title="{sample.at:%b %-d, %Y} at {sample.at:%-I:%M %p}">{sample.at:%b %-d, %Y}</span></a>'
        '</span></div><div class="publicControls"><a class="item muted postNumber">#2'
        "</a></div></div>"
        f'<div id="likes-post-{number}"><div class="likesSummary"><span '
        'class="LikeText">Moss likes '
        "this.</span></div></div></div></li>\n"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<div class="titleBar"><h1>Peat</h1></div><form class="InlineModForm">'
        f'<ol class="messageList" id="messageList">{posts}</ol></form>'
    )


MARKUP = Markup("xenforo", _write, threaded=False, nameless=False)
