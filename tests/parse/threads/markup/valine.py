"""Valine: the cards that its script writes, which has two levels."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    at = '<p><a class="at" href="#c0">@u</a> ' if sample.depth else "<p>"
    return (
        f'<div class="vcard" id="c{sample.number}"><img class="vimg" src="a"><div class="vh">'
        f'<div class="vhead"><span class="vnick">{sample.name}</span> '
        '<span class="vsys">Firefox</span></div><div class="vmeta">'
        f'<span class="vtime">{sample.at:%Y-%m-%d}</span><span class="vat">Reply</span></div>'
        f'<div class="vcontent">{at}{sample.body.removeprefix("<p>")}</div>'
        '<div class="vreply-wrapper"></div>'
        f'<div class="vquote">{replies}</div></div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div id="vcomments" class="v"><div class="vheader"><input class="vnick vinput"></div>'
        f'<div class="vcards">{nested(thread, _one)}</div></div>'
    )


MARKUP = Markup("valine", _write, nameless=False, key=lambda number: f"c{number}", deepest=1)
