"""The program's database: one SQLite file (https://www.sqlite.org) with write-ahead logging.

Several copies of the program can use it at once. A database that is damaged is set aside, not
deleted.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from tui.errors import RejoinderError

_log = logging.getLogger(__name__)

_WAIT = 5.0  # seconds that a write waits for another program's
_TABLES = (
    """CREATE TABLE IF NOT EXISTS opened (
    key TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    title TEXT,
    at TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1
) STRICT""",
    "CREATE INDEX IF NOT EXISTS opened_at ON opened (at)",
    "CREATE TABLE IF NOT EXISTS snapshot (key TEXT PRIMARY KEY, page BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS place (key TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS visits (key TEXT PRIMARY KEY, visits BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS muted (query TEXT PRIMARY KEY) STRICT",
)
_COPIES = (
    # Snapshots know when they were taken; until now that was when a page was opened last.
    "ALTER TABLE snapshot ADD COLUMN at TEXT",
    "ALTER TABLE snapshot ADD COLUMN new INTEGER NOT NULL DEFAULT 0",
    "UPDATE snapshot SET at = (SELECT at FROM opened WHERE opened.key = snapshot.key)",
    "CREATE TABLE address (address TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT",
    "INSERT OR IGNORE INTO address SELECT source, key FROM opened ORDER BY at DESC",
    "CREATE INDEX address_key ON address (key)",
    "CREATE TABLE queued (address TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
)
_STEPS = {2: _TABLES, 3: _COPIES}
"""What brings a database from any version before to each one; each step keeps what is there."""

_SCHEMA_VERSION = max(_STEPS)

T = TypeVar("T")


class LibraryError(RejoinderError):
    """The library could not be read or written."""


class Database:
    """A database file. Every call opens it anew, so any thread may call."""

    def __init__(self, path: Path) -> None:
        """A database in a file, which need not exist yet."""
        self.path = path
        self._one_at_a_time = Lock()  # no thread may have it open while another sets it aside
        self.notice: str | None = None
        """What happened to a damaged database, as a sentence for the user, or None."""

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the database; a damaged one is set aside first.

        Raises:
            LibraryError: The database could not be used.
        """
        try:
            with self._one_at_a_time:
                return self._done_despite_damage(work)
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(f"The library {self.path} cannot be used: {error}.") from error

    def _done_despite_damage(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return self._done(work)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            _log.warning("the library is damaged", exc_info=True)
        self._set_aside()
        return self._done(work)

    def _done(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._connection() as connection:
            return work(connection)

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction, closed at the end."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=_WAIT)
        try:
            _log_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            if _version(connection) < _SCHEMA_VERSION:
                _bring_up(connection)
            if _version(connection) > _SCHEMA_VERSION:
                raise sqlite3.NotSupportedError("a newer version of the program wrote it")
            with connection:
                yield connection
        finally:
            connection.close()

    def _set_aside(self) -> None:
        """Move the database away, with the files that SQLite keeps beside it."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        # The database itself goes last: once it is gone, others make a new one with such files.
        for suffix in ("-wal", "-shm", ""):
            beside = self.path.with_name(self.path.name + suffix)
            with contextlib.suppress(FileNotFoundError):
                beside.replace(aside.with_name(aside.name + suffix))
        self.notice = (
            f"The library was damaged and is empty now; the old one is kept as {aside}. "
            "Drafts are not touched by this."
        )


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Have changes written to a log first, so that nobody who reads waits for one who writes.

    SQLite refuses at once where another connection is there, which then has it so or soon will.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _version(connection: sqlite3.Connection) -> int:
    """The version of a database's tables; 0 where there are none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _bring_up(connection: sqlite3.Connection) -> None:
    """Give a database the tables of today, all or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        before = _version(connection)  # another program may have done it since it was looked at
        for version, statements in _STEPS.items():
            if version > before:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, not its use."""
    code = getattr(error, "sqlite_errorcode", None)
    damaged = sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB
    return code is not None and code & 0xFF in damaged


def storable(text: str | None) -> str | None:
    """A text as SQLite can store it, which knows no half of a surrogate pair."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
