"""Earlier versions of drafts: whole copies of their files, in a folder a draft."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tui.store.atomic import write_atomic

KEEP_ALL_FOR = timedelta(days=1)
"""Versions younger than this, counted from the newest, are all kept; of older ones, one an hour."""

_STAMP = "%Y%m%dT%H%M%S.%fZ"


class VersionKind(StrEnum):
    """Why a version was kept."""

    EARLIER = "earlier"  # some minutes had passed
    SHORTENED = "shortened"  # much of it was about to be deleted
    FOREIGN = "foreign"  # another program had changed the file


class Version(NamedTuple):
    """An earlier version of a draft.

    Attributes:
        at: When it was set aside, in UTC.
        kind: Why.
        path: Its file, in the format of drafts unless another program wrote it.
    """

    at: datetime
    kind: VersionKind
    path: Path


class VersionStore:
    """The versions of all drafts, under one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self, draft_id: str) -> list[Version]:
        """The versions of a draft, newest first."""
        found = [_version(path) for path in self._folder.joinpath(draft_id).glob("*.md")]
        return sorted(filter(None, found), key=lambda version: version.at, reverse=True)

    def keep(self, draft_id: str, data: bytes, kind: VersionKind, at: datetime) -> None:
        """Set a version aside, then thin those before it.

        Raises:
            OSError: It could not be written.
        """
        folder = self._folder / draft_id
        name = f"{at.strftime(_STAMP)}-{kind}-{secrets.token_hex(2)}.md"
        write_atomic(folder / name, data, folder / f".{name}.tmp")
        for version in _superfluous(self.all(draft_id)):
            version.path.unlink(missing_ok=True)


def _version(path: Path) -> Version | None:
    stamp, _, rest = path.stem.partition("-")
    try:
        at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        return Version(at, VersionKind(rest.partition("-")[0]), path)
    except ValueError:  # a file that somebody else put there
        return None


def _superfluous(newest_first: Iterable[Version]) -> list[Version]:
    """The versions that thinning drops; what another program wrote is never among them."""
    versions = [version for version in newest_first if version.kind is not VersionKind.FOREIGN]
    dropped: list[Version] = []
    hours: set[str] = set()
    for version in versions:
        if versions[0].at - version.at < KEEP_ALL_FOR:
            continue
        hour = version.at.strftime("%Y%m%d%H")
        if hour in hours:
            dropped.append(version)
        hours.add(hour)
    return dropped
