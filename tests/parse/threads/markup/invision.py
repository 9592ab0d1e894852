"""Invision Community 4: articles with the author's pane beside them, signatures and reactions."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<a id="comment-{number}"></a><article id="elComment_{number}" class="cPost ipsComment">'
        '<aside class="ipsComment_author cAuthorPane"><h3 class="cAuthorPane_author"><strong>'
        f'<a href="/profile/1/">{sample.name}</a></strong></h3><ul class="cAuthorPane_info">'
        "<li>Members</li><li>457 posts</li></ul></aside><div class='ipsColumn'>"
        f'<div id="comment-{number}_wrap" class="ipsComment_content"><div class="ipsComment_meta">'
        f'<p><a href="?do=findComment&amp;comment={number}">Posted <time '
        f'datetime="{sample.at.isoformat()}">{sample.at:%B %-d, %Y}</time></a></p></div>'
        f'<div data-role="commentContent" class="ipsType_richText">{sample.body}</div>'
        '<div data-role="memberSignature"><p>Dig on</p></div><div class="ipsItemControls">'
        '<a href="#">Quote</a><span class="ipsReact_reactCount">2</span></div></div>'
        "</div></article>"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(f'<h1>Peat</h1><div id="elPostFeed" data-role="commentFeed">{posts}</div>')


MARKUP = Markup("invision", _write, threaded=False, nameless=False)
