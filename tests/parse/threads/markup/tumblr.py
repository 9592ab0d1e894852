"""Tumblr: notes with words, replies and reblogs in turn, among likes."""

from __future__ import annotations

from html import escape

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page

_LIKE = (
    '<li class="note like tumblelog_liker without_commentary"><span class="action">'
    '<a href="https://liker.example/">liker</a> liked this</span></li>'
)


def _reply(sample: Sample) -> str:
    words = "<br>".join(escape(words) for words in sample.words)
    return (
        '<li class="note reply tumblelog_one without_commentary"><a class="avatar_frame" '
        'href="https://one.example/"><img src="a.png" alt=""></a><span class="action" '
        f'data-post-url=""><a href="https://one.example/">{sample.name}</a> said: '
        f'<span class="answer_content">{words}</span></span><div class="clear"></div></li>'
    )


def _reblog(sample: Sample) -> str:
    words = "<br>".join(escape(words) for words in sample.words)
    return (
        '<li class="note reblog tumblelog_two with_commentary"><a class="avatar_frame" '
        'href="https://two.example/"><img src="b.png" alt=""></a><span class="action" '
        f'data-post-url="https://two.example/post/{sample.number}">'
        f'<a href="https://two.example/" class="tumblelog">{sample.name}</a> reblogged this from '
        '<a href="https://peat.example/" class="source_tumblelog">peat</a> and added:</span>'
        f'<blockquote><a href="https://two.example/post/{sample.number}">{words}</a></blockquote>'
        "</li>"
    )


def _write(thread: Thread) -> str:
    notes = _LIKE.join(
        _reblog(sample) if index % 2 else _reply(sample) for index, sample in enumerate(thread)
    )
    return page(f'<section id="notes"><ol class="notes">{_LIKE}{notes}</ol></section>')


MARKUP = Markup("tumblr", _write, threaded=False, dated=False, nameless=False, key=None)
