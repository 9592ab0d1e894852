"""The short lines of many elements, read fast where that is safe."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.threads.nodes import short_line

MAX_READ = 1_000_000
"""After so many characters in all, elements are read no further than their line may be long."""


def lines_of(nodes: Iterable[LexborNode], most: int) -> list[str]:
    """For each element its words on one line, or nothing where that is too long."""
    return [line_in(text, most) for text in texts_of(nodes, most)]


def line_in(text: str, most: int) -> str:
    """A text on one line, or nothing where it has more than some characters."""
    line = clean_line(text)
    return line if len(line) <= most else ""


def texts_of(nodes: Iterable[LexborNode], most: int) -> list[str]:
    """For each element its text as it stands, or nothing where it is far longer than `most`.

    Lexbor gives the whole text of an element at once, and elements that lie in each other would
    have their text read again and again, so this goes on only until much has been read.
    """
    texts: list[str] = []
    left = MAX_READ
    for node in nodes:
        text = node.text(separator=" ") if left >= 0 else short_line(node, most)
        left -= len(text)
        texts.append(text if len(text) <= 2 * most else "")
    return texts
