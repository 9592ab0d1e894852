"""Copies of pages, to read them where there is no network, and the list of those to fetch."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Page
from tui.model.codec import page_from_json, to_json
from tui.parse.patterns import regex
from tui.reading.ages import ago
from tui.store.database import Database, storable
from tui.store.packing import BAD, packed, unpacked

if TYPE_CHECKING:  # loaded when the database is first used
    from sqlite3 import Connection

_log = logging.getLogger(__name__)

_ADDRESS = regex(r"(?P<scheme>https?)://(?P<rest>[^#]*?)(?P<slash>/?)")


class Copy(Struct, frozen=True):
    """A page as it was kept.

    Attributes:
        page: The page.
        at: When it was read, in UTC, or None where that is not known.
    """

    page: Page
    at: datetime | None

    def noted(self, now: datetime, why: str = "") -> Page:
        """The page with a note that says how old it is.

        Args:
            now: The moment.
            why: A sentence that says why it is shown, perhaps empty.
        """
        when = "when the page was last opened"
        if self.at is not None:
            age = ago((now - self.at).total_seconds()) or "just now"
            when = f"on {self.at.astimezone():%Y-%m-%d %H:%M}, {age}"
        note = f"This is the copy kept {when}. {why}".rstrip()
        return replace(self.page, notes=(note, *self.page.notes))


class Copies:
    """What is kept of pages. Every call opens the database anew, so any thread may call."""

    def __init__(self, path: Path) -> None:
        """Copies in a database file, which need not exist yet."""
        self._database = Database(path)

    @property
    def path(self) -> Path:
        """Where they are kept."""
        return self._database.path

    @property
    def notice(self) -> str | None:
        """What happened to a damaged database, as a sentence for the user, or None."""
        return self._database.notice

    def keep(self, page: Page, at: datetime | None = None, *, new: int = 0) -> None:
        """Keep a page as it is now, in the place of what was kept of it before.

        Args:
            page: The page.
            at: When it was read; now, unless given.
            new: How many of its comments nobody has had before their eyes.

        Raises:
            LibraryError: The database could not be written.
        """
        data = packed(to_json(page))
        when = (at or datetime.now(UTC)).astimezone(UTC).isoformat()
        key = storable(page.key)

        def write(connection: Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO snapshot (key, page, at, new) VALUES (?, ?, ?, ?)",
                (key, data, when, new),
            )
            if page.url:
                address = storable(page.url.partition("#")[0])
                connection.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (address, key))

        self._database.do(write)

    def copy(self, name: str) -> Copy | None:
        """What was kept of a page; None where nothing was, or it is damaged.

        Args:
            name: The page's key, or an address that it was fetched by; whether this begins with
                http or https, and ends in a slash, makes no difference.

        Raises:
            LibraryError: The database could not be read.
        """
        (keys,) = self.keys_of([name])
        return next((copy for key in keys if (copy := self._unpacked(key))), None)

    def page(self, key: str) -> Page | None:
        """The page that was kept under this key; None where there is none or it is damaged.

        Raises:
            LibraryError: The database could not be read.
        """
        copy = self._unpacked(key)
        return None if copy is None else copy.page

    def keys_of(self, names: Sequence[str]) -> list[list[str]]:
        """The keys that pages of these addresses or keys may have, the likeliest first.

        Raises:
            LibraryError: The database could not be read.
        """

        def find(connection: Connection) -> list[list[str]]:
            query = "SELECT key FROM address WHERE address = ?"
            return [
                [
                    key
                    for each in _spellings(name)
                    for (key,) in [*connection.execute(query, (storable(each),)), (each,)]
                ]
                for name in names
            ]

        return self._database.do(find)

    def _unpacked(self, key: str) -> Copy | None:
        row: tuple[bytes, str | None] | None = self._database.do(
            lambda connection: connection.execute(
                "SELECT page, at FROM snapshot WHERE key = ?", (storable(key),)
            ).fetchone()
        )
        if row is None:
            return None
        data, at = row
        try:
            page = page_from_json(unpacked(data))
            return Copy(page, datetime.fromisoformat(at) if at else None)
        except BAD:
            _log.warning("the snapshot of %r is damaged", key, exc_info=True)
            return None

    # Pages to fetch at the next sync

    def queue(self, address: str, at: datetime) -> None:
        """Put an address on the list of those to fetch.

        Raises:
            LibraryError: The database could not be written.
        """
        values = storable(address), at.astimezone(UTC).isoformat()
        self._database.do(
            lambda connection: connection.execute(
                "INSERT OR IGNORE INTO queued VALUES (?, ?)", values
            )
        )

    def queued(self) -> list[str]:
        """The addresses on the list of those to fetch, the first first.

        Raises:
            LibraryError: The database could not be read.
        """
        rows: list[tuple[str]] = self._database.do(
            lambda connection: connection.execute(
                "SELECT address FROM queued ORDER BY at, address"
            ).fetchall()
        )
        return [address for (address,) in rows]

    def unqueue(self, address: str) -> None:
        """Take an address off the list.

        Raises:
            LibraryError: The database could not be written.
        """
        self._database.do(
            lambda connection: connection.execute(
                "DELETE FROM queued WHERE address = ?", (storable(address),)
            )
        )


def _spellings(address: str) -> list[str]:
    """An address, and the other ways in which people write the same."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return [address]
    other = "http" if match["scheme"] == "https" else "https"
    return [
        f"{scheme}://{match['rest']}{slash}"
        for scheme in (match["scheme"], other)
        for slash in (match["slash"], "" if match["slash"] else "/")
    ]
