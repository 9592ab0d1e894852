"""WordPress.com: the comments that its API gives everybody."""

from __future__ import annotations

from tui.fetch.remote.wordpress import pages_of
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.wordpress_com import count_in, is_answer, thread_of


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a site has; see `tui.fetch.remote.Reading`."""
    answers = await pages_of(page, remote, is_answer, count_in)
    return thread_of(answers, remote, page.url, page.article.authors)
