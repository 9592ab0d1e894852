"""When the rest of a page comes with it: on one's wish, and whenever it came before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from tui.fetch import Address, Opened
from tui.fetch.parsing import PARSER_HERE, Parser
from tui.model import Page
from tui.parse.patterns import regex
from tui.reading.links import target_of
from tui.stores.known import if_known
from tui.stores.pages import PageStores

if TYPE_CHECKING:  # few pages have a rest
    from asyncio import Event

    from tui.fetch.whole import Turned

_NUMBERED = regex(r"\d")


def has_rest(page: Page) -> bool:
    """Whether a page tells where more of its article or of its comments can be fetched."""
    if not page.is_partial:
        return False
    from tui.fetch.whole import has_rest  # noqa: PLC0415 -- as above

    return has_rest(page)


class WholeStores(PageStores, frozen=True):
    """What is kept of pages, with the rest of those that are spread over several."""

    def for_whole_pages(self) -> Self:
        """The same for somebody who wants all pages with their rest."""
        reading = replace(self.preferences.reading, whole=True)
        return replace(self, preferences=replace(self.preferences, reading=reading))

    async def completed(
        self, opened: Opened, turned: Turned = lambda _: None, parser: Parser = PARSER_HERE
    ) -> Opened:
        """A page that was opened, with the rest of it where that is wanted.

        Args:
            opened: The page.
            turned: Is told how many further pages have come.
            parser: What makes pages.
        """
        if not opened.page.is_partial:
            return opened
        from asyncio import to_thread  # noqa: PLC0415 -- files are read without it

        if not await to_thread(self.wants_rest, opened):
            return opened
        return replace(opened, page=await self.with_rest(opened.page, turned, parser))

    def wants_rest(self, opened: Opened) -> bool:
        """Whether the rest of a page is fetched when it is opened.

        It is where the settings say so, where it was fetched the last time, and where a comment was
        asked for that is not on the page.
        """
        page, fragment = opened.page, opened.fragment or ""
        if page.url is None or opened.is_copy or not has_rest(page):
            return False
        if self.preferences.reading.whole or self._was_whole(page):
            return True
        return _NUMBERED.search(fragment) is not None and target_of(page, fragment) is None

    async def with_rest(
        self,
        page: Page,
        turned: Turned = lambda _: None,
        parser: Parser = PARSER_HERE,
        stop: Event | None = None,
    ) -> Page:
        """A page with its rest, as far as that can be had; see `tui.fetch.whole`.

        Args:
            page: The page.
            turned: Is told how many further pages have come.
            parser: What makes pages.
            stop: Set by whoever does not want to wait for more.

        Raises:
            SourceError: The program runs offline.
        """
        from tui.fetch.whole.gathering import with_rest  # noqa: PLC0415 -- loads httpx
        from tui.fetch.whole.onward import address  # noqa: PLC0415 -- as above

        self.check_online(Address(address(page) or ""))
        return await with_rest(page, turned=turned, parser=parser, stop=stop)

    def keep(self, page: Page) -> str | None:
        """Keep a page as it is now; a sentence where that fails.

        A page whose rest was kept, and was not fetched this time, leaves that as it is.
        """
        if has_rest(page) and self._was_whole(page):
            return None
        return super().keep(page)

    def _was_whole(self, page: Page) -> bool:
        """Whether the page was kept with its rest."""
        copy = if_known(lambda: self.library.copy(page.key), f"the copy of {page.key}")
        return copy is not None and bool(copy.page.joined)
