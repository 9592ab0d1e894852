"""Isso: the comments that its server gives everybody."""

from __future__ import annotations

from itertools import islice
from urllib.parse import urlencode

from tui.fetch.remote.asking import Asking
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.isso import Gap, gaps, is_answer, thread_of

MOST_ASKED = 40
"""How often a server is asked at most for what its first answer keeps back."""

_SERVICE = "an Isso server"


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a server has; see `tui.fetch.remote.Reading`."""
    url = remote.url or ""
    async with Asking(page.url) as asking:
        first = await asking.answer(url, _SERVICE, is_answer)
        kept_back = islice(gaps(first), MOST_ASKED)
        others = [await asking.answer(_filling(url, gap), _SERVICE, is_answer) for gap in kept_back]
    return thread_of([first, *others], remote, page.url)


def _filling(url: str, gap: Gap) -> str:
    """The address of what an answer keeps back."""
    query = {"parent": gap.parent, "after": gap.after}
    given = urlencode({name: value for name, value in query.items() if value is not None})
    return f"{url}&{given}"
