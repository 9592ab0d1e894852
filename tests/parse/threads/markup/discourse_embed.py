"""Discourse's embedded comments."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread


def _one(sample: Sample, thread: Thread) -> str:
    link = f"https://forum.example/t/peat/1/{sample.number}"
    answered = ""
    if sample.parent is not None:
        number = thread[sample.parent].number
        answered = f'<a data-link-to-post="{number}" class="in-reply-to" href="#">in reply to u</a>'
    return (
        f'<article class="post" id="post-{sample.number}"><a title="'
        f'{sample.at:%B %-d, %Y %-I:%M%p}" class="post-date" href="{link}">Mar 14</a>{answered}'
        '<div class="author"><a href="https://forum.example/u/u"><img src="a" alt=""></a></div>'
        '<div class="cooked"><h3 class="username"><a href="https://forum.example/u/u">'
        f'{sample.name}</a> <span class="title">peat cutter</span></h3>{sample.body}'
        f'<a class="post-replies button" href="{link}">1 reply</a></div></article>'
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample, thread) for sample in thread)
    return (
        '<!doctype html><html lang="en"><head><title>Peat</title>'
        '<script src="https://forum.example/assets/embed-application.js"></script></head><body>'
        '<header class="discourse"><a class="button" href="https://forum.example/t/peat/1">'
        f"Continue Discussion</a></header>{posts}<footer></footer></body></html>"
    )


MARKUP = Markup("discourse-embed", _write, nameless=False)
