"""A page without what stands beside its content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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
    masses = list(elements.masses)
    heavy = [index for index in dropped if masses[index]]  # most of what is dropped is links
    for index, removed in _removed(elements, heavy).items():
        masses[index] -= removed
    for index in heavy:
        element = elements[index]
        masses[index : element.end] = [0.0] * element.size
    return masses


def _removed(elements: Outline, dropped: Sequence[int]) -> dict[int, float]:
    """How much running text goes with some elements, from each of those around them."""
    parents = elements.parents
    removed = {0: 0.0}
    for index in dropped:
        removed[index] = elements.masses[index]
        around = parents[index]
        while around not in removed:
            removed[around] = 0.0
            around = parents[around]
    for index in sorted(removed, reverse=True)[:-1]:
        removed[parents[index]] += removed[index]
    return removed
