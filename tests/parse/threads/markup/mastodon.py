"""Mastodon: the page of a post as a browser saves it."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening


def _name(sample: Sample) -> str:
    return (
        f'<span class="display-name"><bdi><strong class="display-name__html">{sample.name}</strong>'
        '</bdi> <span class="display-name__account">@a@b.example</span></span>'
    )


def _words(sample: Sample) -> str:
    return (
        '<div class="status__content"><div class="status__content__text '
        f'status__content__text--visible">{sample.body}</div></div>'
    )


def _one(sample: Sample) -> str:
    return (
        '<div class="status__wrapper status__wrapper-public"><div class="status status-public" '
        f'data-id="{sample.number}"><div class="status__info"><a href="/@a/{sample.number}" '
        f'class="status__relative-time"><time datetime="{sample.at.isoformat()}Z">'
        f'{sample.at:%b %-d, %Y}</time></a><a href="/@a" class="status__display-name">'
        f'{_name(sample)}</a></div>{_words(sample)}<div class="status__action-bar">'
        '<button aria-label="Reply"><span class="icon-button__counter">1</span></button></div>'
        "</div></div>"
    )


def _write(thread: Thread) -> str:
    first = opening(thread)
    post = (
        '<div class="detailed-status__wrapper"><div class="detailed-status">'
        f'<a href="/@a" class="detailed-status__display-name">{_name(first)}</a>{_words(first)}'
        "</div></div>"
    )
    answers = "".join(map(_one, thread))
    return (
        '<!doctype html><html lang="en"><head><title>Opener: "Who"</title></head><body>'
        f'<div id="mastodon">{_one(first)}{post}{answers}</div></body></html>'
    )


MARKUP = Markup("mastodon", _write, threaded=False, nameless=False)
