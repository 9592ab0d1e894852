"""Remark42: the comments that its server gives everybody, all of them at once."""

from __future__ import annotations

from tui.fetch.remote.asking import Asking
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.remark42 import is_answer, thread_of


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a server has; see `tui.fetch.remote.Reading`."""
    async with Asking(page.url) as asking:
        answer = await asking.answer(remote.url or "", "a Remark42 server", is_answer)
    return thread_of(answer, remote, page.url)
