"""Comentario: the cards that its script writes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    mark = f"comentario-c{sample.number}"
    return (
        '<div class="comentario-card"><div class="comentario-card-expand-body">'
        f'<div class="comentario-card-self" id="{mark}"><div class="comentario-card-header">'
        '<div class="comentario-avatar">P</div><div class="comentario-name-container">'
        f'<div class="comentario-name">{sample.name}</div><div class="comentario-subtitle">'
        f'<a href="#{mark}" title="{sample.at:%b %-d, %Y, %-I:%M:%S %p}">2 years ago</a></div>'
        f'</div></div><div class="comentario-card-body">{sample.body}</div>'
        '<div class="comentario-toolbar"><div class="comentario-score">2</div><button>Reply'
        f'</button></div></div><div class="comentario-card-children">{replies}</div></div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<comentario-comments><div class="comentario-root"><div class="comentario-comments">'
        f"{nested(thread, _one)}</div></div></comentario-comments>"
    )


MARKUP = Markup("comentario", _write, nameless=False, key=lambda number: f"c{number}")
