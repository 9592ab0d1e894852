"""TEMP"""

from __future__ import annotations

from tui.model import Thread
from tui.reading.arrangement import Arrangement, Order


def arrange(thread: Thread, order: Order) -> Arrangement:
    return Arrangement(thread)
