"""TEMP."""
from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from tui.model import Thread
from tui.reading.states import ReadState
@dataclass
class Facts:
    thread: Thread; states: Callable[[int],ReadState]; names: tuple[str,...]; drafted: frozenset[str]; now: datetime
