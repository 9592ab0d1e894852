"""Connections to the program's database, whose tables they bring up to those of today."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

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

ERRORS = sqlite3.Error, OSError
"""What can be raised where a database is used."""

T = TypeVar("T")


def done(path: Path, work: Callable[[Connection], T]) -> T:
    """What some work gives that is done with a database, all of it or nothing.

    Raises:
        sqlite3.Error: The database could not be used.
        OSError: Its folder cannot be made.
    """
    with _connection(path) as connection:
        return work(connection)


def is_damage(error: Exception) -> bool:
    """Whether the file itself is at fault, not its use."""
    code = getattr(error, "sqlite_errorcode", None)
    damaged = sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB
    return code is not None and code & 0xFF in damaged


@contextlib.contextmanager
def _connection(path: Path) -> Iterator[Connection]:
    """A connection inside a transaction, closed at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_WAIT)
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


def _log_ahead(connection: Connection) -> None:
    """Have changes written to a log first, so that nobody who reads waits for one who writes.

    SQLite refuses at once where another connection is there, which then has it so or soon will.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _version(connection: Connection) -> int:
    """The version of a database's tables; 0 where there are none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _bring_up(connection: Connection) -> None:
    """Give a database the tables of today, all or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        before = _version(connection)  # another program may have done it since it was looked at
        for version, statements in _STEPS.items():
            if version > before:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
