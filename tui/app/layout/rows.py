"""Rows of the library, the list of drafts, the thread map and the list of the newest comments."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from tui.app.layout.clip import clip, clip_runs
from tui.app.layout.comments import author_name
from tui.app.layout.glyphs import UNICODE, Glyphs
from tui.app.layout.lines import GUIDES, Line, Role, Run, runs_width
from tui.app.layout.look import Look
from tui.app.layout.pieces import FixedPiece, Piece, PiecedItem, text_piece
from tui.model import Comment, Mark, Span, blocks_text
from tui.reading.wrap import wrap

_COLUMN = 24
"""The widest column of names and of dates in the list of the newest comments, in cells."""

_CHARACTERS_A_CELL = 32
"""More characters than this times the width are never looked at for two lines."""


class ListRow(PiecedItem, frozen=True):
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


class MapRow(Struct, frozen=True):
    """A comment as one line of the thread map.

    Attributes:
        comment: The comment.
        depth: How deep it is.
        drafted: Whether a draft answers it.
        index: Its index in the thread.
        glyphs: The signs that are drawn.
        away: Whether a fold or a filter hides it from the thread.
        tally: What is to be read in its conversation (`●3`), perhaps nothing.
    """

    comment: Comment
    depth: int
    drafted: bool
    index: int = 0
    glyphs: Glyphs = UNICODE
    away: bool = False
    tally: str = ""

    @property
    def key(self) -> str:
        """The comment's key."""
        return self.comment.key

    def height(self, width: int) -> int:
        """One line at any width."""
        del width
        return 1

    def lines(self, width: int) -> Sequence[Line]:
        """Guides, the author, a pencil where a draft is, and on the right what is to be read."""
        signs = self.glyphs.guides
        indent = min(self.depth, max(width - 12, 0))
        guides = [
            Run(signs[level % len(signs)], GUIDES[level % len(GUIDES)]) for level in range(indent)
        ]
        mark = f" {self.glyphs.draft.strip()}" if self.drafted else ""
        tally = f" {self.tally}" if self.tally else ""
        room = width - indent - len(mark) - len(tally)
        # Brackets, so that what is not in sight can be told without colours as well.
        name = author_name(self.comment)
        name = f"({clip(name, room - 2, self.glyphs.more)})" if self.away else name
        name = clip(name, room, self.glyphs.more)
        space = Run(" " * max(room - cell_len(name), 0) if tally else "")
        role = Role.META if self.away else Role.AUTHOR
        runs = (*guides, Run(name, role), Run(mark, Role.DRAFT), space, Run(tally, Role.BADGE))
        return [Line(tuple(run for run in runs if run.text))]


class NewestRow(Struct, frozen=True):
    """A comment as one line of the list of the newest ones.

    Attributes:
        comment: The comment.
        index: Its index in the thread.
        look: How the reader wants to see it.
    """

    comment: Comment
    index: int
    look: Look

    @property
    def key(self) -> str:
        """The comment's key."""
        return self.comment.key

    def height(self, width: int) -> int:
        """One line at any width."""
        del width
        return 1

    def lines(self, width: int) -> Sequence[Line]:
        """Author and date in columns, then the first words as far as there is room.

        What has neither date nor words, as pings have not, is called by its name on the whole line.
        """
        more = self.look.glyphs.more
        column = min(max(width // 4, 10), _COLUMN)
        name, date = author_name(self.comment), self._date(column)
        words = " ".join(blocks_text(self.comment.blocks)[: width * _CHARACTERS_A_CELL].split())
        if not (date or words):
            return [Line((Run(clip(name, width, more), Role.AUTHOR),))]
        columns = [
            Run(text + " " * (column - cell_len(text) + 1), role)
            for text, role in (
                (clip(name, column, more), Role.AUTHOR),
                (clip(date, column, more), Role.META),
            )
        ]
        left = width - runs_width(columns)
        return [Line(tuple(clip_runs((*columns, Run(clip(words, left, more))), width)))]

    def _date(self, room: int) -> str:
        """The date; where there is no room for it, the day in digits."""
        shown = self.comment.date
        text = self.look.date(shown)
        if shown is None or shown.at is None or cell_len(text) <= room:
            return text
        return f"{shown.at:%Y-%m-%d}"
