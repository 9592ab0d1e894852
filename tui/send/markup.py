"""What is sent of a draft's text, and how it will look on the site."""

from __future__ import annotations

import re

from tui.model import Block, Paragraph, Span
from tui.parse.blocks import blocks_of
from tui.parse.clean import clean
from tui.parse.document import read_document
from tui.send.kept import dropped_tags, kept, paragraphs
from tui.send.markdown import site_parser, to_html
from tui.send.rules import Rules, SiteMarkup
from tui.store.draft import Markup

_TABLES = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def rendered(body: str, markup: Markup, rules: Rules) -> str:
    """What a site is sent for a text: as it was typed, or what its Markdown becomes there.

    Never raises. Sites that take Markdown, or no markup at all, get what was typed.
    """
    if markup is Markup.OWN or rules.markup is not SiteMarkup.HTML:
        return body
    return to_html(body, rules.tags)


def preview(body: str, markup: Markup, rules: Rules) -> tuple[Block, ...]:
    """How a text will look on the site, as far as its rules are known. Never raises."""
    sent = rendered(body, markup, rules)
    match rules.markup:
        case SiteMarkup.TEXT:
            return _as_text(sent)
        case SiteMarkup.HTML:
            return _blocks(paragraphs(kept(sent, rules.tags)))
        case SiteMarkup.MARKDOWN:
            html = site_parser().render(sent)
            return _blocks(kept(html, rules.tags))


def dropped(body: str, markup: Markup, rules: Rules) -> tuple[str, ...]:
    """The names of the elements in a text that the site drops, while their words stay."""
    if rules.markup is SiteMarkup.TEXT:
        return ()
    sent = rendered(body, markup, rules)
    if rules.markup is SiteMarkup.MARKDOWN:
        sent = site_parser().render(sent)
    return dropped_tags(sent, rules.tags | _TABLES)


def length(text: str, rules: Rules) -> int:
    """How much a text that is sent has, in what the site's limit counts.

    Where it counts bytes, a line end is two of them, as forms send it, and space around the text
    is none of it: so does WordPress.
    """
    if not rules.in_bytes:
        return len(text)
    text = text.strip()
    return len(text.encode("utf-8", "replace")) + text.count("\n")


def left(text: str, rules: Rules) -> int | None:
    """How much more may be sent; below zero where it is too much, None where there is no limit."""
    return None if rules.limit is None else rules.limit - length(text, rules)


def _as_text(text: str) -> tuple[Block, ...]:
    """What is typed into a page that knows no markup: paragraphs with their line ends."""
    parts = _EMPTY_LINES.split(clean(text).strip("\n"))
    return tuple(Paragraph((Span(part),)) for part in parts if part.strip())


def _blocks(html: str) -> tuple[Block, ...]:
    """The blocks of some HTML that stands alone."""
    body = read_document(f"<body>{html}", None).tree.body
    return blocks_of([body], None) if body is not None else ()
