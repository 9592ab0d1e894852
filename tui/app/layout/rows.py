"""Rows of the library and of the list of drafts, and of the thread map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.app.layout.comments import author_name, clip
from tui.app.layout.lines import GUIDES, Line, Role, Run
from tui.app.layout.pieces import FixedPiece, Piece, PiecedItem, text_piece
from tui.app.layout.wrap import wrap
from tui.model import Comment, Mark, Span

_CHARACTERS_A_CELL = 32
"""More characters than this times the width are never looked at for two lines."""


@dataclass(frozen=True, slots=True)
class ListRow(PiecedItem):
    """A row with a heading, facts and, perhaps, some words.

    Attributes:
        key: What tells it from the others.
        title: Its heading.
        facts: What is said of it below.
        words: Words of it, on at most two lines, perhaps none.
    """

    key: str
    title: str
    facts: str
    words: str = ""

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        pieces: list[Piece] = [text_piece((Span(self.title, Mark.BOLD),), width, (), ())]
        if self.words:
            words = _on_two_lines(self.words, width)
            pieces.append(text_piece((Span(words),), width, (), (), Role.DRAFT))
        pieces.append(text_piece((Span(self.facts),), width, (), (), Role.META))
        pieces.append(FixedPiece(((),)))
        return pieces


def _on_two_lines(words: str, width: int) -> str:
    """The words that two lines have room for, with an ellipsis where some are left out."""
    text = " ".join(words[: width * _CHARACTERS_A_CELL].split())
    offsets = wrap(text, width)
    if len(offsets) <= 2:
        return text
    second = offsets[1][0]
    return text[:second] + clip(text[second:], width)


@dataclass(frozen=True, slots=True)
class MapRow:
    """A comment as one line of the thread map.

    Attributes:
        comment: The comment.
        depth: How deep it is.
        drafted: Whether a draft answers it.
    """

    comment: Comment
    depth: int
    drafted: bool

    @property
    def key(self) -> str:
        """The comment's key."""
        return self.comment.key

    def height(self, width: int) -> int:
        """One line at any width."""
        del width
        return 1

    def lines(self, width: int) -> Sequence[Line]:
        """Guides, the author, and a pencil where a draft is."""
        indent = min(self.depth, max(width - 12, 0))
        guides = [Run("╎", GUIDES[level % len(GUIDES)]) for level in range(indent)]
        mark = " ✎" if self.drafted else ""
        name = clip(author_name(self.comment), width - indent - len(mark))
        return [Line((*guides, Run(name, Role.AUTHOR), Run(mark, Role.DRAFT)))]
