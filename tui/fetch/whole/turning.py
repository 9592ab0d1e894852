"""Turning pages: those that a page's own links lead to, each fetched once."""

from __future__ import annotations

from asyncio import FIRST_COMPLETED, Event, create_task, wait

import httpx

from tui.errors import SourceError
from tui.fetch.fetched import Limits
from tui.fetch.http import fetch_http
from tui.fetch.parsing import Parser, parsed
from tui.fetch.whole import Turned
from tui.fetch.whole.onward import address, bare, leads_on
from tui.model import Page

MOST_PAGES = 100
"""So many further pages are fetched at most for one command; the next one goes on from there."""

MOST_FAULTS = 3
"""After so many pages that cannot be had, no further ones are asked for."""

_GIVEN_UP = "It was given up."


class Turning:
    """Fetches pages beside one that is there.

    Attributes:
        read: The addresses of those that came, in this order, and of a service that was asked.
        fault: Why the first one did not that was asked for in vain, as a sentence, or nothing.
        is_over: Whether no further ones are fetched.
    """

    def __init__(
        self,
        page: Page,
        client: httpx.AsyncClient,
        parser: Parser,
        limits: Limits,
        turned: Turned,
        stop: Event,
    ) -> None:
        self.read: list[str] = []
        self.fault = ""
        self.is_over = False
        self._missed: list[str] = []
        self._page, self._turned, self._stop = page, turned, stop
        self._client, self._parser, self._limits = client, parser, limits

    def may_turn(self, url: str) -> bool:
        """Whether a link leads to another page of the same site, which was not fetched as yet."""
        known = (*self.read, *self._missed)
        return not self.is_over and leads_on(self._page, url) and bare(url) not in known

    def was_read(self, url: str) -> bool:
        """Whether a link leads to the page itself, or to one that was fetched."""
        return bare(url) in {bare(address(self._page) or ""), *self.read}

    async def page(self, url: str) -> Page | None:
        """The page at an address; None where it cannot be had, or there were enough."""
        if len(self.read) >= MOST_PAGES:
            self.end(f"There are more than {MOST_PAGES} pages; the next time goes on from here.")
        if self.is_over:
            return None
        try:
            page = await self._unless_stopped(bare(url))
        except SourceError as error:
            self._missed.append(bare(url))
            self.fault = self.fault or str(error)
            if len(self._missed) >= MOST_FAULTS:
                self.is_over = True
            return None
        self.read.append(bare(url))
        self._turned(len(self.read))
        return page

    def end(self, fault: str) -> None:
        """Fetch no further pages, for a reason."""
        self.fault, self.is_over = self.fault or fault, True

    async def _unless_stopped(self, url: str) -> Page:
        """The page at an address.

        Raises:
            SourceError: It cannot be had, or nobody waits for it any more.
        """
        coming, stopped = create_task(self._fetch(url)), create_task(self._stop.wait())
        try:
            await wait((coming, stopped), return_when=FIRST_COMPLETED)
            if coming.done():
                return coming.result()
            self.is_over = True
            raise SourceError(_GIVEN_UP)
        finally:
            coming.cancel()
            stopped.cancel()

    async def _fetch(self, url: str) -> Page:
        fetched = await fetch_http(url, self._limits, client=self._client)
        return await parsed(fetched, self._parser)
