"""hAtom: comments are `hentry` in a feed of replies, and link to what they answer."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    answered = "" if sample.parent is None else thread[sample.parent].number
    answers = f' to <a rel="in-reply-to" href="#r{answered}">#{answered}</a>' if answered else ""
    return (
        f'<div class="hentry" id="r{sample.number}"><p><span class="author vcard"><span class="fn">'
        f'{sample.name}</span></span>, <abbr class="published" title="{sample.at.isoformat()}">'
        f'{sample.at:%d %B %Y}</abbr> <a rel="bookmark" href="#r{sample.number}">#</a>{answers}</p>'
        f'<div class="entry-content">{sample.body}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        f'<div class="comments hfeed">{"".join(_one(sample, thread) for sample in thread)}</div>'
    )


MARKUP = Markup("hatom", _write, nameless=False)
