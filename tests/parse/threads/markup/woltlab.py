"""WoltLab Suite Forum: articles in list items, with a member's column and a signature."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<li id="post{number}" class="anchorFixedHeader"><article class="wbbPost message" '
        f'data-post-id="{number}"><aside class="messageSidebar"><div class="messageAuthor">'
        f'<div class="messageAuthorContainer"><a href="/user/1" class="username">{sample.name}</a>'
        '</div><div class="userTitle">Digger</div></div></aside><div class="messageContent">'
        f'<header class="messageHeader"><a href="/thread/4?postID={number}#post{number}" '
        f'class="permalink messagePublicationTime"><time datetime="{sample.at.isoformat()}" '
        f'class="datetime">{sample.at:%B %-d, %Y}</time></a></header><div class="messageBody">'
        f'<div class="messageText">{sample.body}</div></div><footer class="messageFooter">'
        '<div class="messageSignature"><div>Dig on</div></div><a href="#">Quote</a></footer></div>'
        "</article></li>"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<div id="tpl_wbb_thread"><h1>Peat</h1>'
        f'<ul class="wbbThreadPostList messageList">{posts}</ul></div>'
    )


MARKUP = Markup("woltlab", _write, threaded=False, nameless=False)
