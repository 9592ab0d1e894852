"""DataLife Engine with a tree of comments, whose dates no class marks."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    number = sample.number
    inner = f'<ol class="comments-tree-list">{replies}</ol>' if replies else ""
    return (
        f'<li id="comments-tree-item-{number}" class="comments-tree-item">'
        f'<div id=\'comment-id-{number}\'><div class="comm-item"><div class="comm-one">'
        f'<span class="comm-author"><a href="https://p.example/user/a/">{sample.name}</a></span>'
        f"<span>Visitors</span><span>{sample.at:%-d %B %Y %H:%M}</span></div>"
        f"<div class=\"comm-two full-text\"><div id='comm-id-{number}'>{sample.body}</div></div>"
        '<ul class="comm-three"><li class="reply"><a href="#">Reply</a></li>'
        f"<li><a href=\"javascript:AddComplaint('{number}')\">Report</a></li></ul></div></div>"
        f"{inner}</li>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<form method="post" name="dlemasscomments" id="dlemasscomments">'
        '<div id="dle-comments-list"><div id="dle-ajax-comments"></div>'
        f'<ol class="comments-tree-list">{nested(thread, _one)}</ol></div></form>'
    )


MARKUP = Markup("datalife", _write, nameless=False)
