"""Disqus: the comments that the document of its frame has, fifty at a time in each order.

Further ones are given to holders of a key alone; but each order begins with others, so that most
threads are whole with the fifty best, newest and oldest.
"""

from __future__ import annotations

from msgspec.structs import replace

from tui.fetch.remote.asking import Asking, unlike, with_parameter
from tui.model import Page, RemoteThread, Thread
from tui.parse.joining.thread import joined_thread

ORDERS = ("default", "newest", "oldest")
"""The orders that a frame can be asked for; the first is its own."""

_ORDER = "s_o"
_SYSTEM = "disqus"
_FRAME = "disqus-frame"


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a forum has; see `tui.fetch.remote.Reading`."""
    threads: list[Thread] = []
    async with Asking(page.url) as asking:
        for order in ORDERS:
            threads.append(await _frame(asking, with_parameter(remote.url or "", _ORDER, order)))
            thread = joined_thread(threads)
            if len(thread) >= (thread.stated_count or 0):
                break
    return replace(thread, system=_SYSTEM, remote=(remote,))


async def _frame(asking: Asking, url: str) -> Thread:
    """The thread in the document of a frame."""
    thread = (await asking.page(url)).thread
    if thread is None or thread.system != _FRAME:
        raise unlike(url, "Disqus")
    return thread
