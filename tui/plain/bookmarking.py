"""The part of a page's view that bookmarks it."""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from tui.plain.commands import Asked
from tui.plain.taking import TakingView
from tui.plain.view import Lines
from tui.store.bookmarks import Bookmark, BookmarkError, address_of, split_tags


class BookmarkingView(TakingView):
    """A page that can be bookmarked, with tags."""

    def bookmark(self) -> Bookmark | None:
        """The bookmark of the page, or None.

        Raises:
            BookmarkError: The bookmarks cannot be read.
        """
        names = [self.page.url, self.page.canonical, self.page.key, self.source]
        with suppress(BookmarkError):
            names.append(address_of(self.source))
        return self.stores.bookmarks.read().find(*names)

    def do_bookmark(self, _asked: Asked) -> Lines:
        """Bookmark the page, or take the bookmark off."""
        before = self.bookmark()
        if before is None:
            self._change(None, self._new_bookmark(), "bookmarked the page")
            yield "Bookmarked."
        else:
            self._change(before, None, "took the bookmark off")
            yield "The bookmark is taken off."

    def do_tags(self, asked: Asked) -> Lines:
        """Give the bookmark tags; a page without one is bookmarked with them."""
        before = self.bookmark()
        if not asked.text:
            tags = " ".join(before.tags) if before else ""
            yield from self.host.wrapped(f"Tags: {tags}." if tags else "There are no tags.")
            return
        tagged = replace(before or self._new_bookmark(), tags=split_tags(asked.text))
        self._change(before, tagged, "tagged the page")
        yield from self.host.wrapped(f"Bookmarked with {' '.join(tagged.tags)}.")

    def _new_bookmark(self) -> Bookmark:
        address = address_of(self.page.url or self.source)
        return Bookmark(address, self.page.article.title or "")

    def _change(self, before: Bookmark | None, after: Bookmark | None, title: str) -> None:
        self._put(before, after)
        self.did(title, lambda: self._put(after, before))

    def _put(self, before: Bookmark | None, after: Bookmark | None) -> None:
        """Keep a bookmark in the place of another; either may be none."""
        if after is not None:
            self.stores.bookmarks.put(after)
        elif before is not None:
            self.stores.bookmarks.take_off(before.address)
