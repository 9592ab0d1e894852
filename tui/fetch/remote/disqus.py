"""Disqus: the comments that the document of its frame has, fifty at a time in each order.

Further ones are given to holders of a key alone; but each order begins with others, so that most
threads are whole with the fifty best, newest and oldest.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from msgspec.structs import replace

from tui.errors import SourceError
from tui.fetch.fetched import shown
from tui.fetch.remote.asking import Asking
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
            threads.append(await _frame(asking, _ordered(remote.url or "", order)))
            thread = joined_thread(threads)
            if len(thread) >= (thread.stated_count or 0):
                break
    return replace(thread, system=_SYSTEM, remote=(remote,))


async def _frame(asking: Asking, url: str) -> Thread:
    """The thread in the document of a frame."""
    thread = (await asking.page(url)).thread
    if thread is None or thread.system != _FRAME:
        raise SourceError(f"{shown(url)} did not answer as Disqus does.")
    return thread


def _ordered(url: str, order: str) -> str:
    """The address of a frame in an order."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] != _ORDER]
    return urlunsplit(parts._replace(query=urlencode([*query, (_ORDER, order)])))
