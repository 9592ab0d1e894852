"""What a form is called, and what it tells writers."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.parse.threads.nodes import ancestors, attribute, line_of, select
from tui.parse.words import is_form_title, is_mail_note, is_markup_note, is_required_note

MAX_LINE = 400
"""Titles and notes are shorter than this many characters."""

MAX_NOTES = 500
"""How many elements may be notes."""

AROUND = 4
"""How many elements around a form may hold its title and notes."""

_TITLES = "#reply-title, .comment-reply-title, legend, h1, h2, h3, h4, h5, h6"
_NOTES = "p, small, li, span, em, div.comment-notes, .comment-notes"
_WHOLE = frozenset({"html", "body", "main", "article"})


def title_of(node: LexborNode) -> str:
    """The heading in a form, or before it, or in what holds it; that which reads like one first."""
    shorts: list[str] = []
    for holder in (node, *holders(node)):
        for heading in select(holder, _TITLES)[:10]:
            out = {small.mem_id for small in select(heading, "small, [id^='cancel']")}
            line = line_of(heading, out)
            if line and len(line) <= MAX_LINE:
                if is_form_title(line):
                    return line
                if holder.mem_id == node.mem_id or attribute(heading, "id") == "reply-title":
                    shorts.append(line)
    return shorts[0] if shorts else ""


def holders(node: LexborNode) -> list[LexborNode]:
    """The elements around a form that may be its box, not those that hold a page's other text."""
    around = (at for at in ancestors(node) if at.tag not in _WHOLE)
    return [at for at, _ in zip(around, range(AROUND), strict=False)]


def notes_of(node: LexborNode) -> Iterator[str]:
    """What the form tells writers of mail addresses, required fields and markup, each once."""
    seen: set[str] = set()
    for holder in (node, *holders(node)[:1]):
        for element in select(holder, _NOTES)[:MAX_NOTES]:
            line = line_of(element)
            if not 0 < len(line) <= MAX_LINE or any(line in other for other in seen):
                continue
            if is_mail_note(line) or is_required_note(line) or is_markup_note(line):
                seen.add(line)
                yield line
