"""Text in lines of so many cells."""

from __future__ import annotations

from tui.reading import wrap as wrapping

SHORTEST = 8
"""The cells that a line always gets, however deep lists and quotes nest."""


def wrap(text: str, width: int) -> list[str]:
    """Text in lines of at most that many cells, broken where the screen breaks it."""
    flat = text.expandtabs()
    lines = wrapping.wrap(flat, max(width, SHORTEST))
    return [flat[start:end].rstrip() for start, end in lines]
