"""Reading a folder of drafts, each file once for as long as it does not change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tui.errors import DraftError
from tui.store.atomic import explain
from tui.store.draftfile import DraftFile, read


class DraftProblem(NamedTuple):
    """A file among the drafts that cannot be read.

    Attributes:
        path: The file.
        sentence: What is wrong with it, for the user.
    """

    path: Path
    sentence: str


class _Seen(NamedTuple):
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

    def scan(self) -> Iterator[tuple[Path, DraftFile | DraftProblem]]:
        """Every file with its draft or with what is wrong, in the order of their names.

        Raises:
            DraftError: The folder is there but cannot be listed.
        """
        ids: set[str] = set()
        for path in self._files():
            match self.look(path):
                case DraftFile(draft) as found:
                    if draft.id in ids:
                        yield path, _problem(path, f"its id {draft.id} is that of another file")
                        continue
                    ids.add(draft.id)
                    yield path, found
                case DraftProblem() as problem:
                    yield path, problem
                case None:  # gone since the folder was listed
                    continue

    def find(self, draft_id: str) -> Path | None:
        """The file of a draft, or None; looks into all files only where no name gives it away."""
        known = self._paths.get(draft_id)
        if known is not None and self._holds(known, draft_id):
            return known
        paths = chain(self.path.glob(f"*-{draft_id}.md"), self._files())
        return next((path for path in paths if self._holds(path, draft_id)), None)

    def look(self, path: Path) -> DraftFile | DraftProblem | None:
        """What a file holds, or None where there is no such file."""
        try:
            status = path.stat()
            signature = status.st_mtime_ns, status.st_size, status.st_ino
            seen = self._seen.get(path)
            if seen is not None and seen.signature == signature:
                return seen.result
            result = _read(path, path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            return DraftProblem(path, f"A draft could not be read: {explain(error, path)}.")
        self._seen[path] = _Seen(signature, result)
        if isinstance(result, DraftFile):
            self._paths.setdefault(result.draft.id, path)
        return result

    def written(self, draft_id: str, path: Path) -> None:
        """Note where a draft has been written."""
        self._paths[draft_id] = path

    def _holds(self, path: Path, draft_id: str) -> bool:
        found = self.look(path)
        return isinstance(found, DraftFile) and found.draft.id == draft_id

    def _files(self) -> list[Path]:
        try:
            return sorted(path for path in self.path.iterdir() if path.suffix == ".md")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise DraftError(
                f"The drafts could not be listed: {explain(error, self.path)}."
            ) from error


def _read(path: Path, data: bytes) -> DraftFile | DraftProblem:
    try:
        return read(data)
    except ValueError as error:
        return _problem(path, str(error))


def _problem(path: Path, what: str) -> DraftProblem:
    return DraftProblem(path, f"{path} is left alone, since it cannot be read as a draft: {what}.")
