"""The article of pages that hold it only in their linked data."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from tui.model import Block, blocks_text
from tui.parse.blocks import blocks_of
from tui.parse.document import source_of

LITTLE = 200
"""An article of fewer characters than this is little where the linked data has more."""


def or_body(blocks: tuple[Block, ...], body: str | None, base: str | None) -> tuple[Block, ...]:
    """The blocks found in the page, or those of the linked data's text where they are much more.

    Args:
        blocks: What was found in the page's elements.
        body: The `articleBody` of schema.org: plain text by its definition, HTML on many pages.
        base: What relative links are resolved against, or None.
    """
    if not body or len(body) < 2 * LITTLE:
        return blocks
    found = len(blocks_text(blocks))
    if found >= LITTLE or len(body) < 2 * found:
        return blocks
    html = re.sub(r"\s*\n\s*", "<p>", body.strip())
    tree = LexborHTMLParser(source_of(f"<p>{html}"))
    return blocks_of([tree.body], base) if tree.body is not None else blocks
