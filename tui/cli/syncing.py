"""`rejoinder sync`: pages fetched and kept, to be read without the network."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from tui.cli.output import emit, one_line
from tui.errors import RejoinderError, SourceError
from tui.fetch import Address, locate, open_page
from tui.fetch.fetched import shown
from tui.fetch.remote.refusing import host_of
from tui.model import Page
from tui.store.bookmarks import Bookmarks
from tui.store.draft import Draft
from tui.store.library import Library
from tui.store.places import Places
from tui.store.settings import read_settings
from tui.stores import Stores

JOBS = 4
"""So many pages are fetched at once unless it is said how many, each from another host."""

_ALL = 1_000_000  # opened pages are looked through, more than anybody opens
_TITLE = 100  # characters


def sync(
    sources: Sequence[str],
    *,
    recent: int | None = None,
    jobs: int | None = None,
    whole: bool = False,
) -> int:
    """Fetch pages, keep them, and print a line for each; errors go to standard error.

    Args:
        sources: The addresses; where there are none, those of the bookmarks and those that were
            put on the list while there was no network.
        recent: How many of the pages opened last to fetch as well.
        jobs: How many pages to fetch at once; never two from one host.
        whole: Whether pages come with the rest of them, as those do that came so before.

    Returns:
        1 where a page could not be fetched or kept, else 0.

    Raises:
        RejoinderError: The bookmarks or the library cannot be read.
    """
    places = Places.find(os.environ)
    stores = replace(Stores.at(places), preferences=read_settings(places.settings)[0])
    if whole:
        stores = stores.for_whole_pages()
    for sentence in stores.told:
        _tell(sentence)
    library = stores.library
    wanted = [*sources] or [*_bookmarked(places), *library.queued()]
    wanted += _opened(library, recent or 0)
    if not wanted:
        emit("There is nothing to fetch: no page is bookmarked, and none is on the list.\n")
        return 0
    return asyncio.run(_Sync(stores, jobs or JOBS).fetch_all(list(dict.fromkeys(wanted))))


def _bookmarked(places: Places) -> list[str]:
    """The bookmarks that can be fetched; a line of the file that cannot be read is told."""
    shelf = Bookmarks(places.data).read()
    for problem in shelf.problems:
        _tell(problem)
    return list(filter(_is_remote, (bookmark.address for bookmark in shelf.bookmarks)))


def _opened(library: Library, most: int) -> list[str]:
    """What the last pages were opened by that came from the network."""
    entries = library.recent(_ALL) if most else ()
    found = [entry.source for entry in entries if entry.count and _is_remote(entry.source)]
    return found[:most]


def _is_remote(source: str) -> bool:
    return source.startswith(("http://", "https://"))


class _Sync:
    """One run: what it may do at once, and where it keeps what comes."""

    def __init__(self, stores: Stores, jobs: int) -> None:
        self._stores = stores
        self._library = stores.library
        self._slots = asyncio.Semaphore(jobs)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def fetch_all(self, sources: Sequence[str]) -> int:
        """Fetch pages; the exit status."""
        done = await asyncio.gather(*map(self._fetch, sources))
        return 0 if all(done) else 1

    async def _fetch(self, source: str) -> bool:
        """Fetch and keep a page, and tell of it; whether that could be done."""
        try:
            address = _address(source)
            # The host first, so that who waits for one holds up nobody else.
            async with self._hosts[host_of(address)], self._slots:
                opened = await self._stores.completed(await open_page(address))
            line = await asyncio.to_thread(self._keep, opened.page, address)
        except RejoinderError as error:
            _tell(str(error))
            return False
        emit(line)
        return True

    def _keep(self, page: Page, address: str) -> str:
        """Keep a page; the lines that tell of it, and of replies of the user's that came."""
        visits = self._library.visits(page.key)
        keys = {comment.key for comment in page.thread.comments} if page.thread else set()
        new = len(self._stores.visited(visits, page).fresh - visits.fresh) if visits else 0
        self._library.fetched(page, address, datetime.now(UTC), new=new)
        facts = ", ".join(_facts(len(keys), new, visited=visits is not None))
        title = one_line(page.article.title or address, _TITLE)
        arrived = self._stores.arrive(page, address)
        own = (f"{title}: your reply{_to(draft)} is on the page now\n" for draft in arrived)
        return f"{title}: {facts}\n{''.join(own)}"


def _to(draft: Draft) -> str:
    return f" to {one_line(draft.parent.author or 'a comment', 40)}" if draft.parent else ""


def _facts(comments: int, new: int, *, visited: bool) -> Iterator[str]:
    yield f"{comments or 'no'} comment{'' if comments == 1 else 's'}"
    if new:
        yield f"{new} new"
    if not visited:
        yield "not opened yet"


def _address(source: str) -> str:
    """The address of a source.

    Raises:
        SourceError: It is none, or malformed.
    """
    location, _ = locate(source)
    if not isinstance(location, Address):
        raise SourceError(
            f"{shown(source)} is no http or https address, and only those are synced."
        )
    return location.url


def _tell(sentence: str) -> None:
    sys.stderr.write(f"rejoinder: {one_line(sentence, 500)}\n")
