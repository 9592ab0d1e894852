"""Earlier versions of drafts: whole copies of their files, in a folder a draft.

    versions/k7m2x9qd/
        0001-20260301T093500.000000Z-earlier-91c2.md
        0002-20260301T101210.500000Z-foreign-07aa.md
        last.md

Versions are numbered, since clocks are set back and forth. `last.md` is what this program saved
last; while the draft's own file says the same, it is no version of its own.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tui.errors import DraftError
from tui.parse.patterns import regex
from tui.store.atomic import explain, read_if_there, write_atomic
from tui.store.draftfile import readable

KEEP_ALL_FOR = timedelta(days=1)
"""Earlier versions younger than this, counted from the newest, are all kept."""

KEEP_LAST = 20
"""So many of them are kept whatever the clock says; of the others, one an hour."""

_LAST = "last.md"
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_NAME = regex(r"(?:([0-9]{4,9})-)?([0-9]{8}T[0-9]{6}\.[0-9]{6}Z)-([a-z]+)-[0-9a-f]+", re.ASCII)


class VersionKind(StrEnum):
    """Why a version was kept."""

    EARLIER = "earlier"  # some minutes had passed, or writing was taken up again
    SHORTENED = "shortened"  # much of it was about to be deleted
    FOREIGN = "foreign"  # another program had changed the file
    REPLACED = "replaced"  # the user chose another text, or another program put one in its place
    RESCUED = "rescued"  # it was in the second place while the file went on
    SAVED = "saved"  # as this program saved it last, where the file says something else by now


class Version(Struct, frozen=True):
    """An earlier version of a draft.

    Attributes:
        at: When it was set aside, in UTC.
        kind: Why.
        path: Its file, in the format of drafts unless another program wrote it.
        number: Its place among the versions of the draft; the newest has the highest.
    """

    at: datetime
    kind: VersionKind
    path: Path
    number: int = 0


class VersionStore:
    """The versions of all drafts, under one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self, draft_id: str) -> list[Version]:
        """The versions of a draft, newest first, without what was saved last."""
        found = filter(None, map(_version, self._folder.joinpath(draft_id).glob("*.md")))
        return sorted(found, key=lambda version: (version.number, version.at), reverse=True)

    def keep(self, draft_id: str, data: bytes, kind: VersionKind, at: datetime) -> Version:
        """Set a version aside, then thin those before it.

        Where the newest version says the same already, that one stands.

        Raises:
            OSError: It could not be written.
        """
        versions = self.all(draft_id)
        if versions and _same_text(read_if_there(versions[0].path), data):
            return versions[0]
        version = self._next(draft_id, versions, kind, at)
        write_atomic(version.path, data, version.path.with_name(f".{version.path.name}.tmp"))
        for old in _superfluous([version, *versions]):
            old.path.unlink(missing_ok=True)
        return version

    def _next(
        self, draft_id: str, versions: Sequence[Version], kind: VersionKind, at: datetime
    ) -> Version:
        number = versions[0].number + 1 if versions else 1
        name = f"{number:04d}-{at.strftime(_STAMP)}-{kind}-{os.urandom(2).hex()}.md"
        return Version(at, kind, self._folder / draft_id / name, number)

    # What was saved last

    def last(self, draft_id: str) -> bytes | None:
        """What this program saved last of a draft, or None where that is not known."""
        with contextlib.suppress(OSError):
            return read_if_there(self._folder / draft_id / _LAST)
        return None

    def last_path(self, draft_id: str) -> Path:
        """Where that is."""
        return self._folder / draft_id / _LAST

    def last_mark(self, draft_id: str) -> tuple[int, ...] | None:
        """What tells, without its being read, whether that was written again; None without it."""
        try:
            found = self.last_path(draft_id).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def keep_last(self, draft_id: str, data: bytes) -> None:
        """Note what is saved now; nothing waits for the disk, since the draft's file is there.

        Raises:
            OSError: It could not be written.
        """
        path = self._folder / draft_id / _LAST
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{_LAST}.tmp")
        temporary.write_bytes(data)
        temporary.replace(path)

    def promote_last(self, draft_id: str, at: datetime) -> None:
        """Make a version of what was saved last, since the draft goes on from another text.

        Raises:
            OSError: It is where it was.
        """
        versions = self.all(draft_id)
        version = self._next(draft_id, versions, VersionKind.REPLACED, at)
        self.last_path(draft_id).rename(version.path)


def version_data(version: Version) -> bytes:
    """The file of a version.

    Raises:
        DraftError: It cannot be read.
    """
    try:
        return version.path.read_bytes()
    except OSError as error:
        raise DraftError(
            f"The version could not be read: {explain(error, version.path)}."
        ) from error


def _same_text(one: bytes | None, other: bytes) -> bool:
    if one == other:
        return True
    first, second = readable(one), readable(other)
    return first is not None and second is not None and first.draft.body == second.draft.body


def _version(path: Path) -> Version | None:
    name = _NAME.fullmatch(path.stem)
    if name is None:  # what was saved last, or a file that somebody else put there
        return None
    number, stamp, kind = name.groups()
    try:
        at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        return Version(at, VersionKind(kind), path, int(number or 0))
    except ValueError:
        return None


def _superfluous(newest_first: Sequence[Version]) -> list[Version]:
    """The versions that thinning drops: none but those that were kept for the time's sake."""
    earlier = [version for version in newest_first if version.kind is VersionKind.EARLIER]
    dropped: list[Version] = []
    hours = {_hour(version) for version in earlier[:KEEP_LAST]}
    for version in earlier[KEEP_LAST:]:
        if abs(newest_first[0].at - version.at) < KEEP_ALL_FOR:
            continue
        if _hour(version) in hours:
            dropped.append(version)
        hours.add(_hour(version))
    return dropped


def _hour(version: Version) -> str:
    return version.at.strftime("%Y%m%d%H")
