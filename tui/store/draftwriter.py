"""Putting drafts into their files, with what is due to be kept first. All of it under the lock."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import DraftError
from tui.store.atomic import ChangedError, read_if_there, write_atomic
from tui.store.draft import Draft, DraftState
from tui.store.draftfile import (
    DraftFile,
    Extras,
    NewerFormatError,
    read,
    readable,
    render,
    revision,
)
from tui.store.folder import DraftFolder
from tui.store.history import History
from tui.store.names import file_name
from tui.store.versions import Version, VersionKind

T = TypeVar("T")

_TRIES = 5
"""So often a file is read and replaced anew, where another program writes it in between."""


class Theirs(NamedTuple):
    """What another program had put in the place of a draft's text.

    Attributes:
        version: Where it is kept.
        body: Their text; the whole file where it is no draft.
        damaged: Whether it is no draft.
    """

    version: Version
    body: str
    damaged: bool


class Saved(Struct, frozen=True):
    """What became of a draft that was put on disk.

    Attributes:
        draft: The draft as it is on disk now.
        theirs: What another program had put in its place, or None where none had.
    """

    draft: Draft
    theirs: Theirs | None = None


class _Found(NamedTuple):
    """A draft's file: where it is or is to be, its bytes, and what they say."""

    path: Path
    data: bytes | None
    file: DraftFile | None


class DraftWriter:
    """Writes the files of one folder. Whoever calls it holds the folder's lock."""

    def __init__(
        self,
        files: DraftFolder,
        history: History,
        clock: Callable[[], datetime],
        rescued: Callable[[str], set[str]],
    ) -> None:
        """A writer.

        Args:
            files: The folder.
            history: Keeps versions.
            clock: Gives the time, in UTC.
            rescued: Tells the revisions of a draft that this program has rescued.
        """
        self._files = files
        self._history = history
        self._clock = clock
        self._rescued = rescued

    def put(self, draft: Draft) -> Saved:
        """Put the text of a draft in its file; the rest of the file stays as it is.

        Raises:
            DraftError: The file is not this program's to change.
            OSError: It could not be written; the file has its old content then.
        """
        return _again(lambda: self._put(draft))

    def replace(self, draft: Draft) -> Draft:
        """The same for a text that the user chose; what was there becomes a version at any rate.

        Raises:
            DraftError: The file is not this program's to change.
            OSError: It could not be written; the file has its old content then.
        """
        return _again(lambda: self._replace(draft))

    def change(self, draft_id: str, change: Callable[[Draft], Draft]) -> Draft:
        """Change what is said of a draft, and not its text.

        Raises:
            DraftError: There is no such draft, or `change` raised it.
            OSError: It could not be written; the file has its old content then.
        """
        return _again(lambda: self._change(draft_id, change))

    def _put(self, draft: Draft) -> Saved:
        path, data, before = self._find(draft)
        theirs: Theirs | None
        if data is None:
            self._history.part_with_last(draft.id, "", draft.body)
            return Saved(self._write(path, draft, data, None))
        if before is None:
            theirs = self._keep_theirs(draft, data)
            return Saved(self._write(path, draft, data, None), theirs)
        merged = _merged(draft, before.draft)
        if merged == before.draft:
            return Saved(before.draft)
        theirs = None
        if before.draft.revision in {draft.revision} | self._rescued(draft.id):
            self._history.replacing(before, data, draft.body)
        else:
            theirs = self._keep_theirs(draft, data)
        return Saved(self._write(path, merged, data, before), theirs)

    def _replace(self, draft: Draft) -> Draft:
        path, data, before = self._find(draft)
        if before is None:
            if data is not None:
                self._keep_theirs(draft, data)
            self._history.part_with_last(draft.id, "", draft.body)
            return self._write(path, draft, data, None)
        merged = _merged(draft, before.draft)
        if merged == before.draft:
            return before.draft
        self._history.set_aside(draft.id, data or b"", VersionKind.REPLACED)
        self._history.replacing(before, data or b"", draft.body)
        return self._write(path, merged, data, before)

    def _change(self, draft_id: str, change: Callable[[Draft], Draft]) -> Draft:
        path = self._files.find(draft_id)
        data = read_if_there(path) if path else None
        if path is None or data is None:
            raise DraftError(f"There is no draft {draft_id}.")
        try:
            before = read(data)
        except ValueError as error:
            raise ChangedError(errno.EBUSY, "another program is writing it") from error
        after = change(before.draft)
        if after == before.draft:
            return before.draft
        self._history.replacing(before, data, after.body)
        return self._write(path, after, data, before, at=before.draft.changed)

    def _find(self, draft: Draft) -> _Found:
        """The file of a draft, damaged or not, or where it is to be."""
        path = self._files.find(draft.id) or self._files.damaged(draft.id)
        path = path or self._files.path / file_name(draft)
        data = read_if_there(path)
        try:
            return _Found(path, data, None if data is None else read(data))
        except NewerFormatError as error:
            raise DraftError(f"A newer program wrote {path}.") from error
        except ValueError:
            return _Found(path, data, None)

    def _keep_theirs(self, draft: Draft, data: bytes) -> Theirs:
        """Keep what another program wrote: this must succeed, since nobody else has it."""
        found = readable(data)
        revision = found.draft.revision if found else ""
        self._history.part_with_last(draft.id, revision, draft.body)
        version = self._history.set_aside(draft.id, data, VersionKind.FOREIGN)
        body = found.draft.body if found else data.decode("utf-8", "replace")
        return Theirs(version, body, damaged=found is None)

    def _write(
        self,
        path: Path,
        draft: Draft,
        old: bytes | None,
        before: DraftFile | None,
        *,
        at: datetime | None = None,
    ) -> Draft:
        """Write a file, with the fields of its old content that this program does not know.

        Args:
            path: The file.
            draft: What it will hold.
            old: What it holds, or None where it is not there.
            before: The same as a draft, or None where it is none.
            at: When its text was changed; None for now.
        """
        saved = replace(draft, changed=at or self._clock(), revision=revision(draft))
        data = render(saved, before.extras if before else Extras())
        temporary = self._files.path / f".{saved.id}.tmp"
        write_atomic(path, data, temporary, still=lambda: read_if_there(path) == old)
        self._files.written(saved.id, path)
        self._history.saved(saved, data)
        return saved


def _merged(draft: Draft, on_disk: Draft) -> Draft:
    """The text of a draft, with all else as its file says."""
    merged = replace(on_disk, body=draft.body, markup=draft.markup)
    if merged == on_disk or on_disk.state not in {DraftState.READY, DraftState.FAILED}:
        return merged
    return replace(merged, state=DraftState.DRAFT)


def _again(work: Callable[[], T]) -> T:
    """Do something until no other program writes the file in between; the last try counts."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except ChangedError:
            continue
    return work()
