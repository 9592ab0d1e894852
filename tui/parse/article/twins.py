"""Text that a page holds twice, for another size of the screen or another tab."""

from __future__ import annotations

from collections import Counter

from tui.model import DefinitionList, ListBlock, Paragraph
from tui.parse.article.pieces import Piece

LEAST = 60
"""Shorter blocks than this many characters may be said twice."""

MOST = 8
"""What is said more often than a page has sizes and tabs is not said for another one."""


def without_twins(pieces: list[Piece]) -> list[Piece]:
    """The pieces, each but once.

    Text of several lines is left alone, for verse has refrains; so are lists, but those that come
    with a paragraph, for articles sum up what is for and against a thing.
    """
    counts = Counter(piece.text for piece in pieces if _may_be_twin(piece))
    seen: set[str] = set()
    kept: list[Piece] = []
    was_twin = False
    for piece in pieces:
        if 1 < counts.get(piece.text, 0) <= MOST:
            was_twin = piece.text in seen and (was_twin or isinstance(piece.block, Paragraph))
            seen.add(piece.text)
            if was_twin:
                continue
        elif len(piece.text) >= LEAST:
            was_twin = False
        kept.append(piece)
    return kept


def _may_be_twin(piece: Piece) -> bool:
    block, text = piece
    if len(text) < LEAST:
        return False
    if isinstance(block, Paragraph):
        return "\n" not in text
    return isinstance(block, ListBlock | DefinitionList)
