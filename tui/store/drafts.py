"""The folder of drafts: `DATE-WORDS-ID.md` each, see `tui.store.draftfile` for what is inside.

    drafts/
        2026-03-01-wandelen-langs-de-dijk-k7m2x9qd.md
        versions/k7m2x9qd/20260301T093500.000000Z-earlier-91c2.md
        discarded/2026-02-11-...-9w3hd0aa.md

Nothing here deletes a draft or overwrites a file that it cannot read. A draft is known by the id in
its front matter, so that people may rename its file.
"""

from __future__ import annotations

import logging
import re
import secrets
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.errors import DraftError
from tui.store.atomic import explain, locked, move, write_atomic
from tui.store.draft import Delivery, Draft, DraftState, PageRef, ParentRef
from tui.store.draftfile import DraftFile, Extras, read, render, revision
from tui.store.folder import DraftFolder, DraftProblem
from tui.store.versions import Version, VersionKind, VersionStore

_log = logging.getLogger(__name__)

VERSION_EVERY = timedelta(minutes=3)
"""While somebody writes, a version is kept this often."""

SHORTENED_BY = 20
"""A text that loses at least this many characters, and a fifth of itself, is kept first."""

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # no letter that passes for a digit
_ID_LENGTH = 8
_SLUG_LENGTH = 40


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Session:
    """What a store remembers of a draft between two saves.

    Attributes:
        longest: The file with the longest body since a version was kept.
        longest_length: The characters of that body.
        kept: When a version was kept last, or when the draft was begun.
        revision: What the store itself wrote last.
    """

    longest: bytes
    longest_length: int
    kept: datetime
    revision: str = ""


class DraftStore:
    """All drafts of one folder.

    Several programs may use the folder at once. One object is for one thread at a time.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        """A store of a folder, which need not exist yet.

        Args:
            folder: Where the drafts are.
            clock: Gives the time, with a zone.
        """
        self.folder = folder
        self._clock = clock
        self._files = DraftFolder(folder)
        self._discarded = DraftFolder(folder / "discarded")
        self._versions = VersionStore(folder / "versions")
        self._sessions: dict[str, _Session] = {}

    def create(self, page: PageRef, parent: ParentRef | None, body: str = "") -> Draft:
        """Begin a draft; it is on disk when this returns.

        Raises:
            DraftError: It could not be written.
        """
        now = self._clock()
        draft_id = "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
        return self.save(Draft(draft_id, page, parent, body, DraftState.DRAFT, now, now))

    def save(self, draft: Draft) -> Draft:
        """Put a draft on disk, keeping an earlier version where that is due.

        Where the file says the same already, nothing is written. Where another program has changed
        it since this draft was read, what that program wrote is kept as a version first. How far
        the draft has come is `mark`'s to say: the file's own state stays, but that a text which
        changes is no longer ready, nor failed.

        Returns:
            The draft as it is on disk now; save that one next.

        Raises:
            DraftError: It could not be written; the file has its old content then.
        """
        try:
            with locked(self.folder):
                path = self._files.find(draft.id) or self.folder / _file_name(draft)
                return self._replace(path, draft)
        except OSError as error:
            raise DraftError(
                f"The draft could not be saved: {explain(error, self.folder)}."
            ) from error

    def mark(
        self,
        draft_id: str,
        state: DraftState,
        delivery: Delivery | None = None,
        *,
        before: Collection[DraftState] = tuple(DraftState),
    ) -> Draft:
        """Put on disk how far a draft has come, whatever its text is by now.

        Args:
            draft_id: The draft.
            state: Its new state.
            delivery: What became of the try to send it; None leaves what is told of the last one.
            before: The states that it may be in; of two programs that want to take the same step,
                one alone takes it.

        Raises:
            DraftError: There is no such draft, it is in none of these states, or it could not be
                written.
        """
        try:
            with locked(self.folder):
                found = self.get(draft_id)
                if found.state not in before:
                    raise DraftError(f"The draft {draft_id} is {found.state} by now.")
                path = self._files.find(draft_id)
                marked = replace(found, state=state, delivery=delivery or found.delivery)
                return found if path is None or marked == found else self._write(path, marked)
        except OSError as error:
            raise DraftError(
                f"The draft could not be marked as {state}: {explain(error, self.folder)}."
            ) from error

    def get(self, draft_id: str) -> Draft:
        """The draft with this id.

        Raises:
            DraftError: There is none that can be read.
        """
        path = self._files.find(draft_id)
        found = self._files.look(path) if path else None
        if not isinstance(found, DraftFile):
            raise DraftError(f"There is no draft {draft_id}.")
        return found.draft

    def all(self) -> list[Draft]:
        """All drafts that can be read, the last changed first.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        return _newest_first(self._files)

    def discarded(self) -> list[Draft]:
        """The drafts that were discarded, the last changed first.

        Raises:
            DraftError: Their folder is there but cannot be listed.
        """
        return _newest_first(self._discarded)

    def for_page(self, page_key: str) -> list[Draft]:
        """The drafts that belong to a page, the last changed first."""
        return [draft for draft in self.all() if draft.page.key == page_key]

    def problems(self) -> list[DraftProblem]:
        """The files among the drafts that cannot be read; they are left as they are."""
        return [found for _, found in self._files.scan() if isinstance(found, DraftProblem)]

    def versions(self, draft_id: str) -> list[Version]:
        """The earlier versions of a draft, newest first."""
        return self._versions.all(draft_id)

    def version_body(self, version: Version) -> str:
        """What an earlier version says; the whole file where it is no draft.

        Raises:
            DraftError: Its file cannot be read.
        """
        try:
            data = version.path.read_bytes()
        except OSError as error:
            raise DraftError(
                f"The version could not be read: {explain(error, version.path)}."
            ) from error
        found = _readable(data)
        return found.draft.body if found else data.decode("utf-8", "replace")

    def discard(self, draft_id: str) -> None:
        """Take a draft out of the list; `restore` undoes it.

        Raises:
            DraftError: There is no such draft, or it could not be moved.
        """
        self._move(draft_id, self._files, self._discarded)

    def restore(self, draft_id: str) -> Draft:
        """Take a discarded draft back.

        Raises:
            DraftError: No such draft was discarded, or it could not be moved.
        """
        self._move(draft_id, self._discarded, self._files)
        return self.get(draft_id)

    def _replace(self, path: Path, draft: Draft) -> Draft:
        """Write a draft in the place of its file, under the lock."""
        old = path.read_bytes() if path.exists() else None
        if old is not None:
            before = _readable(old)
            if before is not None:
                draft = _merged(draft, before.draft)
                if replace(before.draft, changed=draft.changed) == draft:
                    return before.draft
            self._keep_version(draft, old, before)
        return self._write(path, replace(draft, changed=self._clock()))

    def _write(self, path: Path, saved: Draft) -> Draft:
        """Write a file, with the fields of its old content that this program does not know."""
        found = self._files.look(path)
        data = render(saved, found.extras if isinstance(found, DraftFile) else Extras())
        write_atomic(path, data, self.folder / f".{saved.id}.tmp")
        self._files.written(saved.id, path)
        self._remember(saved, data)
        return replace(saved, revision=revision(data))

    def _keep_version(self, draft: Draft, old: bytes, before: DraftFile | None) -> None:
        """Keep what is about to be replaced, where that is due."""
        now = self._clock()
        session = self._sessions.get(draft.id)
        own = {draft.revision, session.revision if session else ""}
        if before is None or before.draft.revision not in own:
            # This one must succeed, since nobody else has what is about to be replaced.
            self._versions.keep(draft.id, old, VersionKind.FOREIGN, now)
            return
        if session is None:
            kept = self._versions.all(draft.id)
            last = kept[0].at if kept else before.draft.created
            session = _Session(old, len(before.draft.body), last)
            self._sessions[draft.id] = session
        lost = session.longest_length - len(draft.body)
        if lost >= SHORTENED_BY and lost * 5 >= session.longest_length:
            kind, data = VersionKind.SHORTENED, session.longest
        elif now - session.kept >= VERSION_EVERY and before.draft.body != draft.body:
            kind, data = VersionKind.EARLIER, old
        else:
            return
        session.longest_length, session.kept = 0, now
        try:
            self._versions.keep(draft.id, data, kind, now)
        except OSError:
            _log.warning("no version of draft %s was kept", draft.id, exc_info=True)

    def _remember(self, saved: Draft, data: bytes) -> None:
        session = self._sessions.setdefault(saved.id, _Session(data, 0, saved.created))
        session.revision = revision(data)
        if len(saved.body) >= session.longest_length:
            session.longest, session.longest_length = data, len(saved.body)

    def _move(self, draft_id: str, source: DraftFolder, target: DraftFolder) -> None:
        path = source.find(draft_id)
        if path is None:
            kind = "discarded draft" if source is self._discarded else "draft"
            raise DraftError(f"There is no {kind} {draft_id}.")
        try:
            with locked(self.folder):
                move(path, _free(target.path / path.name))
        except OSError as error:
            raise DraftError(
                f"The draft could not be moved to {target.path}: {explain(error, path)}."
            ) from error


def _merged(draft: Draft, on_disk: Draft) -> Draft:
    """A draft to save, as far on its way as its file says."""
    undone = draft.body != on_disk.body and on_disk.state in {DraftState.READY, DraftState.FAILED}
    state = DraftState.DRAFT if undone else on_disk.state
    return replace(draft, state=state, delivery=on_disk.delivery)


def _newest_first(folder: DraftFolder) -> list[Draft]:
    drafts = [found.draft for _, found in folder.scan() if isinstance(found, DraftFile)]
    return sorted(drafts, key=lambda draft: draft.changed, reverse=True)


def _readable(data: bytes) -> DraftFile | None:
    try:
        return read(data)
    except ValueError:
        return None


def _file_name(draft: Draft) -> str:
    """A name that tells people what the file is."""
    words = unicodedata.normalize("NFC", draft.page.title or "").casefold()
    slug = re.sub(r"[\W_]+", "-", words)[:_SLUG_LENGTH].strip("-") or "reply"
    return f"{draft.created:%Y-%m-%d}-{slug}-{draft.id}.md"


def _free(path: Path) -> Path:
    """The path itself, or one like it that nothing has yet."""
    while path.exists():
        path = path.with_name(f"{secrets.token_hex(2)}-{path.name}")
    return path
