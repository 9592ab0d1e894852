"""Texts for reading in a view of their own: a draft with what it answers, two texts compared."""

from __future__ import annotations

from collections.abc import Iterable

from tui.app.layout.blocks import gap
from tui.app.layout.glyphs import UNICODE, Glyphs
from tui.app.layout.lines import Role, Run, Runs
from tui.app.layout.pieces import Piece, PiecedItem, text_piece
from tui.model import Inline, Mark, Span
from tui.reading.differences import Kind, differences

_LOOKS = {Kind.BOTH: Mark.NONE, Kind.BEFORE: Mark.STRUCK, Kind.AFTER: Mark.BOLD}
_SIGNS = {Kind.BOTH: ("", ""), Kind.BEFORE: ("[-", "-]"), Kind.AFTER: ("{+", "+}")}


class ReadItem(PiecedItem, frozen=True):
    """A text with one role, its lines as they are.

    Attributes:
        key: What tells it from the others.
        text: The text.
        role: What it is.
        bar: What stands before each of its lines, perhaps nothing.
        ends: Whether an empty line stands under it.
    """

    key: str
    text: Inline
    role: Role = Role.TEXT
    bar: str = ""
    ends: bool = True

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        prefix: Runs = (Run(self.bar, Role.BAR),) if self.bar else ()
        pieces: list[Piece] = [
            text_piece(self.text, width - len(self.bar), prefix, prefix, self.role)
        ]
        return [*pieces, gap()] if self.ends else pieces


def read_item(
    key: str, text: str, role: Role = Role.TEXT, *, bar: str = "", ends: bool = True
) -> ReadItem:
    """A text without marks."""
    return ReadItem(key, (Span(text.strip("\n").expandtabs(4)),), role, bar, ends)


def compared(before: str, after: str, glyphs: Glyphs = UNICODE) -> Inline:
    """Two texts as one: what was taken out is struck, what was put in is bold.

    Where signs are ASCII, brackets say the same, since few such terminals can strike.
    """
    return tuple(_spans(before, after, signs=glyphs.is_ascii))


def _spans(before: str, after: str, *, signs: bool) -> Iterable[Span]:
    for text, kind in differences(before.expandtabs(4), after.expandtabs(4)):
        opening, closing = _SIGNS[kind] if signs else ("", "")
        yield Span(f"{opening}{text}{closing}", _LOOKS[kind])
