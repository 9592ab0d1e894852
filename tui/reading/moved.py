"""Where the blocks of an article went that was read again, or joined to its other parts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from tui.model import Block


def moved_blocks(before: Sequence[Block], after: Sequence[Block]) -> list[int]:
    """The numbers, from 0, that blocks have now, by those that they had.

    A block that is gone has the number that it would have beside the one before it, within those
    there are.

    Args:
        before: The blocks as they were.
        after: The blocks as they are now.
    """
    places: defaultdict[Block, list[int]] = defaultdict(list)
    for place, block in enumerate(after):
        places[block].append(place)
    moved: list[int] = []
    shift = 0
    for number, block in enumerate(before):
        likely = number + shift
        there = places.get(block, ())
        at = bisect_left(there, likely)
        near = there[max(at - 1, 0) : at + 1]  # of equal blocks the nearest
        place = min(near, key=lambda each: abs(each - likely), default=likely)
        shift = place - number
        moved.append(max(0, min(place, len(after) - 1)))
    return moved
