"""The program's database: one SQLite file (https://www.sqlite.org) with write-ahead logging.

Several copies of the program can use it at once. A database that is damaged is set aside, not
deleted. SQLite is loaded when it is first used (`tui.store.connecting`).
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from tui.errors import RejoinderError

if TYPE_CHECKING:
    from sqlite3 import Connection

_log = logging.getLogger(__name__)

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

    def do(self, work: Callable[[Connection], T]) -> T:
        """Do something with the database; a damaged one is set aside first.

        Raises:
            LibraryError: The database could not be used.
        """
        from tui.store import connecting  # noqa: PLC0415 -- loads SQLite, which no start waits for

        try:
            with self._one_at_a_time:
                try:
                    return connecting.done(self.path, work)
                except connecting.ERRORS as error:
                    if not connecting.is_damage(error):
                        raise
                    _log.warning("the library is damaged", exc_info=True)
                self._set_aside()
                return connecting.done(self.path, work)
        except connecting.ERRORS as error:
            raise LibraryError(f"The library {self.path} cannot be used: {error}.") from error

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


def storable(text: str | None) -> str | None:
    """A text as SQLite can store it, which knows no half of a surrogate pair."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
