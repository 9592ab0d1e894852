"""What the screen needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TypeVar

from tui.errors import RejoinderError, SourceError
from tui.fetch import Opened, open_page
from tui.model import Page
from tui.reading.visits import Visits, visited
from tui.store.drafts import DraftStore
from tui.store.library import Library, ReadingPlace
from tui.store.places import Places
from tui.store.settings import read_settings, remember_theme

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
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    settings: Path | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def find(cls, stdin: bytes | None = None) -> Services:
        """The user's own stores."""
        places = Places.find(os.environ)
        return cls(
            DraftStore(places.drafts),
            Library(places.library),
            os.environ,
            stdin,
            places.settings,
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
        return visited(before, keys, self.clock())

    def keep_visits(self, page: Page, visits: Visits) -> None:
        """Keep what was read of a page; it is no loss of words where that fails."""
        try:
            self.library.keep_visits(page.key, replace(visits, last=self.clock()))
        except RejoinderError:
            _log.warning("what was read of %s is not kept", page.key, exc_info=True)

    def muted(self) -> frozenset[str]:
        """What the reader mutes, as queries."""
        try:
            return self.library.muted()
        except RejoinderError:
            _log.warning("what is muted is not known", exc_info=True)
            return frozenset()

    def mute(self, query: str, *, muted: bool) -> str | None:
        """Mute what matches a query from now on, or no more; a sentence where that fails."""
        try:
            self.library.mute(query, muted=muted)
        except RejoinderError as error:
            return str(error)
        return None

    def names(self) -> tuple[str, ...]:
        """The reader's own names, as the settings tell them."""
        return ()

    def theme(self) -> str | None:
        """The theme that the user chose.

        Raises:
            SettingsError: The settings cannot be read.
        """
        return read_settings(self.settings).theme if self.settings else None

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

    async def open(self, source: str, key: str | None, progress: Progress) -> Opened:
        """Open a page; where that fails and it was opened before, take it from the library.

        Args:
            source: What to open.
            key: The page's key, where it is known.
            progress: Is told the bytes that came and the bytes expected, or None.

        Raises:
            SourceError: It cannot be opened and there is no copy.
        """
        try:
            # An empty pipe, and not the terminal, is what `-` is once its bytes are gone.
            return await open_page(source, stdin=BytesIO(self.stdin or b""), progress=progress)
        except SourceError as error:
            page = self.library.page(key) if key else None
            if page is None:
                raise
            note = f"This is the copy kept when the page was last opened. {error}"
            return Opened(replace(page, notes=(note, *page.notes)), source, None)

    def remember(self, opened: Opened) -> str | None:
        """Keep an opened page in the library; a sentence where that fails."""
        page = opened.page
        try:
            self.library.opened(page.key, opened.source, page.article.title, self.clock())
            self.library.keep(page)
        except RejoinderError as error:
            return str(error)
        return None
