"""Bookmarks: a plain file that people can edit, put under version control and sync.

    # The gardens
    https://tuin.example/heg/ #hedge #birds De heg en de schaar
    https://deich.example/2026/03 Eine Wanderung am Deich
    file:///home/ada/saved.html #later

A line each: an address (http, https or file), then tags, each with a `#`, then the title. Where a
title itself begins with `#` or a backslash, a backslash stands before it. Empty lines and lines
that begin with `#` are for people. The program changes no line but that of the page that is
bookmarked or taken off; it keeps what it cannot read, and says in which line that is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tui.errors import RejoinderError
from tui.parse.clean import clean_line
from tui.parse.patterns import regex
from tui.store.atomic import explain, locked, write_atomic

FILE_NAME = "bookmarks.txt"
"""The name of the file, in the folder for data."""

MAX_BYTES = 16 * 1024 * 1024
"""A longer file is refused: no list of bookmarks is, and the memory has an end."""

_LINE = regex(
    r"(?P<address>(?:https?|file)://\S+)(?P<tags>(?:[ \t]+#[^\s#]\S*)*)(?:[ \t]+(?P<title>\S.*))?"
)
_ENCODING_ERRORS = "surrogateescape"  # bytes that are no UTF-8 stay as they are


class BookmarkError(RejoinderError):
    """The bookmarks could not be read or written."""


class Bookmark(Struct, frozen=True):
    """A bookmarked page.

    Attributes:
        address: What opens it: an http, https or file address without white space.
        title: Its title, perhaps empty.
        tags: Words it is filed under, without the `#`.
    """

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()


class Shelf(Struct, frozen=True):
    """What the file of bookmarks holds.

    Attributes:
        bookmarks: The bookmarks in its order, each address once.
        problems: A sentence for each line that cannot be read.
    """

    bookmarks: tuple[Bookmark, ...] = ()
    problems: tuple[str, ...] = ()

    def find(self, *addresses: str | None) -> Bookmark | None:
        """The first bookmark of any of these addresses."""
        return next((each for each in self.bookmarks if each.address in addresses), None)


def split_tags(text: str) -> tuple[str, ...]:
    """Tags as people type them: separated by space, with a `#` or without, each kept once."""
    words = (clean_line(word).strip("#") for word in text.split())
    return tuple(dict.fromkeys(filter(None, words)))


def address_of(source: str) -> str:
    """The address to keep for what opened a page; a path becomes a file address.

    Raises:
        BookmarkError: It is neither, such as a pipe.
    """
    if source.startswith(("http://", "https://", "file://")):
        return "%20".join(source.partition("#")[0].split())
    path = Path(source)
    if not path.is_absolute():
        raise BookmarkError("What came through a pipe has no address to bookmark.")
    return path.as_uri()


class Bookmarks:
    """The file of bookmarks. Every call reads it anew, for others may change it."""

    def __init__(self, folder: Path) -> None:
        """The bookmarks in a folder; the file need not exist yet."""
        self.path = folder / FILE_NAME

    def read(self) -> Shelf:
        """All bookmarks.

        Raises:
            BookmarkError: The file could not be read.
        """
        found: dict[str, Bookmark] = {}
        problems: list[str] = []
        for number, line in enumerate(self._lines(), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            bookmark = _parsed(line)
            if bookmark is not None:
                found.setdefault(bookmark.address, bookmark)
            else:
                problems.append(
                    f"Line {number} of {self.path} is left alone, "
                    "since it does not begin with an http, https or file address."
                )
        return Shelf(tuple(found.values()), tuple(problems))

    def put(self, bookmark: Bookmark) -> None:
        """Keep a bookmark: in the place of the one with its address, else at the end.

        Raises:
            BookmarkError: The file could not be written; it is as it was.
        """

        def change(lines: list[str]) -> list[str]:
            places = _places(lines, bookmark.address)
            end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
            if places:
                lines[places[0]] = _written(bookmark) + end
                return _without(lines, places[1:])
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += end
            return [*lines, _written(bookmark) + end]

        self._change(change)

    def take_off(self, address: str) -> None:
        """Take off the bookmark of an address, if there is one.

        Raises:
            BookmarkError: The file could not be written; it is as it was.
        """
        self._change(lambda lines: _without(lines, _places(lines, address)))

    def _change(self, change: Callable[[list[str]], list[str]]) -> None:
        try:
            with locked(self.path.parent):
                before = self._lines()
                after = change(list(before))
                if after != before:
                    target = self.path.resolve()  # where the file is a link to one that is synced
                    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
                    data = "".join(after).encode("utf-8", _ENCODING_ERRORS)
                    write_atomic(target, data, temporary)
        except OSError as error:
            raise BookmarkError(
                f"The bookmarks could not be written: {explain(error, self.path)}."
            ) from error

    def _lines(self) -> list[str]:
        """The lines with their ends; none where there is no file."""
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise BookmarkError(
                f"The bookmarks could not be read: {explain(error, self.path)}."
            ) from error
        if len(data) > MAX_BYTES:
            raise BookmarkError(f"{self.path} is too long to be a list of bookmarks.")
        lines = data.decode("utf-8", _ENCODING_ERRORS).split("\n")
        last = lines.pop()
        return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _parsed(line: str) -> Bookmark | None:
    """The bookmark of a line, or None where it is none."""
    match = _LINE.fullmatch(line.strip().removeprefix("\ufeff"))
    if match is None:
        return None
    tags = split_tags(match["tags"])
    return Bookmark(match["address"], clean_line((match["title"] or "").removeprefix("\\")), tags)


def _written(bookmark: Bookmark) -> str:
    title = clean_line(bookmark.title)
    escape = "\\" if title.startswith(("#", "\\")) else ""
    tags = (f"#{tag}" for tag in bookmark.tags)
    return " ".join(filter(None, (bookmark.address, *tags, f"{escape}{title}")))


def _places(lines: list[str], address: str) -> list[int]:
    """The numbers from 0 of the lines that bookmark an address."""
    found = ((at, _parsed(line)) for at, line in enumerate(lines))
    return [at for at, bookmark in found if bookmark and bookmark.address == address]


def _without(lines: list[str], places: list[int]) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in places]
