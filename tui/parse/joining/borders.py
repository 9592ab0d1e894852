"""What goes at the borders of an article's parts: what each of them says again, and its number.

A part begins with what the first one began with, such as the lead or the list of the parts, or with
a heading that says the title again; and all parts end with what stands under each page. Both stand
once in the whole, the one at its beginning and the other at its end. Only unbroken runs of blocks
at a border go, so that the text itself stays, however often it says a thing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from tui.model import Heading, Page, Rule
from tui.parse.joining.addresses import Addresses
from tui.parse.joining.alike import is_telling
from tui.parse.joining.side import Place, Side

_SHORT_NAME = 4
_MOST_NAMES = 20


class Borders(Struct):
    """What stands in the whole, and where.

    Attributes:
        gone: For each part, the numbers of its blocks that do not stand in their place; each with
            the block that says the same and stands somewhere, or None.
        titles: For each part, the heading that stands before it, or None.
        last: The blocks that stand after all parts.
    """

    gone: list[dict[int, Place | None]]
    titles: list[Heading | None]
    last: list[Place]


def find_borders(parts: Sequence[Page], title: str | None) -> Borders:
    """What of an article's parts stands in the whole.

    Args:
        parts: The pages that hold them, in their order; more than one.
        title: The title of the whole.
    """
    names = _names(parts)
    addresses = Addresses(parts)
    sides = [Side(at, parts, title, addresses) for at in range(len(parts))]
    reached = max(part.trim_beginning(sides[0]) for part in sides[1:])
    sides[0].drop_numbers(reached)
    for part in sides:
        part.trim_numbers()
    last = _trim_ends(sides, names)
    for part in sides:
        part.trim_numbers()
    titles = [None, *(part.title_above() for part in sides[1:])]
    seen: set[Heading] = set()
    for at, heading in enumerate(titles):
        if heading is not None and heading in seen:
            titles[at] = None
        elif heading is not None:
            seen.add(heading)
    return Borders([part.gone for part in sides], titles, last)


def _names(parts: Sequence[Page]) -> list[str]:
    """The names of the authors, in small letters, but for very short and very many ones."""
    names = {name.lower(): None for page in parts for name in page.article.authors}
    return [name for name in names if len(name) >= _SHORT_NAME][:_MOST_NAMES]


# Ends


def _trim_ends(parts: Sequence[Side], names: Collection[str]) -> list[Place]:
    """Let go what parts say again at the end of the last, or what all but that end with.

    Returns:
        What all but the last end with, to stand after it.
    """
    *others, last = parts
    ends = [_same_end(part, last, names) for part in others]
    for part, count in zip(others, ends, strict=True):
        part.trim_end(count, last)
    last.end -= max(ends)  # the lines above it may number the part
    if any(ends) or len(others) < 2:
        return []
    *before, kept = others
    common = min(_same_end(part, kept, names) for part in before)
    common = _telling_length(kept, common, names)
    for part in before:
        part.trim_end(common, kept)
    moved = [(kept.at, index) for index in range(kept.end - common, kept.end)]
    kept.trim_end(common, kept)
    return moved


def _same_end(part: Side, other: Side, names: Collection[str]) -> int:
    """With how many blocks, of what they may end with, two parts end alike."""
    pairs = zip(reversed(part.left), reversed(other.left), strict=False)
    count = 0
    for ours, theirs in pairs:
        if part.said(ours) != other.said(theirs) or part.leads_within(ours):
            break
        count += 1
    return _telling_length(other, count, names)


def _telling_length(part: Side, count: int, names: Collection[str]) -> int:
    """How many of so many last blocks go: from the first on that says enough to be no text.

    Headings and rules over that go with it.
    """
    found = 0
    for length in range(1, count + 1):
        block = part.blocks[part.end - length]
        if is_telling(block, names) or (found and isinstance(block, Heading | Rule)):
            found = length
    return found
