"""NodeBB: a topic in the theme Harmony."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread


def _one(place: int, sample: Sample, thread: Thread) -> str:
    stamp = f"{sample.at.isoformat()}.000Z"
    answered = ""
    if sample.parent is not None:
        answered = (
            f'<div component="post/parent" data-parent-pid="{thread[sample.parent].number}">'
            '<a href="/user/x">x</a><a href="/post/1" class="timeago hidden" title="'
            f'{stamp}"></a><div component="post/parent/content"><p>Some words.</p></div></div>'
        )
    return (
        f'<li component="post" class="pt-4" data-index="{place}" data-pid="{sample.number}" '
        'itemprop="comment" itemtype="http://schema.org/Comment" itemscope>'
        f'<a component="post/anchor" data-index="{place}" id="{place}"></a>'
        f'<meta itemprop="datePublished" content="{stamp}">{answered}'
        '<div class="post-container-parent"><a href="/user/u"><img class="avatar" src="a"></a>'
        '<div class="post-container"><div class="post-header" itemprop="author">'
        f'<meta itemprop="name" content="{sample.name}"><a class="fw-bold" href="/user/u" '
        f'data-username="u" data-uid="2">{sample.name}</a> <span class="text-muted">wrote on '
        f'<a href="/post/{sample.number}" class="timeago" title="{stamp}"></a></span>'
        f'<a href="/post/{sample.number}" class="post-index">#{place}</a></div>'
        f'<div class="content" component="post/content" itemprop="text">{sample.body}</div>'
        '<div component="post/footer"><div component="post/signature">Cut it dry.</div>'
        '<a href="#" component="post/vote-count" data-votes="3">3</a></div></div></div></li>'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(place, sample, thread) for place, sample in enumerate(thread, 1))
    return (
        '<!doctype html><html lang="en"><head><title>Peat</title></head><body><div class="topic">'
        '<h1 component="post/header">Peat</h1><ul component="topic" class="posts">'
        '<li component="post" data-index="0" data-pid="0"><div class="post-header">'
        '<a data-username="o" href="/user/o">o</a></div><div component="post/content">'
        f"<p>Who still cuts peat?</p></div></li>{posts}</ul></div></body></html>"
    )


MARKUP = Markup("nodebb", _write, nameless=False)
