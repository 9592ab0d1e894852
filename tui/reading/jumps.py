"""The places that a reader jumped from, to go back to and forth again."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

PlaceT = TypeVar("PlaceT")

MOST = 100
"""So many places are kept."""


class Jumps(Generic[PlaceT]):
    """Two stacks of places: those to go back to, and those that one came back from."""

    def __init__(self) -> None:
        self._before: deque[PlaceT] = deque(maxlen=MOST)
        self._after: list[PlaceT] = []

    def leave(self, here: PlaceT) -> None:
        """Keep the place that a jump begins at; what one came back from is no more to reach."""
        if not self._before or self._before[-1] != here:
            self._before.append(here)
        self._after.clear()

    def back(self, here: PlaceT) -> PlaceT | None:
        """The place to go back to, or None; `here` is kept to come forth to again."""
        while self._before:
            place = self._before.pop()
            if place != here:
                self._after.append(here)
                return place
        return None

    def forth(self, here: PlaceT) -> PlaceT | None:
        """The place that one came back from, or None."""
        if not self._after:
            return None
        self._before.append(here)
        return self._after.pop()
