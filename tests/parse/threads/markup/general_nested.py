"""Markup that no module knows: replies inside what they answer, in any tags and hashed classes."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page

TAGS = ("div", "article", "section", "blog-note")
HEADS = ("div", "header", "p", "h4")


def _write(thread: Thread) -> str:
    choice = sum(sample.number for sample in thread)
    tag, head = TAGS[choice % len(TAGS)], HEADS[choice % len(HEADS)]
    name = f"sc-{choice}q"
    is_marked, has_button = choice % 2, choice % 3

    def one(sample: Sample, replies: str) -> str:
        date = f"{sample.at:%-d %B %Y}"
        dated = (
            f'<time datetime="{sample.at.isoformat()}">{date}</time>'
            if is_marked
            else f'<span class="{name}d">{date}</span>'
        )
        button = f'<button class="{name}b">Reply</button>' if has_button else ""
        inside = f'<div class="{name}r">{replies}</div>' if replies else ""
        return (
            f'<{tag} class="{name}" id="note-{sample.number}"><{head} class="{name}h">'
            f'<b class="{name}n">{sample.name}</b> {dated}</{head}>'
            f'<div class="{name}w">{sample.body}</div>{button}{inside}</{tag}>'
        )

    return page(
        f'<div class="{name}all"><h2>{len(thread)} comments</h2>'
        f'<div class="{name}list">{nested(thread, one)}</div></div>'
    )


MARKUP = Markup("general", _write, nameless=False, key=lambda number: f"note-{number}")
