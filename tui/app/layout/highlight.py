"""Where words that were found are drawn: a match may go on from one line to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from tui.app.layout.lines import BESIDE, Line


def matches(lines: Sequence[Line], pattern: re.Pattern[str]) -> dict[int, list[tuple[int, int]]]:
    """Where a pattern matches in the lines of an item.

    Args:
        lines: The lines.
        pattern: What was sought; white space in it matches the end of a line.

    Returns:
        For each line with a part of a match the first and the last cell of it, the last excluded.
    """
    text: list[str] = []
    places: list[tuple[int, int, str]] = []  # line, cell and characters of each stretch of text
    starts: list[int] = []
    length = 0
    for number, line in enumerate(lines):
        x = 0
        for run in line.runs:
            if run.role not in BESIDE:
                places.append((number, x, run.text))
                starts.append(length)
                text.append(run.text)
                length += len(run.text)
            x += cell_len(run.text)
        text.append("\n")
        length += 1
    found: dict[int, list[tuple[int, int]]] = {}
    whole = "".join(text)
    for match in pattern.finditer(whole):
        for (number, x, part), start in zip(places, starts, strict=True):
            first, last = max(match.start(), start), min(match.end(), start + len(part))
            if first < last:
                before = cell_len(part[: first - start])
                width = cell_len(part[first - start : last - start])
                found.setdefault(number, []).append((x + before, x + before + width))
    return found
