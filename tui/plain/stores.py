"""What the linear mode needs of the layers below, in one value: tests hand in their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TypeVar

from tui.errors import DraftError, RejoinderError, SourceError
from tui.fetch import Opened, Pipe, fetch_blocking, locate
from tui.fetch.files import read_pipe
from tui.model import Page
from tui.parse import parse_page
from tui.reading.visits import Visits, visited
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
    """

    drafts: DraftStore
    library: Library
    environ: Mapping[str, str]
    stdin: bytes | None = None
    settings: Settings = field(default_factory=Settings)
    browse: Callable[[str], bool] = _no_browser
    clock: Callable[[], datetime] = _now

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts."""
        return work(self.drafts)

    def open(self, source: str, key: str | None = None) -> Opened:
        """Open a page; where that fails and it was opened before, take it from the library.

        Args:
            source: What to open.
            key: The page's key, where it is known.

        Raises:
            SourceError: It cannot be opened and there is no copy.
        """
        location, fragment = locate(source)
        try:
            if isinstance(location, Pipe):
                fetched = read_pipe(BytesIO(self.stdin or b""))
            else:
                fetched = fetch_blocking(source)
        except SourceError as error:
            page = self.library.page(key) if key else None
            if page is None:
                raise
            note = f"This is the copy kept when the page was last opened. {error}"
            return Opened(replace(page, notes=(note, *page.notes)), source, fragment)
        page = parse_page(fetched.data, url=fetched.url, content_type=fetched.content_type)
        return Opened(page, fetched.source, fragment)

    def remember(self, opened: Opened) -> str | None:
        """Keep an opened page in the library; a sentence where that fails."""
        page = opened.page
        try:
            self.library.opened(page.key, opened.source, page.article.title, self.clock())
            self.library.keep(page)
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
