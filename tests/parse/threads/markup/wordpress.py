"""WordPress: core's walker in its html5 format."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    children = f'<ol class="children">{replies}</ol>' if replies else ""
    return (
        f'<li id="comment-{sample.number}" class="comment even depth-{sample.depth + 1}">'
        f'<article id="div-comment-{sample.number}" class="comment-body">'
        f'<footer class="comment-meta"><div class="comment-author vcard">'
        f'<b class="fn">{sample.name}</b> <span class="says">says:</span></div>'
        f'<div class="comment-metadata"><a href="https://peat.example/spade/#comment-{sample.number}">'
        f'<time datetime="{sample.at.isoformat()}">{sample.at:%-d %B %Y at %H:%M}</time></a></div>'
        f'</footer><div class="comment-content">{sample.body}</div>'
        f'<div class="reply"><a class="comment-reply-link" href="#respond">Reply</a></div>'
        f"</article>{children}</li>"
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="comments"><ol class="comment-list">{nested(thread, _one)}</ol></div>')


MARKUP = Markup("wordpress", _write)
