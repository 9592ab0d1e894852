"""TypePad: the words of a comment before its byline, an answer with a link to its parent."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _key(number: int) -> str:
    return f"6a0120a5b0c0d0970b{number:016x}"


def _one(sample: Sample, thread: Thread) -> str:
    key = _key(sample.number)
    answered = ""
    if sample.parent is not None:
        parent = thread[sample.parent]
        answered = (
            '<span class="comment-reply-to">in reply to '
            f'<a href="#comment-{_key(parent.number)}">{parent.name}</a></span>'
        )
    return (
        f'<div id="comment-{key}" class="comment comment-odd font-entrybody">'
        '<div class="comment-avatar"><img src="a.png" alt=""></div><div class="comment-content">'
        f'<span id="comment-{key}-content">{sample.body}</span></div>'
        f'<p class="comment-footer font-entryfooter">{answered} Posted by: '
        f'<a rel="nofollow" target="_blank" href="https://n.example/">{sample.name}</a> | '
        f'<a rel="nofollow" href="https://p.example/a.html?cid={key}#comment-{key}">'
        f"{sample.at:%A, %d %B %Y at %I:%M %p}</a></p></div>"
    )


def _write(thread: Thread) -> str:
    comments = "".join(_one(sample, thread) for sample in thread)
    return page(
        '<a id="comments"></a><div class="comments"><h3 class="comments-header">Comments</h3>'
        f'<div class="comments-content">{comments}</div></div>',
        '<meta name="generator" content="http://www.typepad.com/">',
    )


MARKUP = Markup("typepad", _write, nameless=False, key=_key)
