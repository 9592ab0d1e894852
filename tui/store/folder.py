"""Reading a folder of drafts, each file once for as long as it does not change."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from tui.errors import DraftError
from tui.parse.patterns import regex
from tui.store.atomic import explain
from tui.store.draftfile import DraftFile, read

_ID_AT_END = regex(r".*-([0-9a-z]{8})", re.ASCII)
"""The name of a file, without its suffix, as this program gives it."""


class DraftProblem(Struct, frozen=True):
    """A file among the drafts that cannot be read.

    Attributes:
        path: The file.
        sentence: What is wrong with it, for the user.
        draft_id: The draft that its name says it is, or None.
    """

    path: Path
    sentence: str
    draft_id: str | None = None


Files: TypeAlias = list[tuple[Path, DraftFile | DraftProblem]]
"""Files with what is in them."""


class _Seen(Struct, frozen=True):
    """What a file held, and by what a change to it shows."""

    signature: tuple[int, int, int]
    result: DraftFile | DraftProblem


class DraftFolder:
    """The files of one folder, by the ids of the drafts in them."""

    def __init__(self, path: Path) -> None:
        """A folder, which need not exist yet."""
        self.path = path
        self._seen: dict[Path, _Seen] = {}
        self._paths: dict[str, Path] = {}

    def scan(self) -> Files:
        """Every file with its draft or with what is wrong, in the order of their names.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        files = ((path, self.look(path)) for path in self._files())
        return [(path, found) for path, found in files if found is not None]

    def copies(self, files: Files) -> Files:
        """Those of the files that have the id of another one, which is the draft itself."""
        same: defaultdict[str, list[Path]] = defaultdict(list)
        for path, found in files:
            if isinstance(found, DraftFile):
                same[found.draft.id].append(path)
        originals = {
            min(paths, key=lambda path: self._strangeness(draft_id, path))
            for draft_id, paths in same.items()
        }
        return [
            (path, found)
            for path, found in files
            if isinstance(found, DraftFile) and path not in originals
        ]

    def _strangeness(self, draft_id: str, path: Path) -> tuple[bool, bool, int, str]:
        """What puts the file of a draft before copies of it, whose names are longer."""
        own_name = path.stem.endswith(draft_id)
        return self._paths.get(draft_id) != path, not own_name, len(path.name), path.name

    def find(self, draft_id: str) -> Path | None:
        """The file of a draft, or None; looks into all files only where no name gives it away.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        known = self._paths.get(draft_id)
        if known is not None and self._holds(known, draft_id):
            return known
        paths = chain(self.path.glob(f"*-{draft_id}.md"), self._files())
        found = next((path for path in paths if self._holds(path, draft_id)), None)
        if found is not None:
            self._paths[draft_id] = found
        return found

    def damaged(self, draft_id: str) -> Path | None:
        """A file that was this draft and cannot be read any more, or None."""
        known = self._paths.get(draft_id)
        paths = chain([known] if known else [], self.path.glob(f"*-{draft_id}.md"))
        return next((path for path in paths if isinstance(self.look(path), DraftProblem)), None)

    def look(self, path: Path) -> DraftFile | DraftProblem | None:
        """What a file holds, or None where there is no such file."""
        try:
            status = path.stat()
            signature = status.st_mtime_ns, status.st_size, status.st_ino
            seen = self._seen.get(path)
            if seen is not None and seen.signature == signature:
                return seen.result
            result = _read(path, path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return DraftProblem(path, f"A draft could not be read: {explain(error, path)}.")
        self._seen[path] = _Seen(signature, result)
        return result

    def written(self, draft_id: str, path: Path) -> None:
        """Note where a draft has been written."""
        self._paths[draft_id] = path

    def _holds(self, path: Path, draft_id: str) -> bool:
        found = self.look(path)
        return isinstance(found, DraftFile) and found.draft.id == draft_id

    def _files(self) -> list[Path]:
        try:
            return sorted(path for path in self.path.iterdir() if _is_draft(path))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise DraftError(
                f"The drafts could not be listed: {explain(error, self.path)}."
            ) from error


def _is_draft(path: Path) -> bool:
    """Whether a file is a draft by its name; a dot begins what programs keep for themselves."""
    return path.suffix == ".md" and not path.name.startswith(".")


def _read(path: Path, data: bytes) -> DraftFile | DraftProblem:
    try:
        return read(data)
    except ValueError as error:
        what = "it is empty" if not data.strip(b"\0\n ") else str(error)
        name = _ID_AT_END.fullmatch(path.stem)
        sentence = f"{path} is left alone, since it cannot be read as a draft: {what}."
        return DraftProblem(path, sentence, name[1] if name else None)
