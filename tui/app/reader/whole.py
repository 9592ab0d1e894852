"""The rest of the page: what the reader is told of it, and fetching it."""

from __future__ import annotations

from asyncio import Event

from tui.app.reader.feature import Feature
from tui.errors import SourceError
from tui.model import Page
from tui.reading.onward import rest_sentence
from tui.stores.whole import has_rest


class Whole(Feature):
    """Fetches the other parts of the article and the other pages of its comments."""

    _stop: Event | None = None
    _page = 0
    _asked: tuple[Page, bool] | None = None
    """The page, and whether it has a rest: it is asked at every move."""

    @property
    def is_offered(self) -> bool:
        """Whether there is a rest to fetch."""
        if self._asked is None or self._asked[0] is not self.page:
            self._asked = self.page, has_rest(self.page)
        return self._asked[1]

    @property
    def is_coming(self) -> bool:
        """Whether it is being fetched."""
        return self._stop is not None

    @property
    def progress(self) -> str:
        """How far it has come; nothing while it is not being fetched."""
        return f"fetching page {self._page} …" if self.is_coming else ""

    def action_whole(self) -> None:
        """Fetch the rest of the page."""
        if self._stop is not None:
            self.tell("The rest of the page is on its way.", 3)
        elif not self.is_offered:
            self.tell("This page tells of no other parts and of no further comments.", 4)
        else:
            self.run(self._fetch, "reload", exclusive=True)

    def give_up(self) -> None:
        """Wait for no more pages; those that came are joined."""
        if self._stop is not None:
            self._stop.set()

    async def _fetch(self) -> None:
        self._stop = Event()
        self._came(0)
        try:
            page = await self.services.with_rest(
                self.page, self._came, self.services.parser, self._stop
            )
        except SourceError as error:
            self.complain(str(error))
            return
        finally:
            self._stop = None
            self.screen.update_titles()
        before = self.page
        self.screen.show_page(page, rest_sentence(before, page))
        self.run(lambda: self._keep(page), "remember", in_thread=True)

    def _came(self, number: int) -> None:
        """So many further pages came."""
        self._page = number + 2  # the next one, after the one that is shown
        self.screen.update_titles()

    def _keep(self, page: Page) -> None:
        problem = self.services.keep(page)
        if problem:
            self.app.call_from_thread(self.complain, problem)
