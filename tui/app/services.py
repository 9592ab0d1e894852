"""What the screen needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

import logging
import os
from asyncio import to_thread
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from textual.theme import Theme

from tui.app.keymap import Keymap, keymap
from tui.app.themes import own_themes, wanted_theme
from tui.errors import RejoinderError, SourceError
from tui.fetch import Address, Opened, locate, open_page
from tui.fetch.dropped import dropped_source
from tui.fetch.fetched import shown
from tui.model import Page
from tui.reading.query import parse_query
from tui.reading.visits import Visits, visited
from tui.store.bookmarks import Bookmarks
from tui.store.copies import Copy
from tui.store.drafts import DraftStore
from tui.store.library import Library, ReadingPlace
from tui.store.places import Places
from tui.store.settings import (
    Problem,
    Settings,
    read_settings,
    read_theme_files,
    remember_theme,
)

if TYPE_CHECKING:
    from tui.fetch.pictures import Picture

_log = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Services:
    """The stores and the way to open pages.

    Attributes:
        drafts: The drafts.
        library: The pages that were opened.
        environ: The environment: the editor's name, where things are kept.
        stdin: What a pipe held, for the source `-`.
        settings: The settings file, or None for none.
        clock: Tells the moment, in UTC.
        preferences: What the user set; its theme is one that there is.
        keymap: The keys in effect.
        themes: The user's own themes.
        problems: What is wrong in the settings and the files of themes.
        offline: Whether no address is fetched.
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    settings: Path | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    preferences: Settings = field(default_factory=Settings)
    keymap: Keymap = field(default_factory=Keymap)
    themes: tuple[Theme, ...] = ()
    problems: tuple[Problem, ...] = ()
    offline: bool = False
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def find(cls, stdin: bytes | None = None, *, offline: bool = False) -> Services:
        """The user's own stores."""
        places = Places.find(os.environ)
        own = cls(
            DraftStore(places.drafts), Library(places.library), os.environ, stdin, offline=offline
        )
        return own.fitted(places.settings)

    @property
    def bookmarks(self) -> Bookmarks:
        """The file of bookmarks, beside the folder of drafts."""
        return Bookmarks(self.drafts.folder.parent)

    def fitted(self, path: Path) -> Services:
        """The same with what the user set in a settings file and in the themes beside it."""
        settings, source = read_settings(path)
        files = read_theme_files(path)
        themes = tuple(own_themes(files))
        settings = replace(settings, theme=wanted_theme(settings, themes, source))
        keys = keymap(settings.keys, source)
        return replace(
            self,
            settings=path,
            preferences=settings,
            keymap=keys,
            themes=themes,
            problems=tuple(problem for file in (source, *files) for problem in file.sorted()),
        )

    def place(self, page: Page) -> ReadingPlace | None:
        """Where a reader left a page; None where that is not known or cannot be read."""
        try:
            return self.library.place(page.key)
        except RejoinderError:
            _log.warning("the place in %s is not known", page.key, exc_info=True)
            return None

    def keep_place(self, page: Page, place: ReadingPlace) -> None:
        """Keep where a reader leaves a page; it is no loss where that fails."""
        try:
            self.library.keep_place(page.key, place)
        except RejoinderError:
            _log.warning("the place in %s is not kept", page.key, exc_info=True)

    def visit(self, page: Page) -> Visits:
        """What earlier visits of a page left, with what came since; begins or goes on a visit."""
        thread = page.thread
        keys = [comment.key for comment in thread.comments] if thread is not None else []
        before = None
        try:
            before = self.library.visits(page.key)
        except RejoinderError:
            _log.warning("what was read of %s is not known", page.key, exc_info=True)
        cooldown = timedelta(minutes=self.preferences.reading.cooldown)
        return visited(before, keys, self.clock(), cooldown)

    def keep_visits(self, page: Page, visits: Visits) -> None:
        """Keep what was read of a page; it is no loss of words where that fails."""
        try:
            self.library.keep_visits(page.key, replace(visits, last=self.clock()))
        except RejoinderError:
            _log.warning("what was read of %s is not kept", page.key, exc_info=True)

    def muted(self) -> frozenset[str]:
        """What the reader mutes by a key and in the settings, as queries."""
        own = frozenset(str(parse_query(text)) for text in self.preferences.mute)
        try:
            return own | self.library.muted()
        except RejoinderError:
            _log.warning("what is muted is not known", exc_info=True)
            return own

    def mute(self, query: str, *, muted: bool) -> str | None:
        """Mute what matches a query from now on, or no more; a sentence where that fails."""
        try:
            self.library.mute(query, muted=muted)
        except RejoinderError as error:
            return str(error)
        return None

    def names(self) -> tuple[str, ...]:
        """The reader's own names, as the settings tell them."""
        return self.preferences.names

    def remember_theme(self, theme: str) -> None:
        """Keep the theme for the next time.

        Raises:
            SettingsError: The settings cannot be written.
        """
        if self.settings:
            remember_theme(self.settings, theme)

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts that no other thread disturbs."""
        with self._lock:
            return work(self.drafts)

    async def open(
        self, source: str, key: str | None, progress: Progress, *, anew: bool = False
    ) -> Opened:
        """Open a page; where that fails and it was opened before, take it from the library.

        Offline, no address is fetched; one of which there is no copy goes on the list of those to
        fetch.

        Args:
            source: What to open.
            key: The page's key, where it is known.
            progress: Is told the bytes that came and the bytes expected, or None.
            anew: Whether no copy will do.

        Raises:
            SourceError: It cannot be opened and there is no copy.
        """
        location, fragment = locate(source)
        address = location.url if isinstance(location, Address) else None
        try:
            self._check_online(address)
            # An empty pipe, and not the terminal, is what `-` is once its bytes are gone.
            return await open_page(source, stdin=BytesIO(self.stdin or b""), progress=progress)
        except SourceError as error:
            if anew:
                raise
            copy = await to_thread(self._copy, key, address)
            offline = self.offline and address is not None
            if copy is not None:
                page = copy.noted(self.clock(), "" if offline else str(error))
                return Opened(page, address or source, fragment, is_copy=True)
            if address is None or not offline:
                raise
            raise SourceError(await to_thread(self._fetch_later, address)) from error

    def _check_online(self, address: str | None) -> None:
        if self.offline and address is not None:
            raise SourceError(f"{shown(address)} is not fetched, since the program runs offline.")

    def _copy(self, key: str | None, address: str | None) -> Copy | None:
        """The copy of a page, by its key or what it was fetched by; None where there is none."""
        try:
            copies = (self.library.copy(name) for name in (key, address) if name)
            return next(filter(None, copies), None)
        except RejoinderError:
            _log.warning("the copy of %s is not known", key or address, exc_info=True)
            return None

    def _fetch_later(self, address: str) -> str:
        """Put an address on the list of those to fetch; a sentence that says so."""
        never = f"{shown(address)} was never kept, so it cannot be read offline"
        try:
            self.library.queue(address, self.clock())
        except RejoinderError as error:
            return f"{never}. {error}"
        return f"{never}; it is on the list for the next `rejoinder sync`."

    async def picture(self, src: str, source: str, progress: Progress) -> Picture:
        """The picture of a page.

        Args:
            src: Its address, or its path beside the page's file.
            source: What the page was opened by.
            progress: Is told the bytes that came and the bytes expected, or None.

        Raises:
            SourceError: It cannot be had, or is none that can be shown.
        """
        self._check_online(src if src.startswith(("http://", "https://")) else None)
        from tui.fetch.pictures import fetch_picture  # noqa: PLC0415 -- Pillow loads slowly

        return await fetch_picture(src, source, progress)

    def dropped(self, text: str) -> str | None:
        """The source that a pasted text names, as far as it is there; else None."""
        return dropped_source(text)

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
