"""The orders of a thread."""

from __future__ import annotations

from tui.model import Thread
from tui.reading.arrangement import Arrangement, Order


def arrange(thread: Thread, order: Order) -> Arrangement:
    """A thread in an order; replies to the same comment that are equal in it keep page order.

    What has no date stays by the reply before it on the page, and what has no score comes last.
    """
    if order is Order.PAGE:
        return Arrangement(thread)
    from tui.reading.sorting import sort_key  # noqa: PLC0415 -- most readers never sort

    return Arrangement(thread, sort_key(thread, order))
