"""Inline text: runs of characters that share the same marks and link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TypeAlias


class Mark(Flag):
    """How a run of text is set off from its surroundings."""

    NONE = 0
    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    STRUCK = auto()


@dataclass(frozen=True, slots=True)
class Span:
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


def plain(inline: Inline) -> str:
    """The characters of an inline text, without marks and links."""
    return "".join(span.text for span in inline)
