"""The library: which pages were opened, what they held then, and what of them was read.

It is one database. The pages can be had again by opening them, all but those from pipes and
vanished addresses.
"""

from __future__ import annotations

import json
import logging
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.model import Page
from tui.model.codec import page_from_json, to_json
from tui.reading.visits import Visits
from tui.store.database import Database, LibraryError, storable

__all__ = ["Library", "LibraryEntry", "LibraryError", "ReadingPlace"]

_log = logging.getLogger(__name__)

MAX_SNAPSHOT = 64 * 1024 * 1024
"""Snapshots that unpack to more bytes than this are taken as damaged."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A page that was opened.

    Attributes:
        key: `Page.key` of the page.
        source: What it was opened by the last time.
        title: Its title then, or None.
        opened: When it was opened the last time, in UTC.
        count: How many times it was opened.
    """

    key: str
    source: str
    title: str | None
    opened: datetime
    count: int


@dataclass(frozen=True, slots=True)
class ReadingPlace:
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


class Library:
    """The pages that were opened. Every call opens the database anew, so any thread may call."""

    def __init__(self, path: Path) -> None:
        """A library in a database file, which need not exist yet."""
        self._database = Database(path)

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._database.path

    @property
    def notice(self) -> str | None:
        """What happened to a damaged database, as a sentence for the user, or None."""
        return self._database.notice

    def opened(self, page_key: str, source: str, title: str | None, at: datetime) -> None:
        """Note that a page was opened.

        Raises:
            LibraryError: The database could not be written.
        """
        values = page_key, source, title, at.astimezone(UTC).isoformat()
        self._database.do(
            lambda connection: connection.execute(
                "INSERT INTO opened (key, source, title, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET source = excluded.source, "
                "title = excluded.title, at = excluded.at, count = count + 1",
                tuple(map(storable, values)),
            )
        )

    def recent(self, limit: int = 100) -> list[LibraryEntry]:
        """The pages opened last, the newest first.

        Raises:
            LibraryError: The database could not be read.
        """
        rows: list[tuple[str, str, str | None, str, int]] = self._database.do(
            lambda connection: connection.execute(
                "SELECT key, source, title, at, count FROM opened ORDER BY at DESC LIMIT ?",
                (limit,),
            ).fetchall()
        )
        return [
            LibraryEntry(key, source, title, datetime.fromisoformat(at), count)
            for key, source, title, at, count in rows
        ]

    def keep(self, page: Page) -> None:
        """Keep a page as it is now, in the place of what was kept of it before.

        Raises:
            LibraryError: The database could not be written.
        """
        packed = zlib.compress(json.dumps(to_json(page)).encode("ascii"))
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO snapshot (key, page) VALUES (?, ?)",
                (storable(page.key), packed),
            )
        )

    def page(self, key: str) -> Page | None:
        """The page that was kept under this key; None where there is none or it is damaged.

        Raises:
            LibraryError: The database could not be read.
        """
        row: tuple[bytes] | None = self._database.do(
            lambda connection: connection.execute(
                "SELECT page FROM snapshot WHERE key = ?", (storable(key),)
            ).fetchone()
        )
        if row is None:
            return None
        try:
            unpacker = zlib.decompressobj()
            return page_from_json(json.loads(unpacker.decompress(row[0], MAX_SNAPSHOT)))
        except (ValueError, RecursionError, zlib.error):
            _log.warning("the snapshot of %r is damaged", key, exc_info=True)
            return None

    def keep_place(self, key: str, place: ReadingPlace) -> None:
        """Keep where a reader left the page with this key.

        Raises:
            LibraryError: The database could not be written.
        """
        packed = json.dumps([sorted(place.folded), place.comment, place.block, place.at])
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO place (key, place) VALUES (?, ?)", (storable(key), packed)
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
        folded, comment, block, at = json.loads(row[0])
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
            unpacker = zlib.decompressobj()
            last, *keys = json.loads(unpacker.decompress(row[0], MAX_SNAPSHOT))
            old, fresh, read = (frozenset(map(str, each)) for each in keys)
            return Visits(datetime.fromisoformat(last), old, fresh, read)
        except (TypeError, ValueError, RecursionError, zlib.error):
            _log.warning("what was read of %r is damaged", key, exc_info=True)
            return None

    def keep_visits(self, key: str, visits: Visits) -> None:
        """Keep what was read of the page with this key.

        Raises:
            LibraryError: The database could not be written.
        """
        keys = map(sorted, (visits.old, visits.fresh, visits.read))
        packed = zlib.compress(
            json.dumps([visits.last.astimezone(UTC).isoformat(), *keys]).encode("ascii"), 1
        )
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO visits (key, visits) VALUES (?, ?)", (storable(key), packed)
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
