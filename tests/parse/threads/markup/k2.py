"""K2: the flat list of its item template, half of the names in links."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    anchor = f"comment{sample.number}"
    author = sample.name
    if sample.number % 2:
        author = f'<a href="https://n.example/" title="{author}" rel="nofollow">{author}</a>'
    return (
        f'<li class="even"><span class="commentLink"><a href="/item/1#{anchor}" name="{anchor}" '
        f'id="{anchor}">Comment Link</a></span><img src="u.png" alt="{sample.name}">'
        f'<span class="commentDate">{sample.at:%A, %d %B %Y %H:%M}</span>'
        f'<span class="commentAuthorName"> posted by {author} </span>{sample.body}'
        '<span class="commentToolbar"><a href="/report">Report</a></span><div class="clr"></div>'
        "</li>"
    )


def _write(thread: Thread) -> str:
    items = "".join(_one(sample) for sample in thread)
    return page(
        '<a id="itemCommentsAnchor"></a><div class="itemComments"><h3 class="itemCommentsCounter">'
        f'<span>{len(thread)}</span> comments</h3><ul class="itemCommentsList">{items}</ul></div>'
    )


MARKUP = Markup("k2", _write, threaded=False, nameless=False)
