"""Captions that stand in paragraphs below their pictures, whose words say the same."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model import Image, Paragraph, plain
from tui.parse.article.pieces import Piece

LEAST = 20
MOST_AFTER = 80
"""A paragraph that begins with so many characters of a picture's words is its caption where no more
than so many follow: whose picture it is, or when it was taken."""


def with_captions(pieces: list[Piece]) -> list[Piece]:
    """The pieces, where a paragraph that says what the picture above it says is its caption."""
    kept: list[Piece] = []
    for piece in pieces:
        above = kept[-1].block if kept else None
        if isinstance(above, Image) and isinstance(piece.block, Paragraph):
            said = plain(above.caption)
            if said and said == piece.text:
                continue
            if not said and _is_caption(piece.text, above.alt):
                kept[-1] = Piece(replace(above, caption=piece.block.text), piece.text)
                continue
        kept.append(piece)
    return kept


def _is_caption(text: str, words: str) -> bool:
    """Whether a paragraph says the words of the picture above it, and little more."""
    if not words or not text.startswith(words):
        return False
    after = text[len(words) :]
    return not after or (
        len(words) >= LEAST and len(after) <= MOST_AFTER and not after[0].isalnum()
    )
