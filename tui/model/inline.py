"""Inline text: runs of characters that share the same marks and link."""

from __future__ import annotations

from enum import Flag, auto
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace


class Mark(Flag):
    """How a run of text is set off from its surroundings."""

    NONE = 0
    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    STRUCK = auto()
    SUPER = auto()
    SUB = auto()


class Span(Struct, frozen=True, gc=False):
    """A run of text with one look.

    Attributes:
        text: The characters; a line feed is a hard line break, all other white space is collapsed.
        marks: Its marks, combined.
        href: Where it leads: an absolute http, https or mailto address, a fragment of the same
            page (`#...`), or None.
    """

    text: str
    marks: Mark = Mark.NONE
    href: str | None = None


Inline: TypeAlias = tuple[Span, ...]
"""A stretch of inline text. Neighbouring spans differ in marks or link; none is empty."""


def marked(inline: Inline, mark: Mark) -> Inline:
    """An inline text all of which has a mark."""
    return tuple(replace(span, marks=span.marks | mark) for span in inline)


def plain(inline: Inline) -> str:
    """The characters of an inline text, without marks and links."""
    return inline[0].text if len(inline) == 1 else "".join([span.text for span in inline])
