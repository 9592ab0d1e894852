"""TEMP."""
from __future__ import annotations
from collections.abc import Collection
from tui.model import Thread
def shown(thread: Thread, matches: Collection[int]) -> tuple[frozenset[int],frozenset[int],frozenset[int]]:
    e: frozenset[int]=frozenset()
    return frozenset(matches), e, e
