"""Isso: the comments that its server gives everybody."""

from __future__ import annotations

from itertools import islice
from urllib.parse import urlencode

from tui.errors import SourceError
from tui.fetch.fetched import shown
from tui.fetch.remote.asking import Asking
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.isso import Gap, gaps, is_answer, thread_of

MOST_ASKED = 40
"""How often a server is asked at most for what its first answer keeps back."""


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a server has; see `tui.fetch.remote.Reading`."""
    url = remote.url or ""
    async with Asking(page.url) as asking:
        first = await _answer(asking, url)
        kept_back = islice(gaps(first), MOST_ASKED)
        others = [await _answer(asking, _filling(url, gap)) for gap in kept_back]
    return thread_of([first, *others], remote, page.url)


async def _answer(asking: Asking, url: str) -> object:
    answer = await asking.json(url)
    if not is_answer(answer):
        raise SourceError(f"{shown(url)} did not answer as an Isso server does.")
    return answer


def _filling(url: str, gap: Gap) -> str:
    """The address of what an answer keeps back."""
    query = {"parent": gap.parent, "after": gap.after}
    given = urlencode({name: value for name, value in query.items() if value is not None})
    return f"{url}&{given}"
