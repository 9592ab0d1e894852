"""WordPress: the comments that its REST API gives everybody."""

from __future__ import annotations

from collections.abc import Callable

from tui.fetch.remote.asking import Asking
from tui.model import Page, RemoteThread, Thread
from tui.parse.threads.remote.wordpress import count_in, is_answer, thread_of

PER_PAGE = 100
"""How many comments the API gives at a time, as a page's `RemoteThread` asks for them."""

MOST_PAGES = 40
"""So many pages of comments are asked for at most."""


async def fetch_thread(page: Page, remote: RemoteThread) -> Thread:
    """The thread that a site has; see `tui.fetch.remote.Reading`."""
    answers = await pages_of(page, remote, is_answer, count_in)
    return thread_of(answers, remote, page.url, page.article.authors)


async def pages_of(
    page: Page,
    remote: RemoteThread,
    is_answer: Callable[[object], bool],
    count_in: Callable[[object], int],
) -> list[object]:
    """What a service answers for each page of comments, up to the first that is not full.

    Args:
        page: The page.
        remote: The service, as the page names it.
        is_answer: Whether JSON is what the service answers.
        count_in: How many comments an answer holds.

    Raises:
        SourceError: One of them cannot be had, or is something else.
    """
    url = remote.url or ""
    answers: list[object] = []
    async with Asking(page.url) as asking:
        for number in range(1, MOST_PAGES + 1):
            asked = url if number == 1 else f"{url}&page={number}"
            answers.append(await asking.answer(asked, remote.service, is_answer))
            if count_in(answers[-1]) < PER_PAGE:
                break
    return answers
