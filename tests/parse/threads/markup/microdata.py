"""schema.org in microdata: replies lie in the comments they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    return (
        f'<div class="reaktion" id="k{sample.number}" itemprop="comment" itemscope '
        f'itemtype="https://schema.org/Comment"><p><span itemprop="author" itemscope '
        f'itemtype="https://schema.org/Person"><span itemprop="name">{sample.name}</span></span> '
        f'<a itemprop="url" href="#k{sample.number}"><time itemprop="dateCreated" '
        f'datetime="{sample.at.isoformat()}">{sample.at:%d.%m.%Y}</time></a></p>'
        f'<div itemprop="text">{sample.body}</div><p><button>Reply</button></p>{replies}</div>'
    )


def _write(thread: Thread) -> str:
    return page(f'<div class="samtale">{nested(thread, _one)}</div>')


MARKUP = Markup("microdata", _write, nameless=False)
