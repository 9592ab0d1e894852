"""Text in lines of so many cells, broken between words."""

from __future__ import annotations

from collections.abc import Callable

from tui.parse.patterns import regex

SHORTEST = 8
"""The cells that a line always gets, however deep lists and quotes nest."""

_WORD = regex(r"\s*\S+\s*")
_NARROW = regex("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""Text in which every character is one cell wide."""


def wrap(text: str, width: int) -> list[str]:
    """Text in lines of at most that many cells; wide characters count for two."""
    lines: list[str] = []
    for line in text.expandtabs().split("\n"):
        lines += _wrapped(line, max(width, SHORTEST))
    return lines


def _wrapped(line: str, width: int) -> list[str]:
    """A line in as many as it takes; a word that fits in none begins one and is broken."""
    cells = len if _NARROW.fullmatch(line) else _cell_counter()
    if cells(line) <= width:
        return [line.rstrip()]
    lines = [""]
    filled = 0
    for word in _WORD.findall(line):
        size = cells(word.rstrip())
        if size > width:
            lines += _broken(word, width)
            filled = cells(lines[-1])
            continue
        if filled + size > width:
            lines.append("")
            filled = 0
        lines[-1] += word
        filled += cells(word)
    return [line.rstrip() for line in (lines if lines[0] else lines[1:])]


def _cell_counter() -> Callable[[str], int]:
    from rich.cells import cell_len  # noqa: PLC0415 -- most text does without its tables

    return cell_len


def _broken(word: str, width: int) -> list[str]:
    from rich.cells import chop_cells  # noqa: PLC0415 -- as above

    return chop_cells(word, width)
