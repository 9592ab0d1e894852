"""What is kept of a draft before a save replaces it, where that is due."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from tui.store.draft import Draft
from tui.store.draftfile import DraftFile, readable
from tui.store.versions import Version, VersionKind, VersionStore

_log = logging.getLogger(__name__)

VERSION_EVERY = timedelta(minutes=3)
"""While somebody writes, a version is kept this often."""

SHORTENED_BY = 20
"""A text that loses at least this many characters, and a fifth of itself, is kept first."""


class _Session(Struct):
    """What is remembered of a draft between two saves.

    Attributes:
        longest: The file with the longest body since a version was kept.
        longest_body: That body.
        kept: When a version was kept last, or when the draft was begun.
        revision: The text that was written last here.
        last: Marks what was saved last by any program, as of then.
    """

    longest: bytes
    longest_body: str
    kept: datetime
    revision: str
    last: tuple[int, ...] | None = None


class History:
    """Keeps versions of the drafts of one store."""

    def __init__(self, versions: VersionStore, clock: Callable[[], datetime]) -> None:
        """A history over the versions.

        Args:
            versions: Where they are.
            clock: Gives the time, in UTC.
        """
        self._versions = versions
        self._clock = clock
        self._sessions: dict[str, _Session] = {}

    def all(self, draft_id: str, body: str | None) -> list[Version]:
        """The versions of a draft, newest first.

        Args:
            draft_id: The draft.
            body: What its file says, or None where it is gone or damaged; what was saved last is
                among the versions where it is something else.
        """
        versions = self._versions.all(draft_id)
        last = readable(self._versions.last(draft_id))
        if last is None or last.draft.body == body:
            return versions
        number = versions[0].number + 1 if versions else 1
        path = self._versions.last_path(draft_id)
        return [Version(last.draft.changed, VersionKind.SAVED, path, number), *versions]

    def cut_off(self, draft: Draft, path: Path) -> bool:
        """Whether a draft's file ends earlier than it was saved here last, and is else the same."""
        try:
            size = self._versions.last_path(draft.id).stat().st_size
            if size - path.stat().st_size < SHORTENED_BY:
                return False
        except OSError:
            return False
        last = readable(self._versions.last(draft.id))
        return (
            last is not None
            and len(last.draft.body) - len(draft.body) >= SHORTENED_BY
            and last.draft.body.startswith(draft.body)
        )

    def set_aside(self, draft_id: str, data: bytes, kind: VersionKind) -> Version:
        """Keep a version that nobody else has.

        Raises:
            OSError: It could not be written.
        """
        return self._versions.keep(draft_id, data, kind, self._clock())

    def replacing(self, before: DraftFile, old: bytes, body: str) -> None:
        """Keep what is about to be replaced, where that is due; a failure is told to the log.

        Args:
            before: What the file says.
            old: Its bytes.
            body: What it will say.
        """
        draft, now = before.draft, self._clock()
        session = self._sessions.get(draft.id)
        if session is not None and session.revision != draft.revision:
            session = None  # writing is taken up from what is on disk, whoever left it there
        if session is None or session.last != self._versions.last_mark(draft.id):
            # It may even be our own text, put back over what another program saved since.
            self.part_with_last(draft.id, draft.revision, body)
        if session is None:
            self._sessions[draft.id] = _Session(old, draft.body, now, draft.revision)
            if draft.body and draft.body != body:
                self._try_to_keep(draft.id, VersionKind.EARLIER, old)
        elif much_is_lost(session.longest_body, body):
            if not much_is_lost(draft.body, session.longest_body):
                self._try_to_keep(draft.id, VersionKind.SHORTENED, session.longest)
            else:
                self._try_to_keep(draft.id, VersionKind.SHORTENED, session.longest, old)
        elif abs(now - session.kept) >= VERSION_EVERY and draft.body != body:
            self._try_to_keep(draft.id, VersionKind.EARLIER, old)

    def saved(self, draft: Draft, data: bytes) -> None:
        """Note what is on disk now."""
        session = self._sessions.setdefault(
            draft.id, _Session(data, "", self._clock(), draft.revision)
        )
        session.revision = draft.revision
        if len(draft.body) >= len(session.longest_body):
            session.longest, session.longest_body = data, draft.body
        try:
            self._versions.keep_last(draft.id, data)
        except OSError:
            _log.warning("no second copy of draft %s was kept", draft.id, exc_info=True)
        session.last = self._versions.last_mark(draft.id)

    def part_with_last(self, draft_id: str, revision: str, body: str) -> None:
        """Make a version of what was saved last, where the file says something else by now.

        Args:
            draft_id: The draft.
            revision: The text that is in the file, which is kept otherwise.
            body: What the file will say; what was saved last may be a part of it.
        """
        last = readable(self._versions.last(draft_id))
        if last is None or last.draft.revision == revision or not _lost(last.draft.body, body):
            return
        try:
            self._versions.promote_last(draft_id, self._clock())
        except OSError:
            _log.warning("no version of draft %s was kept", draft_id, exc_info=True)

    def _try_to_keep(self, draft_id: str, kind: VersionKind, *files: bytes) -> None:
        """Keep files as versions, and begin anew to look for the longest text."""
        session = self._sessions[draft_id]
        session.longest_body, session.kept = "", self._clock()
        try:
            for data in files:
                self.set_aside(draft_id, data, kind)
        except OSError:
            _log.warning("no version of draft %s was kept", draft_id, exc_info=True)


def is_shortened(old: str, new: str) -> bool:
    """Whether a text is much shorter than the one before it."""
    lost = len(old) - len(new)
    return lost >= SHORTENED_BY and lost * 5 >= len(old)


def much_is_lost(old: str, new: str) -> bool:
    """Whether much of a text is not in its successor."""
    if len(old) < SHORTENED_BY:
        return False
    lost = _lost(old, new)
    return lost >= SHORTENED_BY and lost * 5 >= len(old)


def _lost(old: str, new: str) -> int:
    """How many characters of a text are not in its successor, as one change: all but two ends."""
    begin = _common(old, new)
    room = min(len(old), len(new)) - begin
    return len(old) - begin - _common(old[::-1][:room], new[::-1][:room])


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
