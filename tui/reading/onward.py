"""Going on in an article of several parts: what is said of them, and where that leads."""

from __future__ import annotations

from tui.model import Inline, Parts, Span
from tui.reading.links import Link


def which_part(parts: Parts) -> str:
    """Which part of an article a page holds, of how many as far as that is known."""
    return f"Part {parts.number}" + (f" of {parts.count}" if parts.count else "")


def part_links(parts: Parts) -> list[Link]:
    """Where the other parts are: the next, the one before, all of them on one page."""
    places = (
        (f"Go on: part {parts.number + 1}", parts.next),
        (f"Back: part {parts.number - 1}", parts.previous),
        ("All on one page", parts.whole),
    )
    return [Link(words, href) for words, href in places if href is not None]


def part_line(parts: Parts, between: str) -> Inline:
    """All of this on one line.

    Args:
        parts: The parts.
        between: What stands between two of its phrases.
    """
    spans = [Span(which_part(parts))]
    for link in part_links(parts):
        spans += [Span(between), Span(link.words, href=link.href)]
    return tuple(spans)
