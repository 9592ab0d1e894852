"""The article of pages that hold it only in their data: linked data, or those for scripts."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from tui.model import Block, Paragraph, blocks_text
from tui.parse.blocks import blocks_of
from tui.parse.clean import letters
from tui.parse.document import Document, source_of
from tui.parse.patterns import regex

LITTLE = 200
"""An article of fewer characters than this is little where the linked data has more."""

LEAST = 60
"""A paragraph of so many letters is no phrase that both happen to have."""

LONG_LINE = 1_500
PARAGRAPH = 500
"""A line of so many characters gets breaks, which are this far apart at least."""

MUCH_MORE = 3
"""One of more is the beginning of what the linked data has where they have so many times more."""


_BETWEEN = regex(r"(?<=[.!?…»”\"'])\s+(?=\S)")
"""The space between two sentences, where what comes then is no small letter."""


def or_body(blocks: tuple[Block, ...], body: str | None, document: Document) -> tuple[Block, ...]:
    """The blocks found in the page, or those of a text in its data where they are much more.

    Args:
        blocks: What was found in the page's elements.
        body: The `articleBody` of schema.org: plain text by its definition, HTML on many pages.
        document: The page.
    """
    found = 0
    for block in blocks:
        found += len(blocks_text((block,)))
        if found >= max(LITTLE, len(body or "") // MUCH_MORE):
            return blocks
    if found >= LITTLE and not _begins(blocks, body):
        return blocks
    least = 2 * LITTLE
    if not body or len(body) < least:
        from tui.parse.article.payload import body_in_scripts  # noqa: PLC0415 -- for few pages

        body = body_in_scripts(document.tree)
    if not body or len(body) < least:
        return blocks
    html = re.sub(r"\s*\n\s*", "<p>", _with_breaks(body.strip()))
    tree = LexborHTMLParser(source_of(f"<p>{html}"))
    return blocks_of([tree.body], document.base) if tree.body is not None else blocks


def _with_breaks(text: str) -> str:
    """Text on one long line, with breaks after some sentences each: its own ones are lost."""
    if len(text) < LONG_LINE or "\n" in text or "<p" in text:
        return text
    parts: list[str] = []
    start = 0
    for end in _BETWEEN.finditer(text):
        if end.start() - start >= PARAGRAPH and not text[end.end()].islower():
            parts.append(text[start : end.start()])
            start = end.end()
    return "\n".join((*parts, text[start:]))


def _begins(blocks: tuple[Block, ...], body: str | None) -> bool:
    """Whether a paragraph of the page is one of the text in its data."""
    said = letters(body or "")
    texts = (letters(blocks_text((block,))) for block in blocks if isinstance(block, Paragraph))
    return any(len(text) >= LEAST and text in said for text in texts)
