"""At which line each of many items begins, added up block by block.

A fold in a thread of ten thousand comments adds up the few blocks that are partly folded; within a
block lines are added up when something of it is in sight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from itertools import accumulate, compress
from operator import add, mul

BRIEF = 2
"""The lines of an item that is shown as one line: that line and the gap under it."""

_BLOCK = 128


class Tops:
    """The first line of each item.

    Args:
        heights: How many lines each item has where it is open; at first all are.
    """

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = heights
        self._open = [sum(heights[at : at + _BLOCK]) for at in range(0, len(heights), _BLOCK)]
        self._show(b"\1" * len(heights), bytes(len(heights)))

    def shaped(self, whole: bytes, brief: bytes) -> Tops:
        """The same items, some shown otherwise.

        Args:
            whole: A byte an item, 1 for those that are open.
            brief: Likewise, twice as high as one line, `BRIEF`, for those that are one.
        """
        other = copy(self)
        other._show(whole, brief)  # noqa: SLF001 -- another value of this class
        return other

    def _show(self, whole: bytes, brief: bytes) -> None:
        self._whole, self._brief = whole, brief
        self._firsts = [*accumulate(map(self._lines_of, range(len(self._open))), initial=0)]
        self._within: dict[int, Sequence[int]] = {}

    def _lines_of(self, block: int) -> int:
        """How many lines the items of a block take."""
        part = slice(block * _BLOCK, (block + 1) * _BLOCK)
        whole = self._whole[part]
        if whole.count(1) == len(whole):
            return self._open[block]
        own = sum(compress(self._heights[part], whole)) if any(whole) else 0
        return own + BRIEF * self._brief[part].count(1)

    def _in(self, block: int) -> Sequence[int]:
        """Where the items of a block begin, from the block's first line on."""
        tops = self._within.get(block)
        if tops is None:
            part = slice(block * _BLOCK, (block + 1) * _BLOCK)
            own = map(mul, self._heights[part], self._whole[part])
            brief = map(BRIEF.__mul__, self._brief[part])
            tops = self._within[block] = [*accumulate(map(add, own, brief), initial=0)]
        return tops

    @property
    def height(self) -> int:
        """All lines."""
        return self._firsts[-1]

    def __getitem__(self, index: int) -> int:
        """The first line of an item; of the one after the last, where all end."""
        block, at = divmod(index, _BLOCK)
        return self._firsts[block] + (self._in(block)[at] if at else 0)

    def index_at(self, y: int) -> int:
        """The item that line `y` belongs to; the nearest one for lines outside."""
        if y < 0:
            return 0
        if y >= self.height:
            return max(len(self._heights) - 1, 0)
        block = bisect_right(self._firsts, y) - 1
        return block * _BLOCK + bisect_right(self._in(block), y - self._firsts[block]) - 1
