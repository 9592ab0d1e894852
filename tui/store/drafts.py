"""The folder of drafts: `DATE-WORDS-ID.md` each, see `tui.store.draftfile` for what is inside.

    drafts/
        2026-03-01-wandelen-langs-de-dijk-k7m2x9qd.md
        versions/k7m2x9qd/0001-20260301T093500.000000Z-earlier-91c2.md
        discarded/2026-02-11-...-9w3hd0aa.md

Nothing here deletes a draft or overwrites a file that it cannot read without keeping it. A draft is
known by the id in its front matter, so that people may rename its file.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from msgspec.structs import replace

from tui.errors import DraftError
from tui.reading.naming import PageNames, kept_names
from tui.store.atomic import explain, locked, move
from tui.store.damage import damage
from tui.store.doubles import separate
from tui.store.draft import Delivery, Draft, DraftState, PageRef, ParentRef
from tui.store.draftfile import DraftFile, Extras, readable, render
from tui.store.draftwriter import DraftWriter, Saved
from tui.store.folder import DraftFolder, DraftProblem, Files
from tui.store.history import History, much_is_lost
from tui.store.names import free_path, new_id
from tui.store.places import Places
from tui.store.rescue import Rescue
from tui.store.versions import Version, VersionKind, VersionStore, version_data

_log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


class DraftStore:
    """All drafts of one folder.

    Several programs may use the folder at once. One object is for one thread at a time.
    """

    def __init__(
        self, folder: Path, clock: Callable[[], datetime] = _now, rescue: Rescue | None = None
    ) -> None:
        """A store of a folder, which need not exist yet.

        Args:
            folder: Where the drafts are.
            clock: Gives the time; without a zone, it counts as UTC.
            rescue: Where a draft goes that the folder does not take, or None for nowhere.
        """
        self.folder = folder
        self.rescue = rescue or Rescue()
        self._clock = clock
        self._files = DraftFolder(folder)
        self._discarded = DraftFolder(folder / "discarded")
        self._history = History(VersionStore(folder / "versions"), self._now)
        self._writer = DraftWriter(self._files, self._history, self._now, self.rescue.revisions)

    @classmethod
    def at(cls, places: Places) -> Self:
        """The user's own drafts."""
        return cls(places.drafts, rescue=Rescue.beside(places.rescued, places.drafts))

    def new(self, page: PageRef, parent: ParentRef | None, body: str = "") -> Draft:
        """A draft that is not on disk yet; `save` puts it there."""
        now = self._now()
        return Draft(new_id(), page, parent, body, DraftState.DRAFT, now, now)

    def create(self, page: PageRef, parent: ParentRef | None, body: str = "") -> Draft:
        """Begin a draft; it is on disk when this returns.

        Raises:
            DraftError: It could not be written.
        """
        return self.save(self.new(page, parent, body))

    def save(self, draft: Draft) -> Draft:
        """As `put`, for whoever asks nobody about a text of another program."""
        return self.put(draft).draft

    def put(self, draft: Draft, *, is_rescued: bool = False) -> Saved:
        """Put the text of a draft on disk, keeping an earlier version where that is due.

        Where the file says the same already, nothing is written. Where another program has changed
        its text since this draft was read, what that program wrote is kept as a version first. What
        is not the text is the file's own: its state is `mark`'s to change, but that a text which
        changes is no longer ready, nor failed; its tags and what it answers are `amend`'s.

        Args:
            draft: The draft as it was read or saved last, with what was typed since.
            is_rescued: Whether the text is in the second place already.

        Returns:
            The draft as it is on disk now; save that one next.

        Raises:
            DraftError: It could not be written. The file has its old content then, and the text is
                in the second place, as the sentence says.
        """
        try:
            with locked(self.folder):
                saved = self._writer.put(draft)
        except (OSError, DraftError) as error:
            reason = explain(error, self.folder) if isinstance(error, OSError) else _half(error)
            second = "" if is_rescued else f" {self._rescued(draft)}"
            raise DraftError(f"The draft could not be saved: {reason}.{second}") from error
        self._part_with_rescued(saved.draft)
        return saved

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

        def marked(found: Draft) -> Draft:
            if found.state not in before:
                raise DraftError(f"The draft {draft_id} is {found.state} by now.")
            return replace(found, state=state, delivery=delivery or found.delivery)

        return self._change(draft_id, marked, f"marked as {state}")

    def amend(
        self,
        draft_id: str,
        *,
        tags: Iterable[str] | None = None,
        page: PageRef | None = None,
        parent: ParentRef | None = None,
    ) -> Draft:
        """Put on disk what is said of a draft, whatever its text is by now; None leaves it.

        Raises:
            DraftError: There is no such draft, or it could not be written.
        """
        return self._change(
            draft_id,
            lambda found: replace(
                found,
                tags=found.tags if tags is None else tuple(tags),
                page=page or found.page,
                parent=parent or found.parent,
            ),
            "changed",
        )

    def get(self, draft_id: str) -> Draft:
        """The draft with this id.

        Raises:
            DraftError: There is none that can be read.
        """
        found = self.glance(draft_id)
        if found is None:
            raise DraftError(f"There is no draft {draft_id}.")
        if isinstance(found, DraftProblem):
            raise DraftError(found.sentence)
        return found

    def glance(self, draft_id: str) -> Draft | DraftProblem | None:
        """What is on disk of a draft, or None for nothing; cheap where nothing has changed.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        path = self._files.find(draft_id) or self._files.damaged(draft_id)
        found = self._files.look(path) if path else None
        return found.draft if isinstance(found, DraftFile) else found

    def all(self) -> list[Draft]:
        """All drafts that can be read, the last changed first.

        Copies that a sync or git has made of one become drafts of their own.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        return self._newest_first(self._files)

    def discarded(self) -> list[Draft]:
        """The drafts that were discarded, the last changed first.

        Raises:
            DraftError: Their folder is there but cannot be listed.
        """
        return self._newest_first(self._discarded)

    def is_discarded(self, draft_id: str) -> bool:
        """Whether a draft is among those that were discarded.

        Raises:
            DraftError: Their folder is there but cannot be listed.
        """
        return self._discarded.find(draft_id) is not None

    def for_page(self, names: PageNames) -> list[Draft]:
        """The drafts that belong to a page by any of its names, the last changed first.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        drafts = self.all()
        return [each for each in drafts if names & kept_names(each.page.key, each.page.source)]

    def problems(self) -> list[DraftProblem]:
        """The files among the drafts that are damaged or cut off; they are left as they are."""
        files, copies = self._separated(self._files)
        return list(damage(files, copies, self._history))

    def versions(self, draft_id: str) -> list[Version]:
        """The earlier versions of a draft, newest first.

        What this program saved last is among them where the draft's file says something else.
        """
        found = self.glance(draft_id)
        return self._history.all(draft_id, found.body if isinstance(found, Draft) else None)

    def version_body(self, version: Version) -> str:
        """What an earlier version says; the whole file where it is no draft.

        Raises:
            DraftError: Its file cannot be read.
        """
        data = version_data(version)
        found = readable(data)
        return found.draft.body if found else data.decode("utf-8", "replace")

    def restore_version(self, draft_id: str, version: Version) -> Draft:
        """Put the text of an earlier version in the place of the present one, which is kept.

        Raises:
            DraftError: The version is no draft, it cannot be read, or it could not be written.
        """
        found = readable(version_data(version))
        if found is None:
            raise DraftError(f"{version.path} is no draft, but its text can be copied from there.")
        return self.replace_text(replace(found.draft, id=draft_id))

    def replace_text(self, draft: Draft) -> Draft:
        """Put a text in the place of what a draft says, whatever that is; it becomes a version.

        Raises:
            DraftError: It could not be written; the file has its old content then.
        """
        try:
            with locked(self.folder):
                return self._writer.replace(draft)
        except OSError as error:
            raise DraftError(
                f"The version could not be restored: {explain(error, self.folder)}."
            ) from error

    def put_beside(self, draft: Draft) -> Draft:
        """Put a text on disk as a second draft in the same place.

        Raises:
            DraftError: It could not be written.
        """
        second = self.new(draft.page, draft.parent, draft.body)
        return self.save(replace(second, markup=draft.markup, tags=draft.tags))

    def set_aside(self, draft: Draft, kind: VersionKind) -> Version:
        """Keep a text of a draft as a version of it.

        Raises:
            DraftError: It could not be written.
        """
        try:
            with locked(self.folder):
                return self._history.set_aside(draft.id, render(draft, Extras()), kind)
        except OSError as error:
            raise DraftError(
                f"No version of the draft could be kept: {explain(error, self.folder)}."
            ) from error

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

    def _now(self) -> datetime:
        now = self._clock()
        return now.astimezone(UTC) if now.tzinfo else now.replace(tzinfo=UTC)

    def _change(self, draft_id: str, change: Callable[[Draft], Draft], what: str) -> Draft:
        """Change what is said of a draft, and not its text."""
        try:
            with locked(self.folder):
                return self._writer.change(self.get(draft_id).id, change)
        except OSError as error:
            raise DraftError(
                f"The draft could not be {what}: {explain(error, self.folder)}."
            ) from error

    def _rescued(self, draft: Draft) -> str:
        """Put a draft in the second place; a sentence that tells where that is."""
        place = self.rescue.put(replace(draft, changed=self._now()))
        if place is None:
            return "There is no second copy of what was typed."
        return f"Until then, what was typed is in {place}."

    def _part_with_rescued(self, saved: Draft) -> None:
        """Take away what was rescued of a draft that is saved; what it has lost is kept."""
        for path, draft in self.rescue.parted(saved.id):
            try:
                if much_is_lost(draft.body, saved.body):
                    self.set_aside(draft, VersionKind.RESCUED)
            except DraftError:
                _log.warning("a rescued draft stays at %s", path, exc_info=True)
            else:
                self.rescue.done(path)

    def _newest_first(self, folder: DraftFolder) -> list[Draft]:
        files, copies = self._separated(folder)
        drafts = [
            file.draft for path, file in files if isinstance(file, DraftFile) and path not in copies
        ]
        return sorted(drafts, key=lambda draft: draft.changed, reverse=True)

    def _separated(self, folder: DraftFolder) -> tuple[Files, frozenset[Path]]:
        """The files of a folder, and those among them that could not be made drafts of their own.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        files = folder.scan()
        if folder.copies(files) or any(isinstance(found, DraftProblem) for _, found in files):
            try:
                with locked(self.folder):
                    separate(folder, self._history)
            except OSError:
                _log.warning("copies of drafts stay as they are", exc_info=True)
            files = folder.scan()
        return files, frozenset(path for path, _ in folder.copies(files))

    def _move(self, draft_id: str, source: DraftFolder, target: DraftFolder) -> None:
        path = source.find(draft_id)
        if path is None:
            kind = "discarded draft" if source is self._discarded else "draft"
            raise DraftError(f"There is no {kind} {draft_id}.")
        try:
            with locked(self.folder):
                move(path, free_path(target.path / path.name))
        except OSError as error:
            raise DraftError(
                f"The draft could not be moved to {target.path}: {explain(error, path)}."
            ) from error


def _half(error: DraftError) -> str:
    """What an error says, as half a sentence."""
    sentence = str(error).removesuffix(".")
    return sentence[:1].lower() + sentence[1:]
