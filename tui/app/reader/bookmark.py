"""The bookmark of the page, with its tags."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock

from msgspec.structs import replace

from tui.app import dialogs
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.trail import Trail
from tui.errors import RejoinderError
from tui.store.bookmarks import Bookmark, BookmarkError, address_of, split_tags


class PageBookmark(Feature):
    """Knows whether the page is bookmarked, and changes that.

    Attributes:
        bookmark: The bookmark of the page, or None.
    """

    def __init__(self, screen: ReadingScreen, trail: Trail) -> None:
        super().__init__(screen)
        self._trail = trail
        self.bookmark: Bookmark | None = None
        self._turn = Lock()

    def read(self) -> None:
        """Read the bookmark, which the library may have changed."""
        self._keep(_nothing)

    def told(self) -> str:
        """The bookmark and its tags in a few words; empty where there is none."""
        if self.bookmark is None:
            return ""
        tags = " ".join(f"#{tag}" for tag in self.bookmark.tags) or "bookmark"
        return f"{self.article.glyphs.bookmark} {tags}"

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
            address = address_of(self.page.url or self.screen.source)
        except BookmarkError as error:
            self.tell(str(error), severity="warning")
            return None
        return Bookmark(address, self.page.article.title or "")

    def _change(self, bookmark: Bookmark | None, title: str) -> None:
        before = self.bookmark
        self._put(before, bookmark)
        self._trail.did(title, lambda: self._put(bookmark, before))
        self.tell(f"{title}.", 2)

    def _put(self, before: Bookmark | None, after: Bookmark | None) -> None:
        """Keep a bookmark in the place of another; either may be none."""
        bookmarks = self.services.bookmarks

        def write() -> None:
            if after is not None:
                bookmarks.put(after)
            elif before is not None:
                bookmarks.take_off(before.address)

        self._keep(write)

    def _keep(self, write: Callable[[], None]) -> None:
        """Change the file and show what it says then; one after the other, in turn."""
        self.run(partial(self._kept, write), "bookmark", in_thread=True, is_fatal=False)

    def _kept(self, write: Callable[[], None]) -> None:
        with self._turn:
            try:
                write()
                shelf = self.services.bookmarks.read()
            except RejoinderError as error:
                self.app.call_from_thread(self.complain, str(error))
                return
            page = self.page
            names = [page.url, page.canonical, page.key, self.screen.source]
            with suppress(BookmarkError):
                names.append(address_of(self.screen.source))
            self.app.call_from_thread(self._show_bookmark, shelf.find(*names))

    def _show_bookmark(self, bookmark: Bookmark | None) -> None:
        if bookmark != self.bookmark:
            self.bookmark = bookmark
            self.screen.update_titles()


def _nothing() -> None:
    """Write nothing."""
