"""The part of a reading screen that bookmarks its page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from msgspec.structs import replace
from textual import work

from tui.app import dialogs
from tui.app.screens.trail import TrailScreen
from tui.app.services import Services
from tui.errors import RejoinderError
from tui.model import Page
from tui.store.bookmarks import Bookmark, BookmarkError, address_of, split_tags


class BookmarkingScreen(TrailScreen):
    """A screen whose page can be bookmarked, with tags.

    Attributes:
        bookmark: The bookmark of the page, or None.
        is_copy: Whether the page is a copy from the library.
        is_stub: Whether it is only what a draft kept of it.
    """

    bookmark: Bookmark | None = None
    is_copy = False
    is_stub = False

    def __init__(
        self, services: Services, page: Page, source: str, draft_id: str | None = None
    ) -> None:
        super().__init__(services, page, source, draft_id)
        self._bookmarks = Lock()

    def came_into_sight(self) -> None:
        """Read the bookmark, which the library may have changed."""
        super().came_into_sight()
        self._keep(_nothing)

    def standing(self) -> tuple[str, ...]:
        """What is to be told of the page besides what it says itself."""
        told = []
        if self.bookmark is not None:
            tags = " ".join(f"#{tag}" for tag in self.bookmark.tags) or "bookmark"
            told.append(f"{self.article.glyphs.bookmark} {tags}")
        if self.is_copy:
            told.append("kept copy")
        if self.is_stub:
            told.append("kept by your draft")
        return tuple(told)

    def action_bookmark(self) -> None:
        """Bookmark the page, or take the bookmark off."""
        if self.bookmark is not None:
            self._change(None, "Took the bookmark off")
        elif (new := self._new_bookmark()) is not None:
            self._change(new, "Bookmarked the page")

    def action_tags(self) -> None:
        """Ask for the tags of the bookmark; a page without one is bookmarked with them."""
        bookmark = self.bookmark or self._new_bookmark()
        if bookmark is None:
            return

        def named(text: str | None) -> None:
            if text is not None:
                tagged = replace(bookmark, tags=split_tags(text))
                if tagged != self.bookmark:
                    self._change(tagged, "Tagged the page")

        before = " ".join(bookmark.tags)
        self.app.push_screen(dialogs.LinePrompt("Tags", before, hint="words, perhaps none"), named)

    def _new_bookmark(self) -> Bookmark | None:
        """A bookmark of the page; None, and a notice, where it has no address."""
        try:
            address = address_of(self.page.url or self.source)
        except BookmarkError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None
        return Bookmark(address, self.page.article.title or "")

    def _change(self, bookmark: Bookmark | None, title: str) -> None:
        before = self.bookmark
        self._put(before, bookmark)
        self.did(title, lambda: self._put(bookmark, before))
        self.notify(f"{title}.", timeout=2, markup=False)

    def _put(self, before: Bookmark | None, after: Bookmark | None) -> None:
        """Keep a bookmark in the place of another; either may be none."""
        bookmarks = self.services.bookmarks

        def write() -> None:
            if after is not None:
                bookmarks.put(after)
            elif before is not None:
                bookmarks.take_off(before.address)

        self._keep(write)

    @work(thread=True, group="bookmark", exit_on_error=False)
    def _keep(self, write: Callable[[], None]) -> None:
        """Change the file and show what it says then; one after the other, in turn."""
        with self._bookmarks:
            try:
                write()
                shelf = self.services.bookmarks.read()
            except RejoinderError as error:
                self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
                return
            page = self.page
            names = [page.url, page.canonical, page.key, self.source]
            with suppress(BookmarkError):
                names.append(address_of(self.source))
            self.app.call_from_thread(self._show_bookmark, shelf.find(*names))

    def _show_bookmark(self, bookmark: Bookmark | None) -> None:
        if bookmark != self.bookmark:
            self.bookmark = bookmark
            self.update_titles()

    def update_titles(self) -> None:
        """Show where one is; the screen that has titles says how."""


def _nothing() -> None:
    """Write nothing."""
