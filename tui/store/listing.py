"""What the library lists: bookmarked pages, those on the list to fetch, and those opened before."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from tui.reading.normalised import normalised
from tui.store.bookmarks import Bookmark, BookmarkError, Shelf, address_of
from tui.store.library import Library, LibraryEntry


class Listed(NamedTuple):
    """A page of the library.

    Attributes:
        source: What opens it.
        entry: What is known of it, where it was opened or fetched.
        bookmark: Its bookmark, or None.
        queued: Whether it is on the list of those to fetch.
    """

    source: str
    entry: LibraryEntry | None = None
    bookmark: Bookmark | None = None
    queued: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.source if self.entry is None else self.entry.key

    @property
    def title(self) -> str | None:
        """Its title: that of the page, else that of the bookmark; None where there is none."""
        page = self.entry.title if self.entry is not None else None
        return page or (self.bookmark.title if self.bookmark is not None else None) or None

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its bookmark."""
        return self.bookmark.tags if self.bookmark is not None else ()

    def matches(self, wanted: str) -> bool:
        """Whether it has all words in its title or its address, and all `#` words as tags.

        A tag is known by its beginning, so that it is found while it is typed.
        """
        tags = [normalised(tag) for tag in self.tags]
        text = normalised(f"{self.title or ''} {self.source}")
        return all(
            any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in text
            for word in normalised(wanted).split()
        )


def listing(library: Library, shelf: Shelf, most: int) -> list[Listed]:
    """The pages of the library: the bookmarks first, as in their file, then the last opened.

    Args:
        library: The library.
        shelf: The bookmarks.
        most: So many opened pages at most.

    Raises:
        LibraryError: The library could not be read.
    """
    entries = {entry.key: entry for entry in library.recent(most)}
    by_address = {_address(entry.source): entry for entry in entries.values()}
    keys = library.keys_of([bookmark.address for bookmark in shelf.bookmarks])
    queued = dict.fromkeys(library.queued(), True)
    listed: list[Listed] = []
    for bookmark, known in zip(shelf.bookmarks, keys, strict=True):
        found = (entries.get(key) for key in known)
        entry = next(filter(None, found), None) or by_address.get(bookmark.address)
        if entry is not None and entries.pop(entry.key, None) is None:
            continue  # another bookmark of the same page is listed already
        source = bookmark.address if entry is None else entry.source
        listed.append(Listed(source, entry, bookmark, queued.pop(bookmark.address, False)))
    listed += [Listed(address, queued=True) for address in queued]
    return [*listed, *(Listed(entry.source, entry) for entry in entries.values())]


def _address(source: str) -> str | None:
    with suppress(BookmarkError):
        return address_of(source)
    return None


def rebookmarked(page: Listed, tags: Sequence[str] | None) -> Bookmark:
    """The bookmark of a page with other tags, or a new one.

    Raises:
        BookmarkError: It has no address.
    """
    old = page.bookmark or Bookmark(address_of(page.source), page.title or "")
    return old if tags is None else replace(old, tags=tuple(tags))
