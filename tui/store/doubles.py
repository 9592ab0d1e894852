"""Two texts under one id, as file syncs and git leave them: each becomes a draft of its own.

Syncthing, Dropbox and iCloud put a copy beside the file: `NAME.sync-conflict-DATE-ID`, `NAME
(conflicted copy)`, `NAME 2`. Its id is that of the draft. git writes both sides into the file,
between lines of `<<<<<<<`, `=======` and `>>>>>>>`.
"""

from __future__ import annotations

import logging
from pathlib import Path

from msgspec.structs import replace

from tui.parse.patterns import regex
from tui.store.atomic import read_if_there, write_atomic
from tui.store.draft import DraftState
from tui.store.draftfile import DraftFile, readable, render, revision
from tui.store.folder import DraftFolder, DraftProblem
from tui.store.history import History
from tui.store.names import file_name, free_path, new_id
from tui.store.versions import VersionKind

_log = logging.getLogger(__name__)

CONFLICT = "conflict"
"""The tag of a draft that was a copy of another, so that both are found and looked at."""

_TURNS = (
    ("both", regex(rb"<{7}(?: .*)?\r?"), "ours"),
    ("ours", regex(rb"\|{7}(?: .*)?\r?"), "base"),
    ("ours", regex(rb"={7}\r?"), "theirs"),
    ("base", regex(rb"={7}\r?"), "theirs"),
    ("theirs", regex(rb">{7}(?: .*)?\r?"), "both"),
)
"""In which part of a file a mark stands, how it looks, and what part begins after it."""

_STATES = {
    # Nothing is sent for having been copied, and what is being sent may have arrived.
    DraftState.READY: DraftState.DRAFT,
    DraftState.SENDING: DraftState.UNKNOWN,
}


def separate(folder: DraftFolder, history: History) -> None:
    """Make a draft of its own of each text that shares its id; the folder's lock is held.

    Raises:
        OSError: One could not be written; it is as it was.
    """
    files = folder.scan()
    for path, found in folder.copies(files):
        data = read_if_there(path)
        file = readable(data)
        if isinstance(found, DraftFile) and file is not None and file.draft.id == found.draft.id:
            _log.info("%s is a copy of draft %s, and a draft of its own now", path, file.draft.id)
            _write(path, _as_copy(file), data, history)
    for path, found in files:
        if isinstance(found, DraftProblem):
            _part_sides(path, history)


def _part_sides(path: Path, history: History) -> None:
    """Make two drafts of a file that git could not merge; the file as it is becomes a version."""
    data = read_if_there(path)
    sides = both_sides(data) if data is not None else None
    if data is None or sides is None:
        return
    ours, theirs = sides
    history.set_aside(ours.draft.id, data, VersionKind.FOREIGN)
    if ours.draft.body == theirs.draft.body:
        ours = max(ours, theirs, key=lambda side: side.draft.changed)
    else:
        other = _as_copy(theirs)
        _write(free_path(path.with_name(file_name(other.draft))), other, None, history)
    _log.info("git left two texts in %s, which are two drafts now", path)
    _write(path, ours, data, history)


def _write(path: Path, file: DraftFile, old: bytes | None, history: History) -> None:
    temporary = path.with_name(f".{file.draft.id}.tmp")
    data = render(file.draft, file.extras)
    write_atomic(path, data, temporary, still=lambda: read_if_there(path) == old)
    history.saved(file.draft, data)


def _as_copy(file: DraftFile) -> DraftFile:
    """A copy as a draft of its own, which says that it was one."""
    draft = file.draft
    state = _STATES.get(draft.state, draft.state)
    tags = draft.tags if CONFLICT in draft.tags else (*draft.tags, CONFLICT)
    copy = replace(draft, id=new_id(), state=state, tags=tags)
    return DraftFile(replace(copy, revision=revision(copy)), file.extras)


def both_sides(data: bytes) -> tuple[DraftFile, DraftFile] | None:
    """The two drafts in a file that git could not merge, or None where it is no such file.

    A file that can be read as it is, is none: what looks like a mark in its text was typed.
    """
    if readable(data) is not None or b"<<<<<<<" not in data:
        return None
    ours: list[bytes] = []
    theirs: list[bytes] = []
    part = "both"
    for line in data.split(b"\n"):
        turned = next(
            (new for old, mark, new in _TURNS if old == part and mark.fullmatch(line)), ""
        )
        part = turned or part
        if not turned and part in {"both", "ours"}:
            ours.append(line)
        if not turned and part in {"both", "theirs"}:
            theirs.append(line)
    first, second = readable(b"\n".join(ours)), readable(b"\n".join(theirs))
    return (first, second) if first is not None and second is not None else None
