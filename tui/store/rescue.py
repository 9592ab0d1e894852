"""The second place: what was typed goes there while the folder of drafts takes nothing."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import tempfile
from pathlib import Path
from typing import NamedTuple, Self

from msgspec.structs import replace

from tui.store.atomic import write_atomic
from tui.store.draft import Draft
from tui.store.draftfile import Extras, read, render, revision
from tui.store.history import much_is_lost

_log = logging.getLogger(__name__)

_BASE = "replaces"
"""The field of a rescued file that tells the revision which it was to replace."""


class RescuedCopy(NamedTuple):
    """A text in the second place, and its file there."""

    path: Path
    draft: Draft


class Rescue:
    """Folders for drafts that cannot be put into their own.

    Each program has files of its own there: one for a draft, and one more each time that much of
    the text is deleted.
    """

    def __init__(self, *folders: Path) -> None:
        """The second place, and perhaps a third; none of them needs to exist yet."""
        self._folders = folders
        self._own = os.urandom(4).hex()
        self._copies: dict[str, list[RescuedCopy]] = {}

    @classmethod
    def beside(cls, rescued: Path, drafts: Path) -> Self:
        """A folder of the program's own, and one among the system's temporary files.

        Args:
            rescued: The folder of the program's own.
            drafts: The folder of drafts; each has a temporary one to itself.
        """
        return cls(rescued, _temporary(drafts))

    def put(self, draft: Draft) -> Path | None:
        """Keep what was typed; None where no place takes it.

        Args:
            draft: The draft, whose revision is that of the text it was to replace.
        """
        data = render(draft, Extras(top={_BASE: draft.revision}))
        copies = self._copies.setdefault(draft.id, [])
        last = copies[-1] if copies else None
        if last is not None and much_is_lost(last.draft.body, draft.body):
            last = None  # that one stays where it is
        name = f"{draft.id}-{self._own}-{len(copies) + (last is None)}.md"
        for folder in self._folders:
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _check(folder)
                path = folder / name
                write_atomic(path, data, folder / f".{name}.tmp", mode=0o600)
            except OSError:
                _log.warning("no second place for draft %s there", draft.id, exc_info=True)
                continue
            if last is not None:
                copies.pop()
                if last.path != path:
                    self.done(last.path)
            copies.append(RescuedCopy(path, draft))
            return path
        return None

    def where(self, draft: Draft) -> Path | None:
        """Where this program has put what a draft says now, or None where it is not here."""
        copies = self._copies.get(draft.id)
        return copies[-1].path if copies and copies[-1].draft.body == draft.body else None

    def revisions(self, draft_id: str) -> set[str]:
        """The texts that this program put here of a draft."""
        return {revision(copy.draft) for copy in self._copies.get(draft_id, ())}

    def parted(self, draft_id: str) -> list[RescuedCopy]:
        """What this program put here of a draft, which is in its own place now; it is forgotten."""
        return self._copies.pop(draft_id, [])

    def done(self, path: Path) -> None:
        """Take a rescued file away, whose text is elsewhere now."""
        try:
            path.unlink(missing_ok=True)
        except OSError:
            _log.warning("a rescued draft stays at %s", path, exc_info=True)

    def waiting(self) -> list[Path]:
        """The files in all places that are there to be brought home."""
        found: list[Path] = []
        for folder in self._folders:
            try:
                _check(folder)
                found += sorted(path for path in folder.iterdir() if path.suffix == ".md")
            except FileNotFoundError:
                continue
            except OSError:
                _log.debug("a second place is not there", exc_info=True)
        return found


def rescued(path: Path) -> Draft:
    """The draft in a rescued file; its revision is that of the text which it was to replace.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no draft.
    """
    found = read(path.read_bytes())
    return replace(found.draft, revision=str(found.extras.top.get(_BASE, "")))


def _check(folder: Path) -> None:
    """Make sure that a folder is the user's own, and that nobody else may look into it.

    Raises:
        OSError: It is not there, or is somebody else's.
    """
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(f"{folder} is no folder")
    if os.name == "posix":
        if found.st_uid != os.geteuid():
            raise PermissionError(f"{folder} is not the user's own folder")
        if found.st_mode & 0o077:
            folder.chmod(0o700)


def _temporary(drafts: Path) -> Path:
    """The folder among the system's temporary files that belongs to a folder of drafts."""
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    place = hashlib.blake2b(os.fsencode(drafts.absolute()), digest_size=6).hexdigest()
    return Path(tempfile.gettempdir(), f"rejoinder-{user}-{place}")
