"""Going on where a page holds a part: what is said of the others, and of what came of them."""

from __future__ import annotations

from tui.model import Inline, Page, Parts, Span
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


def rest_sentence(before: Page, after: Page) -> str:
    """What came to a page with its other parts and the other pages of its comments."""
    comments = len(after.thread or ()) - len(before.thread or ())
    blocks = len(after.article.blocks) - len(before.article.blocks)
    parts = "more of the article" if blocks > 0 else ""
    thread = f"{comments} more comment{'' if comments == 1 else 's'}" if comments > 0 else ""
    came = " and ".join(filter(None, (parts, thread)))
    told = f"{came[0].upper()}{came[1:]}." if came else "Nothing more was found."
    return " ".join((told, *(note for note in after.notes if note not in before.notes)))


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
