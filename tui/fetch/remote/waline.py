"""Waline: the comments that its server gives everybody."""

from __future__ import annotations

from tui.fetch.remote.asking import Asking, with_parameter
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.waline import is_answer, pages, thread_of

MOST_PAGES = 40
"""So many pages of a hundred conversations are asked for at most."""

_SERVICE = "a Waline server"


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a server has; see `tui.fetch.remote.Reading`."""
    url = remote.url or ""
    async with Asking(page.url) as asking:
        first = await asking.answer(url, _SERVICE, is_answer)
        more = range(2, min(pages(first), MOST_PAGES) + 1)
        others = [await asking.answer(_page(url, number), _SERVICE, is_answer) for number in more]
    return thread_of([first, *others], remote, page.url)


def _page(url: str, number: int) -> str:
    """The address of another page of conversations."""
    return with_parameter(url, "page", str(number))
