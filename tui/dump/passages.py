"""Passages that are taken along: as Markdown with the place where they stand, or as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.model import Block
from tui.parse.clean import clean


class Citation(Struct, frozen=True):
    """Where a passage is from.

    Attributes:
        author: Who wrote it, or None.
        title: The page's title, or None.
        address: The address of the page or the comment, or None.
    """

    author: str | None = None
    title: str | None = None
    address: str | None = None


def passage_markdown(blocks: Sequence[Block], citation: Citation | None = None) -> str:
    """A passage as Markdown, and below it a line on where it is from, as far as that is known."""
    from tui.dump.markdown import blocks_markdown  # noqa: PLC0415 -- loaded with the first copy

    line = "" if citation is None else _line(citation)
    return clean("\n\n".join(filter(None, (blocks_markdown(blocks), line))) + "\n")


def passage_text(blocks: Sequence[Block], width: int) -> str:
    """A passage as plain text."""
    from tui.dump.text import block_lines  # noqa: PLC0415 -- as above

    return clean("\n".join(block_lines(blocks, width)) + "\n")


def _line(citation: Citation) -> str:
    from tui.dump.inline_markdown import destination, escape  # noqa: PLC0415 -- as above

    address = citation.address or ""
    if address and destination(address) == address:
        address = f"<{address}>"
    words = (
        escape(each.replace("\n", " ")) for each in (citation.author or "", citation.title or "")
    )
    known = ", ".join(filter(None, (*words, address)))
    return f"— {known}" if known else ""
