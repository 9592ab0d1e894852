"""What tests of the store of drafts share: a page, a clock, a keeper, disks that are full."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from tui.store.draft import PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.places import Places
from tui.store.writing import Writing

T = TypeVar("T")

PAGE = PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk")
PARENT = ParentRef("comment-7", "Jos", "2 mei 2013", "https://blog.example/dijk#comment-7", "Ja.")
NOBODY = 65534


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


class Keeper:
    """Who keeps the drafts, for one thread."""

    def __init__(self, store: DraftStore) -> None:
        self.store = store

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        return work(self.store)


def writing(store: DraftStore, body: str = "") -> Writing:
    """A new reply with some text typed."""
    fresh = Writing(Keeper(store), PAGE, PARENT)
    fresh.body = body
    return fresh


def going_on(store: DraftStore, draft_id: str) -> Writing:
    """A draft that is gone on with."""
    draft = store.get(draft_id)
    return Writing(Keeper(store), draft.page, draft.parent, draft=draft)


def only_file(store: DraftStore) -> Path:
    """The file of the only draft."""
    (path,) = (path for path in store.folder.glob("*.md") if not path.name.startswith("."))
    return path


def every_text(store: DraftStore) -> set[str]:
    """All texts that can be had from a folder of drafts: drafts, their versions, discarded ones."""
    found = set()
    for draft in (*store.all(), *store.discarded()):
        found.add(draft.body)
        found.update(map(store.version_body, store.versions(draft.id)))
    return found


class Disk:
    """A small disk of its own, with the folders of a user on it."""

    def __init__(self, path: Path, size: str) -> None:
        self.path = path
        path.mkdir()
        self._mount("-t", "tmpfs", "-o", size, "tmpfs")

    def _mount(self, *args: str) -> None:
        done = subprocess.run(
            ["mount", *args, str(self.path)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")

    def fill(self) -> None:
        """Leave no room, not for a byte."""
        with (self.path / "ballast").open("ab", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def free(self) -> None:
        """Make room again."""
        (self.path / "ballast").unlink()

    def protect(self) -> None:
        """Let nothing be written."""
        self._mount("-o", "remount,ro")

    def unprotect(self) -> None:
        """Let everything be written."""
        self._mount("-o", "remount,rw")

    def close(self) -> None:
        """Take the disk out."""
        subprocess.run(["umount", "-l", str(self.path)], check=True)


@contextmanager
def disk(path: Path, size: str = "size=256k") -> Iterator[Disk]:
    """A small disk for as long as it is needed."""
    mounted = Disk(path, size)
    try:
        yield mounted
    finally:
        mounted.close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a user to whom permissions apply."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def places_at(root: Path, *, data: Path | None = None, state: Path | None = None) -> Places:
    """The folders of a user, some of them elsewhere."""
    return Places(root / "config", data or root / "data", state or root / "state", root / "cache")


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that any user may look into, as those of pytest are not."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
