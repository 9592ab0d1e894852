"""The short lines of many elements, read fast where that is safe."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.threads.nodes import short_line

MAX_READ = 1_000_000
"""After so many characters in all, elements are read no further than their line may be long."""


def lines_of(nodes: Iterable[LexborNode], most: int) -> list[str]:
    """For each element its words on one line, or nothing where they are more than some characters.

    Lexbor gives the whole text of an element at once, and elements that lie in each other would
    have their text read again and again, so this goes on only until much has been read.
    """
    lines: list[str] = []
    left = MAX_READ
    for node in nodes:
        if left < 0:
            lines.append(short_line(node, most))
            continue
        text = node.text(separator=" ")
        left -= len(text)
        line = clean_line(text) if len(text) <= 2 * most else ""
        lines.append(line if len(line) <= most else "")
    return lines
