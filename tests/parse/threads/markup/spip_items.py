"""SPIP: zcore's template since version 3, with lists of items instead of threads of a forum."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    anchor = f"forum{sample.number}"
    author = (
        '<span class="comment-author vcard"><span class="sep">,</span> von '
        f'<strong class="fn n ">{sample.name}</strong></span>'
        if sample.author
        else ""
    )
    children = f'<ul class="comments-items">{replies}</ul>' if replies else ""
    return (
        '<li class="comment-item odd first"><article class="comment comment-message">'
        f'<header class="comment-meta"><a href="#{anchor}" title="{sample.number}" '
        'class="ancre permalink comment-number">#</a> <strong class="comment-titre">'
        f'<a href="#{anchor}" name="{anchor}" id="{anchor}">Torf</a></strong> <abbr class="date" '
        f'title="{sample.at:%Y-%m-%dT%H:%M:%SZ}">Am {sample.at:%d.%m.%Y um %H:%M}</abbr>'
        f"{author}</header>"
        f'<section class="comment-content"><div class="comment-texte">{sample.body}</div>'
        '<p class="comment-external-link">Siehe online : <a href="https://n.example/" '
        'class="spip_out">Torf</a></p><p class="comment-reply"><a href="spip.php?page=forum">'
        f"Auf diese Nachricht antworten</a></p></section></article>{children}</li>"
    )


def _write(thread: Thread) -> str:
    return page(
        '<section class="comments comments-thread" id="comments"><h2 class="h2">Nachrichten</h2>'
        f'<ul class="comments-items">{nested(thread, _one)}</ul></section>'
    )


MARKUP = Markup("spip", _write)
