"""The last door before the terminal: nothing is drawn that a terminal acts on.

Pages are clean from the start (`tui.parse.clean`); drafts that other programs wrote, names of files
and messages of the system are not, and they are kept as they are.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.parse.clean import clean


class TerminalGuard(LineFilter):
    """Takes the characters out of all drawn lines that `clean` takes out of pages."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a line; what is taken out has no width, so that the rest stays."""
        del background
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(_drawable(text), style, control) for text, style, control in segments]


def _drawable(text: str) -> str:
    return text if text.isprintable() else clean(text).replace("\n", "").replace("\t", "")
