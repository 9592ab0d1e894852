"""The stores of what was read and drafted, and what opening a page does with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Self, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from tui.errors import RejoinderError, SourceError
from tui.fetch import Address, Opened, Pipe, locate
from tui.fetch.fetched import shown
from tui.fetch.source import Location
from tui.model import Page
from tui.reading import query as language
from tui.reading.naming import names_of
from tui.reading.visits import Visits, visited
from tui.store.bookmarks import Bookmarks
from tui.store.copies import Copy
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.library import Library, ReadingPlace
from tui.store.places import Places
from tui.store.settings import Settings
from tui.stores.known import if_known, or_logged

T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


class PageStores(Struct, frozen=True):
    """What is kept of pages, drafts and settings.

    Every method waits until it is done; any thread may call it.

    Attributes:
        drafts: The drafts.
        library: The pages that were opened.
        environ: The environment: the editor's name, where commands are.
        stdin: What a pipe held, for the source `-`.
        preferences: What the user set.
        clock: Tells the moment, in UTC.
        offline: Whether no address is fetched.
        templates: The folder of the user's templates for replies, or None.
        told: What the user is to be told at the start: drafts that were brought home.
        last_words: What is to be printed at the end: what could not be saved.
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    preferences: Settings = field(default_factory=Settings)
    clock: Callable[[], datetime] = _now
    offline: bool = False
    templates: Path | None = None
    told: tuple[str, ...] = ()
    last_words: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def at(cls, places: Places, stdin: bytes | None = None, *, offline: bool = False) -> Self:
        """The stores in the program's folders, without what the user set."""
        drafts, library = DraftStore.at(places), Library(places.library)
        told = tuple(bring_home(drafts))
        folder = places.config / "templates"
        return cls(drafts, library, os.environ, stdin, offline=offline, templates=folder, told=told)

    # Opening

    def check_online(self, location: Location) -> None:
        """Let nothing be fetched offline.

        Raises:
            SourceError: It is an address, and the program runs offline.
        """
        if self.offline and isinstance(location, Address):
            raise SourceError(
                f"{shown(location.url)} is not fetched, since the program runs offline."
            )

    def check_pipe(self, location: Location, key: str | None, page: Page | None) -> None:
        """Take what the pipe held for no other page than it was, nor for one that was read again.

        Args:
            location: What was to be opened.
            key: The key of the page that was meant, where it is known.
            page: What was opened, or None where it is to be read again.

        Raises:
            SourceError: It is the pipe, which does not hold that page, or nothing more.
        """
        if isinstance(location, Pipe) and page is None:
            raise SourceError("This page came through a pipe, which cannot be read again.")
        if isinstance(location, Pipe) and page is not None and key not in {None, page.key}:
            raise SourceError("The pipe does not hold this page any more.")

    def copy_instead(self, source: str, key: str | None, error: SourceError) -> Opened:
        """The copy of a page that could not be opened.

        Offline, an address of which there is no copy goes on the list of those to fetch.

        Args:
            source: What was to be opened.
            key: The page's key, where it is known.
            error: Why it could not be opened.

        Raises:
            SourceError: There is no copy; it says so of an address, offline, and is `error` else.
        """
        location, fragment = locate(source)
        address = location.url if isinstance(location, Address) else None
        offline = self.offline and address is not None
        copy = self._copy(key, address)
        if copy is not None:
            page = copy.noted(self.clock(), "" if offline else str(error))
            return Opened(page, address or source, fragment, is_copy=True)
        if address is None or not offline:
            raise error
        raise SourceError(self._fetch_later(address)) from error

    def kept_instead(self, draft_id: str, error: SourceError) -> Opened:
        """What a draft kept of its page, which could not be had.

        Args:
            draft_id: The draft.
            error: Why the page could not be opened.

        Raises:
            DraftError: There is no such draft.
        """
        from tui.store.keptpage import kept_page  # noqa: PLC0415 -- seldom needed

        draft = self.with_drafts(lambda store: store.get(draft_id))
        return Opened(kept_page(draft, str(error)), draft.page.source, None, is_stub=True)

    def _copy(self, key: str | None, address: str | None) -> Copy | None:
        """The copy of a page, by its key or what it was fetched by; None where there is none."""
        copies = (self.library.copy(name) for name in (key, address) if name)
        return if_known(lambda: next(filter(None, copies), None), f"the copy of {key or address}")

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
        if opened.is_stub:
            return None
        try:
            self.library.opened(page.key, opened.source, page.article.title, self.clock())
        except RejoinderError as error:
            return str(error)
        return None if opened.is_copy else self.keep(page)

    def keep(self, page: Page) -> str | None:
        """Keep a page as it is now; a sentence where that fails."""
        try:
            self.library.keep(page, self.clock())
        except RejoinderError as error:
            return str(error)
        return None

    # What is known of a page

    def place(self, page: Page) -> ReadingPlace | None:
        """Where a reader left a page; None where that is not known or cannot be read."""
        return if_known(lambda: self.library.place(page.key), f"the place in {page.key}")

    def keep_place(self, page: Page, place: ReadingPlace) -> None:
        """Keep where a reader leaves a page."""
        or_logged(lambda: self.library.keep_place(page.key, place), f"the place in {page.key}")

    def visit(self, page: Page) -> Visits:
        """What earlier visits of a page left, with what came since; begins or goes on a visit."""
        before = if_known(lambda: self.library.visits(page.key), f"what was read of {page.key}")
        return self.visited(before, page)

    def visited(self, before: Visits | None, page: Page) -> Visits:
        """A page as it is found now, after what earlier visits left."""
        keys = [comment.key for comment in page.thread.comments] if page.thread else []
        cooldown = timedelta(minutes=self.preferences.reading.cooldown)
        return visited(before, keys, self.clock(), cooldown, is_whole=bool(page.joined))

    def keep_visits(self, page: Page, visits: Visits) -> None:
        """Keep what was read of a page."""
        now = replace(visits, last=self.clock())
        or_logged(lambda: self.library.keep_visits(page.key, now), f"what was read of {page.key}")

    def muted(self) -> frozenset[str]:
        """What the reader mutes by a command and in the settings, as queries."""
        known = if_known(self.library.muted, "what is muted") or frozenset()
        return self.muted_by_settings() | known

    def muted_by_settings(self) -> frozenset[str]:
        """What the settings mute, as queries."""
        return frozenset(str(language.parse_query(text)) for text in self.preferences.mute)

    # Drafts and bookmarks

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts that no other thread disturbs."""
        with self._lock:
            return work(self.drafts)

    def page_drafts(self, page: Page, source: str | None = None) -> list[Draft]:
        """The drafts of a page, the one begun first first; none where they cannot be read.

        Args:
            page: The page.
            source: What it was opened by, or None where that is not known.
        """
        names = names_of(page, source)
        drafts = if_known(lambda: self.drafts.for_page(names), f"the drafts of {page.key}")
        return sorted(drafts or (), key=lambda draft: draft.created)

    @property
    def bookmarks(self) -> Bookmarks:
        """The file of bookmarks, beside the folder of drafts."""
        return Bookmarks(self.drafts.folder.parent)
