"""Discourse: a topic as the server writes it for readers without scripts."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread


def _one(sample: Sample) -> str:
    return (
        f'<div id="post_{sample.number + 1}" itemprop="comment" itemscope class="topic-body '
        'crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author">'
        '<a itemprop="url" rel="nofollow" href="https://forum.example/u/u">'
        f'<span itemprop="name">{sample.name}</span></a></span><span class="crawler-post-infos">'
        f'<time itemprop="datePublished" datetime="{sample.at.isoformat()}Z" class="post-time">'
        f"{sample.at:%B %-d, %Y, %-I:%M%p}</time>"
        f'<span itemprop="position">{sample.number + 1}</span></span></div>'
        f'<div class="post" itemprop="text">{sample.body}</div>'
        '<div itemprop="interactionStatistic"><span class="post-likes">2 Likes</span></div></div>'
    )


def _write(thread: Thread) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Peat</title></head><body class="crawler">'
        '<div id="main-outlet" class="wrap"><div id="topic-title"><h1>'
        '<a href="/t/peat/1">Peat</a></h1></div><div itemscope>'
        '<div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta">'
        '<span class="creator"><a href="/u/o"><span itemprop="name">o</span></a></span></div>'
        '<div class="post" itemprop="text"><p>Who still cuts peat?</p></div></div>'
        f"{''.join(map(_one, thread))}</div></div></body></html>"
    )


MARKUP = Markup(
    "discourse", _write, threaded=False, nameless=False, key=lambda number: str(number + 1)
)
