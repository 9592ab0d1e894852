"""Pieces: what blocks become at a width; each knows its height before its lines are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from msgspec import Struct
from rich.cells import cell_len

from tui.app.layout.code import code_runs
from tui.app.layout.direction import reads_leftwards
from tui.app.layout.lines import Line, Role, Run, Runs
from tui.model import Inline, plain
from tui.reading.scripts import Sign
from tui.reading.wrap import Offsets, chop, wrap


class TextPiece(Struct, frozen=True):
    """Inline text wrapped behind a prefix.

    Attributes:
        text: The characters of `inline`.
        inline: What is wrapped; its signs are none of the text of the item.
        offsets: Its lines, as offsets into `text`.
        first: What stands before the first line.
        rest: What stands before the others, as wide as `first`.
        role: What the text is.
        room: The cells of its column, where text that reads from right to left stands on the right.
        language: The language of code that is drawn in the looks of it, or None.
        signs: Where in `text` its signs are, character by character.
    """

    text: str
    inline: Inline
    offsets: Sequence[Offsets]
    first: Runs
    rest: Runs
    role: Role
    room: int = 0
    language: str | None = None
    signs: Sequence[int] = ()

    @property
    def height(self) -> int:
        """The number of lines."""
        return len(self.offsets)

    @property
    def length(self) -> int:
        """The number of characters of its text."""
        return len(self.text) - len(self.signs)

    def lines(self, at: int) -> Iterator[Line]:
        """Its lines; `at` counts the characters of the item before this piece."""
        room = self.room if reads_leftwards(self.text) else 0
        for number, (start, end) in enumerate(self.offsets):
            prefix = self.rest if number else self.first
            spare = max(room - cell_len(self.text[start:end]), 0) if room else 0
            space = (Run(" " * spare),) if spare else ()
            lead = (*prefix, *space)
            runs = self._runs(start, end)
            first, last = (place - bisect_left(self.signs, place) for place in (start, end))
            yield Line((*lead, *runs), at + first, last - first, len(lead))

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        if self.language is None:
            return slice_inline(self.inline, start, end, self.role)
        return code_runs(self.text, self.language, start, end)


class FixedPiece(Struct, frozen=True):
    """Lines that are ready: tables, rules and gaps.

    Attributes:
        rows: What they show.
        places: The characters of its text before each of them; empty where it has no text.
        length: The number of characters of its text.
    """

    rows: tuple[Runs, ...]
    places: tuple[int, ...] = ()
    length: int = 0

    @property
    def height(self) -> int:
        """The number of lines."""
        return len(self.rows)

    def lines(self, at: int) -> Iterator[Line]:
        """Its lines; `at` counts the characters of the item before this piece."""
        places = self.places or (0,) * len(self.rows)
        after = dict(pairwise((*dict.fromkeys(places), self.length)))
        for runs, place in zip(self.rows, places, strict=True):
            yield Line(runs, at + place, after[place] - place)


Piece: TypeAlias = TextPiece | FixedPiece
"""Any piece."""


class PiecedItem(Struct, frozen=True):
    """An item of a stack that is built of pieces."""

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of in `width` cells, the gap under it included."""
        raise NotImplementedError

    def height(self, width: int) -> int:
        """How many lines it takes."""
        return height_of(self.pieces(width))

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, as many as `height` says."""
        return list(lines_of(self.pieces(width)))


def text_piece(
    inline: Inline, width: int, first: Runs, rest: Runs, role: Role = Role.TEXT
) -> TextPiece:
    """Text wrapped into `width` cells behind its prefixes."""
    text = plain(inline)
    signs = _signs(inline)
    return TextPiece(text, inline, wrap(text, width), first, rest, role, width, signs=signs)


def _signs(inline: Inline) -> list[int]:
    """Where the characters of signs are."""
    ends = accumulate(len(span.text) for span in inline)
    return [
        place
        for span, end in zip(inline, ends, strict=True)
        if isinstance(span, Sign)
        for place in range(end - len(span.text), end)
    ]


def verbatim_piece(
    inline: Inline, width: int, prefix: Runs, role: Role, language: str | None = None
) -> TextPiece:
    """Text whose white space counts, broken only where a line is full."""
    text = plain(inline)
    offsets = chop(text, width)
    return TextPiece(text, inline, offsets, prefix, prefix, role, language=language)


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
                own = Role.SIGN if isinstance(span, Sign) else role
                yield Run(part, own, span.marks, span.href)
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
