"""A page without what stands beside its content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import sub

from tui.parse.outline import Outline


class Kept:
    """The elements of a page with what they hold once some are left out.

    Attributes:
        elements: All elements of the page's body.
        masses: The running text of each without what was left out; none in what was.
    """

    def __init__(self, elements: Outline, dropped: Sequence[int]) -> None:
        """The elements without some.

        Args:
            elements: The outline of the page's body.
            dropped: The indices of those that are left out, in order, none within another.
        """
        self.elements = elements
        self.masses = _masses(elements, dropped)
        self._dropped = dropped

    def text(self, index: int) -> int:
        """How many characters of text are kept in an element."""
        elements = self.elements
        return elements[index].text - sum(elements[gone].text for gone in self._within(index))

    def links(self, index: int) -> int:
        """How many of those are in links."""
        elements = self.elements
        return elements[index].links - sum(elements[gone].links for gone in self._within(index))

    def _within(self, index: int) -> Sequence[int]:
        first = bisect_left(self._dropped, index)
        return self._dropped[first : bisect_left(self._dropped, self.elements[index].end)]


def _masses(elements: Outline, dropped: Sequence[int]) -> list[float]:
    removed = [0.0] * len(elements)
    for index in dropped:
        removed[index] = elements[index].mass
    parents = elements.parents
    for index in range(len(elements) - 1, 0, -1):
        if removed[index]:
            removed[parents[index]] += removed[index]
    masses = list(map(sub, elements.masses, removed))
    for index in dropped:
        element = elements[index]
        masses[index : element.end] = [0.0] * element.size
    return masses
