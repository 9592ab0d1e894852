"""The library: which pages were opened, what they held then, and what of them was read.

It is one database. The pages can be had again by opening them, all but those from pipes and
vanished addresses.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.model import Page
from tui.reading.visits import Visits
from tui.store.copies import Copies
from tui.store.database import LibraryError, storable
from tui.store.packing import BAD, packed, read, unpacked, written

if TYPE_CHECKING:  # loaded when the database is first used
    from sqlite3 import Connection

__all__ = ["Library", "LibraryEntry", "LibraryError", "ReadingPlace"]

_log = logging.getLogger(__name__)


class LibraryEntry(Struct, frozen=True):
    """A page that was opened, or fetched to be read later.

    Attributes:
        key: `Page.key` of the page.
        source: What it was opened by the last time.
        title: Its title then, or None.
        opened: When it was opened the last time, in UTC; when it was fetched, if never.
        count: How many times it was opened.
        new: How many comments were found to be new when it was fetched since.
    """

    key: str
    source: str
    title: str | None
    opened: datetime
    count: int
    new: int = 0


class ReadingPlace(Struct, frozen=True):
    """Where a reader left a page.

    Attributes:
        folded: The keys of the folded comments.
        comment: The key of the comment under the cursor, or None.
        block: What the article pane showed at its top, as the screen names it, or None.
        at: How many characters of that block were above the top.
    """

    folded: frozenset[str] = frozenset()
    comment: str | None = None
    block: str | None = None
    at: int = 0


class Library(Copies):
    """The pages that were opened, and copies of them."""

    def opened(self, page_key: str, source: str, title: str | None, at: datetime) -> None:
        """Note that a page was opened.

        Raises:
            LibraryError: The database could not be written.
        """
        values = *map(storable, (page_key, source, title)), at.astimezone(UTC).isoformat()

        def write(connection: Connection) -> None:
            connection.execute(
                "INSERT INTO opened (key, source, title, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET source = excluded.source, "
                "title = excluded.title, at = excluded.at, count = count + 1",
                values,
            )
            _known_by(connection, *values[:2])
            # Who opens a page has its new comments before their eyes.
            connection.execute("UPDATE snapshot SET new = 0 WHERE key = ?", values[:1])

        self._database.do(write)

    def fetched(self, page: Page, source: str, at: datetime, *, new: int) -> None:
        """Keep a page that was fetched to be read later, and note it where it is not known.

        Args:
            page: The page.
            source: What it was fetched by.
            at: When.
            new: How many of its comments are new since it was opened the last time.

        Raises:
            LibraryError: The database could not be written.
        """
        self.keep(page, at, new=new)
        named = map(storable, (page.key, source, page.article.title))
        values = *named, at.astimezone(UTC).isoformat()

        def write(connection: Connection) -> None:
            connection.execute(
                "INSERT INTO opened (key, source, title, at, count) VALUES (?, ?, ?, ?, 0) "
                "ON CONFLICT (key) DO UPDATE SET title = excluded.title",
                values,
            )
            _known_by(connection, *values[:2])

        self._database.do(write)

    def recent(self, limit: int = 100) -> list[LibraryEntry]:
        """The pages opened last, the newest first.

        Raises:
            LibraryError: The database could not be read.
        """
        rows: list[tuple[str, str, str | None, str, int, int]] = self._database.do(
            lambda connection: connection.execute(
                "SELECT key, source, title, opened.at, count, coalesce(new, 0) FROM opened "
                "LEFT JOIN snapshot USING (key) ORDER BY opened.at DESC LIMIT ?",
                (limit,),
            ).fetchall()
        )
        return [
            LibraryEntry(key, source, title, datetime.fromisoformat(at), count, new)
            for key, source, title, at, count, new in rows
        ]

    def forget(self, key: str) -> None:
        """Forget a page: that it was opened, its copy, the place and what was read of it.

        Raises:
            LibraryError: The database could not be written.
        """

        def write(connection: Connection) -> None:
            for table in ("opened", "snapshot", "place", "visits", "address"):
                connection.execute(f"DELETE FROM {table} WHERE key = ?", (storable(key),))  # noqa: S608 -- names of ours

        self._database.do(write)

    def keep_place(self, key: str, place: ReadingPlace) -> None:
        """Keep where a reader left the page with this key.

        Raises:
            LibraryError: The database could not be written.
        """
        text = written([sorted(place.folded), place.comment, place.block, place.at])
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO place (key, place) VALUES (?, ?)", (storable(key), text)
            )
        )

    def place(self, key: str) -> ReadingPlace | None:
        """Where a reader left the page with this key; None where that is not known.

        Raises:
            LibraryError: The database could not be read.
        """
        row: tuple[str] | None = self._database.do(
            lambda connection: connection.execute(
                "SELECT place FROM place WHERE key = ?", (storable(key),)
            ).fetchone()
        )
        if row is None:
            return None
        folded, comment, block, at = read(row[0])
        return ReadingPlace(frozenset(folded), comment, block, at)

    def visits(self, key: str) -> Visits | None:
        """What was read of the page with this key; None where that is not known.

        Raises:
            LibraryError: The database could not be read.
        """
        row: tuple[bytes] | None = self._database.do(
            lambda connection: connection.execute(
                "SELECT visits FROM visits WHERE key = ?", (storable(key),)
            ).fetchone()
        )
        if row is None:
            return None
        try:
            last, *keys = unpacked(row[0])
            old, fresh, read = (frozenset(map(str, each)) for each in keys[:3])
            # The fourth came later; a library that was kept before has three.
            return Visits(datetime.fromisoformat(last), old, fresh, read, any(keys[3:]))
        except (TypeError, *BAD):
            _log.warning("what was read of %r is damaged", key, exc_info=True)
            return None

    def keep_visits(self, key: str, visits: Visits) -> None:
        """Keep what was read of the page with this key.

        Raises:
            LibraryError: The database could not be written.
        """
        keys = map(sorted, (visits.old, visits.fresh, visits.read))
        data = packed([visits.last.astimezone(UTC).isoformat(), *keys, visits.is_whole], 1)
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO visits (key, visits) VALUES (?, ?)", (storable(key), data)
            )
        )

    def muted(self) -> frozenset[str]:
        """What the reader mutes, as queries (`tui.reading.query`).

        Raises:
            LibraryError: The database could not be read.
        """
        rows: list[tuple[str]] = self._database.do(
            lambda connection: connection.execute("SELECT query FROM muted").fetchall()
        )
        return frozenset(query for (query,) in rows)

    def mute(self, query: str, *, muted: bool) -> None:
        """Mute what matches a query from now on, or no more.

        Raises:
            LibraryError: The database could not be written.
        """
        statement = (
            "INSERT OR IGNORE INTO muted (query) VALUES (?)"
            if muted
            else "DELETE FROM muted WHERE query = ?"
        )
        self._database.do(lambda connection: connection.execute(statement, (storable(query),)))


def _known_by(connection: Connection, key: str | None, source: str | None) -> None:
    """Note what a page was opened or fetched by, which is no more on the list of those to fetch."""
    connection.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (source, key))
    connection.execute("DELETE FROM queued WHERE address = ?", (source,))
