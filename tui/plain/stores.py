"""What the linear mode needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import TypeVar

from tui.errors import DraftError, RejoinderError, SourceError
from tui.fetch import Address, Fetched, Opened, Pipe, fetch_blocking, locate
from tui.fetch.fetched import shown
from tui.fetch.files import read_pipe
from tui.fetch.source import Location
from tui.model import Page
from tui.parse import parse_page
from tui.reading.visits import Visits, visited
from tui.store.bookmarks import Bookmarks
from tui.store.copies import Copy
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.library import Library, ReadingPlace
from tui.store.settings import Settings
from tui.system.editor import edit, editor_command

_log = logging.getLogger(__name__)

T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


def _no_browser(_address: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores and the way to open pages; everything waits until it is done.

    Attributes:
        drafts: The drafts.
        library: The pages that were opened.
        environ: The environment: the editor's name, where commands are.
        stdin: What a pipe held, for the source `-`.
        settings: What the user set.
        browse: Hands an address to the browser; whether there is one.
        clock: Gives the time, with a zone.
        offline: Whether no address is fetched.
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    settings: Settings = field(default_factory=Settings)
    browse: Callable[[str], bool] = _no_browser
    clock: Callable[[], datetime] = _now
    offline: bool = False

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts."""
        return work(self.drafts)

    @property
    def bookmarks(self) -> Bookmarks:
        """The file of bookmarks, beside the folder of drafts."""
        return Bookmarks(self.drafts.folder.parent)

    def open(self, source: str, key: str | None = None, *, anew: bool = False) -> Opened:
        """Open a page; where that fails and it was opened before, take its copy.

        Offline, no address is fetched; one of which there is no copy goes on the list of those to
        fetch.

        Args:
            source: What to open.
            key: The page's key, where it is known.
            anew: Whether no copy will do.

        Raises:
            SourceError: It cannot be opened and there is no copy.
        """
        location, fragment = locate(source)
        address = location.url if isinstance(location, Address) else None
        try:
            fetched = self._fetched(location, source)
        except SourceError as error:
            copy = None if anew else self._copy(key, address)
            offline = self.offline and address is not None
            if copy is not None:
                page = copy.noted(self.clock(), "" if offline else str(error))
                return Opened(page, address or source, fragment, is_copy=True)
            if anew or address is None or not offline:
                raise
            raise SourceError(self._fetch_later(address)) from error
        page = parse_page(fetched.data, url=fetched.url, content_type=fetched.content_type)
        return Opened(page, fetched.source, fragment)

    def _fetched(self, location: Location, source: str) -> Fetched:
        match location:
            case Pipe():
                return read_pipe(BytesIO(self.stdin or b""))
            case Address(url) if self.offline:
                raise SourceError(f"{shown(url)} is not fetched, since the program runs offline.")
            case _:
                return fetch_blocking(source)

    def _copy(self, *names: str | None) -> Copy | None:
        """The copy of a page, by its key or what it was fetched by; None where there is none."""
        for name in filter(None, names):
            copy = self._try(partial(self.library.copy, name), "the copy is not known")
            if copy is not None:
                return copy
        return None

    def _fetch_later(self, address: str) -> str:
        """Put an address on the list of those to fetch; a sentence that says so."""
        never = f"{shown(address)} was never kept, so it cannot be read offline"
        try:
            self.library.queue(address, self.clock())
        except RejoinderError as error:
            return f"{never}. {error}"
        return f"{never}; it is on the list for the next `rejoinder sync`."

    def remember(self, opened: Opened) -> str | None:
        """Keep an opened page in the library; a sentence where that fails."""
        page = opened.page
        try:
            self.library.opened(page.key, opened.source, page.article.title, self.clock())
            if not opened.is_copy:
                self.library.keep(page, self.clock())
        except RejoinderError as error:
            return str(error)
        return None

    def place(self, page: Page) -> ReadingPlace | None:
        """Where a reader left a page; None where that is not known."""
        return self._try(lambda: self.library.place(page.key), "the place is not known")

    def keep_place(self, page: Page, place: ReadingPlace) -> None:
        """Keep where a reader leaves a page."""
        self._try(lambda: self.library.keep_place(page.key, place), "the place is not kept")

    def visit(self, page: Page) -> Visits:
        """What earlier visits of a page left, with what came since."""
        keys = [comment.key for comment in page.thread.comments] if page.thread else []
        before = self._try(lambda: self.library.visits(page.key), "the visits are not known")
        return self.visited(before, keys)

    def visited(self, before: Visits | None, keys: Collection[str]) -> Visits:
        """A page as it is found now, after what earlier visits left."""
        cooldown = timedelta(minutes=self.settings.reading.cooldown)
        return visited(before, keys, self.clock(), cooldown)

    def keep_visits(self, page: Page, visits: Visits) -> None:
        """Keep what was read of a page."""
        now = replace(visits, last=self.clock())
        self._try(lambda: self.library.keep_visits(page.key, now), "the visits are not kept")

    def muted(self) -> frozenset[str]:
        """What the reader mutes, as queries."""
        return self._try(self.library.muted, "what is muted is not known") or frozenset()

    def page_drafts(self, page: Page) -> list[Draft]:
        """The drafts of a page, the one begun first first; none where they cannot be read."""
        try:
            drafts = self.drafts.for_page(page.key)
        except DraftError:
            _log.warning("the drafts are not known", exc_info=True)
            return []
        return sorted(drafts, key=lambda draft: draft.created)

    def edited(self, text: str) -> str:
        """A text after the user's own editor had it.

        Raises:
            DraftError: There is no editor, or it failed.
        """
        return edit(text, editor_command(self.environ), self.drafts.folder / "editing")

    def _try(self, work: Callable[[], T], problem: str) -> T | None:
        """What some work gives; None where the library fails, which is no loss of words."""
        try:
            return work()
        except RejoinderError:
            _log.warning(problem, exc_info=True)
            return None
