"""Remark42: the comments in its frame, with generated classes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested

_PAGE = "https://peat.example/spade/"


def _one(sample: Sample, replies: str) -> str:
    roles = "listitem list" if replies else "listitem"
    return (
        f'<div class="bG_r" role="{roles}" aria-expanded="true">'
        f'<article class="bF_r" id="remark42__comment-{sample.number}"><div class="bF_i">'
        '<div class="bF_a"><img src="a.image" alt=""></div>'
        f'<div class="bF_u"><button class="bF_n">{sample.name}</button></div>'
        f'<a href="{_PAGE}#remark42__comment-{sample.number}" class="bF_t">'
        f"{sample.at:%B %-d, %Y at %-I:%M %p}</a>{_up(sample)}"
        '<span class="bI_r"><button data-value="-1" title="Vote down"></button>'
        '<div class="bI_s" title="Votes score">3</div></span></div>'
        f'<div class="bF_o"><div class="bF_x raw-content" dir="auto">{sample.body}</div>'
        '<div class="bJ_r"><button class="bJ_b">Reply</button></div></div></article>'
        f'{replies}<div class="bG_c" role="button"><div></div></div></div>'
    )


def _up(sample: Sample) -> str:
    return f'<a class="bF_p" href="{_PAGE}" title="Go to parent"></a>' if sample.depth else ""


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Remark42</title></head><body>'
        f'<div id="remark42"><div role="list">{nested(thread, _one)}</div></div></body></html>'
    )


MARKUP = Markup("remark42", _write, nameless=False)
