"""microformats2: comments are `p-comment h-cite`, replies lie in them; a like stands among them."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page

_LIKE = (
    '<li class="p-like h-cite"><a class="p-author h-card u-url" href="/li">Li</a> likes this</li>'
)


def _one(sample: Sample, replies: str) -> str:
    here = f"https://peat.example/spade#c{sample.number}"
    return (
        f'<li class="p-comment h-cite" id="c{sample.number}"><a class="p-author h-card u-url" '
        f'href="https://a.example/"><img class="u-photo" src="a.png" alt="">'
        f'<span class="p-name">{sample.name}</span></a> <a class="u-url" href="{here}">'
        f'<time class="dt-published" datetime="{sample.at.isoformat()}">{sample.at:%d %b}</time>'
        f'</a><div class="e-content">{sample.body}</div>'
        f"{f'<ol>{replies}</ol>' if replies else ''}</li>"
    )


def _write(thread: Thread) -> str:
    return page(f'<ol class="said">{nested(thread, _one)}{_LIKE}</ol>')


MARKUP = Markup("microformats", _write, nameless=False, key=lambda number: f"c{number}")
