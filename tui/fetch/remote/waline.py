"""Waline: the comments that its server gives everybody."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui.errors import SourceError
from tui.fetch.fetched import shown
from tui.fetch.remote.asking import Asking
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.waline import is_answer, pages, thread_of

MOST_PAGES = 40
"""So many pages of a hundred conversations are asked for at most."""


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a server has; see `tui.fetch.remote.Reading`."""
    url = remote.url or ""
    async with Asking(page.url) as asking:
        first = await _answer(asking, url)
        more = range(2, min(pages(first), MOST_PAGES) + 1)
        others = [await _answer(asking, _page(url, number)) for number in more]
    return thread_of([first, *others], remote, page.url)


async def _answer(asking: Asking, url: str) -> object:
    answer = await asking.json(url)
    if not is_answer(answer):
        raise SourceError(f"{shown(url)} did not answer as a Waline server does.")
    return answer


def _page(url: str, number: int) -> str:
    """The address of another page of conversations."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", number)])))
