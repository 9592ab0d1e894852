"""The library: which pages were opened, and the pages themselves as they were then.

One SQLite database (https://www.sqlite.org) with write-ahead logging, so that several copies of the
program can use it at once. What it holds can be had again by opening the pages, all but those from
pipes and vanished addresses; a database that is damaged is therefore set aside, not deleted.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from tui.errors import RejoinderError
from tui.model import Page
from tui.model.codec import page_from_json, to_json

_log = logging.getLogger(__name__)

MAX_SNAPSHOT = 64 * 1024 * 1024
"""Snapshots that unpack to more bytes than this are taken as damaged."""

_WAIT = 5.0  # seconds that a write waits for another program's
_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS opened (
    key TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    title TEXT,
    at TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS opened_at ON opened (at);
CREATE TABLE IF NOT EXISTS snapshot (key TEXT PRIMARY KEY, page BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS place (key TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT;
"""

T = TypeVar("T")


class LibraryError(RejoinderError):
    """The library could not be read or written."""


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
        self.path = path
        self.notice: str | None = None
        """What happened to a damaged database, as a sentence for the user, or None."""

    def opened(self, page_key: str, source: str, title: str | None, at: datetime) -> None:
        """Note that a page was opened.

        Raises:
            LibraryError: The database could not be written.
        """
        values = page_key, source, title, at.astimezone(UTC).isoformat()
        self._do(
            lambda connection: connection.execute(
                "INSERT INTO opened (key, source, title, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET source = excluded.source, "
                "title = excluded.title, at = excluded.at, count = count + 1",
                tuple(map(_storable, values)),
            )
        )

    def recent(self, limit: int = 100) -> list[LibraryEntry]:
        """The pages opened last, the newest first.

        Raises:
            LibraryError: The database could not be read.
        """
        rows: list[tuple[str, str, str | None, str, int]] = self._do(
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
        self._do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO snapshot (key, page) VALUES (?, ?)",
                (_storable(page.key), packed),
            )
        )

    def page(self, key: str) -> Page | None:
        """The page that was kept under this key; None where there is none or it is damaged.

        Raises:
            LibraryError: The database could not be read.
        """
        row: tuple[bytes] | None = self._do(
            lambda connection: connection.execute(
                "SELECT page FROM snapshot WHERE key = ?", (_storable(key),)
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
        self._do(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO place (key, place) VALUES (?, ?)", (_storable(key), packed)
            )
        )

    def place(self, key: str) -> ReadingPlace | None:
        """Where a reader left the page with this key; None where that is not known.

        Raises:
            LibraryError: The database could not be read.
        """
        row: tuple[str] | None = self._do(
            lambda connection: connection.execute(
                "SELECT place FROM place WHERE key = ?", (_storable(key),)
            ).fetchone()
        )
        if row is None:
            return None
        folded, comment, block, at = json.loads(row[0])
        return ReadingPlace(frozenset(folded), comment, block, at)

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the database; a damaged one is set aside first."""
        try:
            try:
                with self._connection() as connection:
                    return work(connection)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                _log.warning("the library is damaged", exc_info=True)
                self._set_aside()
                with self._connection() as connection:
                    return work(connection)
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(f"The library {self.path} cannot be used: {error}.") from error

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction, closed at the end."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=_WAIT)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > _SCHEMA_VERSION:
                raise sqlite3.NotSupportedError("a newer version of the program wrote it")
            if version < _SCHEMA_VERSION:
                connection.executescript(_SCHEMA)
                connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
            with connection:
                yield connection
        finally:
            connection.close()

    def _set_aside(self) -> None:
        """Move the database away, with the files that SQLite keeps beside it."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        self.path.replace(aside)
        for suffix in ("-wal", "-shm"):
            beside = self.path.with_name(self.path.name + suffix)
            with contextlib.suppress(FileNotFoundError):
                beside.replace(aside.with_name(aside.name + suffix))
        self.notice = (
            f"The library was damaged and is empty now; the old one is kept as {aside}. "
            "Drafts are not touched by this."
        )


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, not its use."""
    code = getattr(error, "sqlite_errorcode", None)
    damaged = sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB
    return code is not None and code & 0xFF in damaged


def _storable(text: str | None) -> str | None:
    """A text as SQLite can store it, which knows no half of a surrogate pair."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
