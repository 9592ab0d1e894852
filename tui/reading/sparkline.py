"""A row of numbers as one line of characters, each as high as its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

BLOCKS = " ▁▂▃▄▅▆▇█"
ASCII = " .:-=+*#@"


def sparkline(counts: Sequence[int], width: int | None = None, *, ascii_only: bool = False) -> str:
    """Counts as a line, the highest as high as the line; only nothing is left empty.

    Args:
        counts: The counts, none of them negative.
        width: The cells that there are at most, 1 or more; where there are more counts,
            neighbours are added up. None gives a cell to each.
        ascii_only: Whether to use characters of ASCII instead of blocks.
    """
    levels = ASCII if ascii_only else BLOCKS
    sums = counts if width is None or len(counts) <= width else _merged(counts, width)
    highest = max(sums, default=0)
    # Rounded up, so that one of many still shows.
    heights = [-(-count * (len(levels) - 1) // highest) if count else 0 for count in sums]
    return "".join(levels[height] for height in heights)


def _merged(counts: Sequence[int], width: int) -> list[int]:
    """The sums of so many stretches of counts, whose lengths differ by one at most."""
    ends = [len(counts) * at // width for at in range(width + 1)]
    return [sum(counts[start:end]) for start, end in pairwise(ends)]
