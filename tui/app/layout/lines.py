"""Lines of the screen as values: runs of text, each with a role that a theme gives a look."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from rich.cells import cell_len

from tui.model import Mark


class Role(StrEnum):
    """What a run of text is; each role is a class of lines in the style sheet."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    META = "meta"
    QUOTE = "quote"
    CODE = "code"
    LITERAL = "literal"
    MARKER = "marker"
    BAR = "bar"
    SIGN = "sign"  # drawn in a text and none of it, such as the `^` of a superscript
    AUTHOR = "author"
    BADGE = "badge"
    NOTE = "note"
    DRAFT = "draft"
    GUIDE_0 = "guide-0"
    GUIDE_1 = "guide-1"
    GUIDE_2 = "guide-2"
    GUIDE_3 = "guide-3"


GUIDES = (Role.GUIDE_0, Role.GUIDE_1, Role.GUIDE_2, Role.GUIDE_3)
"""The looks of the guides by depth, in turn."""


BESIDE = frozenset({*GUIDES, Role.MARKER, Role.BAR, Role.SIGN})
"""What stands beside or in a text and is none of it."""


class Run(Struct, frozen=True):
    """Characters of one line with one look.

    Attributes:
        text: The characters; no line feeds, no tabs.
        role: What they are.
        marks: Bold, italic and so on, as in the model.
        href: Where they lead, or None.
    """

    text: str
    role: Role = Role.TEXT
    marks: Mark = Mark.NONE
    href: str | None = None


Runs: TypeAlias = tuple[Run, ...]
"""Runs side by side."""


class Line(Struct, frozen=True):
    """One line of the screen.

    Attributes:
        runs: What it shows, from left to right.
        at: How many characters of its item's text stand before it; tells the same place at
            another width.
        length: How many characters of its item's text it shows.
        lead: How many runs stand before its text; None where it shows that in another way than
            character by character.
    """

    runs: Runs = ()
    at: int = 0
    length: int = 0
    lead: int | None = None

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


def runs_width(runs: Iterable[Run]) -> int:
    """The width of runs in cells."""
    return sum(cell_len(run.text) for run in runs)
