"""SPIP: the zcore template's nested lists, with a title over each message."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    anchor = f"forum{sample.number}"
    author = (
        f'<span class="comment-author vcard">, par <strong class="fn n ">{sample.name}</strong>'
        "</span>"
        if sample.author
        else ""
    )
    children = f"<ul>{replies}</ul>" if replies else ""
    return (
        '<li class="forum-fil comment odd first"><div class="comment-message forum-message">'
        f'<div class="comment-meta forum-chapo"><a href="#{anchor}" title="{sample.number}" '
        'class="ancre permalink comment-number">#</a> <strong class="forum-titre">'
        f'<a href="#{anchor}" name="{anchor}" id="{anchor}">Tourbe</a></strong> '
        f'<abbr class="date" title="{sample.at:%Y-%m-%dT%H:%M:%SZ}">Le {sample.at:%d/%m/%Y à %H:%M}'
        f'</abbr>{author}</div><div class="comment-content forum-texte">'
        f'<div class="comment-texte">{sample.body}</div><p class="comment-reply repondre">'
        f'<a href="spip.php?page=forum&amp;id_forum={sample.number}">Répondre à ce message</a></p>'
        f"</div></div>{children}</li>"
    )


def _write(thread: Thread) -> str:
    return page(
        f'<div class="comments" id="comments"><h2 class="h2">{len(thread)} Messages</h2>'
        f'<ul class="forum comments-list">{nested(thread, _one)}</ul></div>'
    )


MARKUP = Markup("spip", _write)
