"""Flarum: the posts that readers without scripts see."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    return f'<div><h3>{sample.name}</h3><div class="Post-body">{sample.body}</div></div><hr>'


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<noscript id="flarum-content"><div class="container"><h1>Peat</h1>'
        f"<div>{posts}</div></div></noscript>"
    )


MARKUP = Markup("flarum", _write, threaded=False, dated=False, nameless=False, key=None)
