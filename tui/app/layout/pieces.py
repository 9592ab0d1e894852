"""Pieces: what blocks become at a width; each knows its height before its lines are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tui.app.layout.lines import Line, Role, Run, Runs
from tui.app.layout.wrap import Offsets, chop, wrap
from tui.model import Inline, plain


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Inline text wrapped behind a prefix.

    Attributes:
        text: The characters of `inline`.
        inline: What is wrapped.
        offsets: Its lines, as offsets into `text`.
        first: What stands before the first line.
        rest: What stands before the others, as wide as `first`.
        role: What the text is.
    """

    text: str
    inline: Inline
    offsets: Sequence[Offsets]
    first: Runs
    rest: Runs
    role: Role

    @property
    def height(self) -> int:
        """The number of lines."""
        return len(self.offsets)

    @property
    def length(self) -> int:
        """The number of characters of its text."""
        return len(self.text)

    def lines(self, at: int) -> Iterator[Line]:
        """Its lines; `at` counts the characters of the item before this piece."""
        for number, (start, end) in enumerate(self.offsets):
            prefix = self.rest if number else self.first
            yield Line((*prefix, *slice_inline(self.inline, start, end, self.role)), at + start)


@dataclass(frozen=True, slots=True)
class FixedPiece:
    """Lines that are ready: tables, rules and gaps."""

    rows: tuple[Runs, ...]
    length: int = 0

    @property
    def height(self) -> int:
        """The number of lines."""
        return len(self.rows)

    def lines(self, at: int) -> Iterator[Line]:
        """Its lines, all at the place where the piece begins."""
        for runs in self.rows:
            yield Line(runs, at)


Piece: TypeAlias = TextPiece | FixedPiece
"""Any piece."""


def text_piece(
    inline: Inline, width: int, first: Runs, rest: Runs, role: Role = Role.TEXT
) -> TextPiece:
    """Text wrapped into `width` cells behind its prefixes."""
    text = plain(inline)
    return TextPiece(text, inline, wrap(text, width), first, rest, role)


def verbatim_piece(inline: Inline, width: int, prefix: Runs, role: Role) -> TextPiece:
    """Text whose white space counts, broken only where a line is full."""
    text = plain(inline)
    return TextPiece(text, inline, chop(text, width), prefix, prefix, role)


def slice_inline(inline: Inline, start: int, end: int, role: Role) -> Iterator[Run]:
    """The runs of the characters from `start` to `end` of an inline text."""
    at = 0
    for span in inline:
        after = at + len(span.text)
        if after > start:
            if at >= end:
                return
            part = span.text[max(start - at, 0) : end - at]
            if part:
                yield Run(part, role, span.marks, span.href)
        at = after


def height_of(pieces: Sequence[Piece]) -> int:
    """The number of lines of pieces."""
    return sum(piece.height for piece in pieces)


def lines_of(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of pieces, with their places."""
    at = 0
    for piece in pieces:
        yield from piece.lines(at)
        at += piece.length
