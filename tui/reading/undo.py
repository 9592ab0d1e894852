"""Undoing what a reader did, the last thing first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

MOST = 200
"""So many things can be undone."""


class Undo:
    """A stack of what was done, each with how to take it back."""

    def __init__(self) -> None:
        self._done: deque[tuple[str, Callable[[], None]]] = deque(maxlen=MOST)

    def did(self, title: str, restore: Callable[[], None]) -> None:
        """Keep what was done.

        Args:
            title: What it was, for people.
            restore: Takes it back.
        """
        self._done.append((title, restore))

    def undo(self) -> str | None:
        """Take back what was done last; its title, or None where nothing is left."""
        if not self._done:
            return None
        title, restore = self._done.pop()
        restore()
        return title

    def forget(self) -> None:
        """Keep nothing: what was done was done to another state of the page."""
        self._done.clear()
