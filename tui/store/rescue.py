"""The second place: what was typed goes there while the folder of drafts takes nothing."""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import stat
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Self

from tui.store.atomic import write_atomic
from tui.store.draft import Draft
from tui.store.draftfile import Extras, read, render, revision

_log = logging.getLogger(__name__)

_BASE = "replaces"
"""The field of a rescued file that tells the revision which it was to replace."""


class Rescue:
    """Folders for drafts that cannot be put into their own; each program has files of its own."""

    def __init__(self, *folders: Path) -> None:
        """The second place, and perhaps a third; none of them needs to exist yet."""
        self._folders = folders
        self._own = secrets.token_hex(4)
        self._paths: dict[str, Path] = {}
        self._revisions: dict[str, str] = {}

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
        for folder in self._folders:
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _check(folder)
                path = folder / f"{draft.id}-{self._own}.md"
                write_atomic(path, data, path.with_name(f".{path.name}.tmp"), mode=0o600)
            except OSError:
                _log.warning("no second place for draft %s there", draft.id, exc_info=True)
                continue
            if self._paths.get(draft.id, path) != path:
                self.over(draft.id)
            self._paths[draft.id] = path
            self._revisions[draft.id] = revision(draft)
            return path
        return None

    def where(self, draft: Draft) -> Path | None:
        """Where this program has put what a draft says now, or None where it is not here."""
        here = self._revisions.get(draft.id) == revision(draft)
        return self._paths.get(draft.id) if here else None

    def revision(self, draft_id: str) -> str:
        """The text that this program put here last of a draft; empty where it put none."""
        return self._revisions.get(draft_id, "")

    def over(self, draft_id: str) -> None:
        """The draft is in its own place: what this program rescued of it may go."""
        path = self._paths.pop(draft_id, None)
        if path is not None:
            self.done(path)

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
