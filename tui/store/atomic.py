"""Writing files so that a crash at any moment leaves the old content or the new, never a mix."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_REASONS = {
    errno.EROFS: "{path} is on a file system that is read-only",
    errno.ENOSPC: "the disk that holds {path} is full; free some space",
    errno.EDQUOT: "your quota on the disk that holds {path} is used up; free some space",
    errno.EFBIG: "the system does not let {path} grow to that size",
    errno.EACCES: "you may not write {path}; change its permissions",
    errno.EPERM: "the system does not permit changing {path}; change its permissions",
    errno.ENOTDIR: "a file is in the place of a folder on the way to {path}; move it away",
    errno.EEXIST: "a file is in the place of the folder {path}; move it away",
    errno.EISDIR: "{path} is a folder; move it away",
    errno.ENOENT: "{path} is not there",
    errno.ENAMETOOLONG: "the name of {path} is too long",
    errno.EWOULDBLOCK: "another copy of this program holds {path}; let it go on, or end it",
    errno.EIO: "the disk that holds {path} does not work properly",
}

_LOCK_PATIENCE = 2.0
"""Seconds after which a lock is not waited for any longer."""

_LOCK_PAUSE = 0.005


def explain(error: OSError, path: Path) -> str:
    """Half a sentence that says why a file could not be read or written."""
    reason = _REASONS.get(error.errno or 0)
    return reason.format(path=path) if reason else f"{path}: {error.strerror or error}"


class ChangedError(OSError):
    """Another program changed the file that was about to be replaced."""


def read_if_there(path: Path) -> bytes | None:
    """What a file holds, or None where there is none.

    Raises:
        OSError: It is there and cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def write_atomic(
    path: Path,
    data: bytes,
    temporary: Path,
    *,
    mode: int = 0o666,
    still: Callable[[], bool] | None = None,
) -> None:
    """Put the data in the place of a file and wait until the disk has it.

    Args:
        path: The file; its folder is made where it is missing.
        data: Its new content.
        temporary: Where the content is written first: in the same folder, and nobody else's.
        mode: The permissions of the file, of which the process's umask takes away some.
        still: Asked at the last moment whether the file is still what it was.

    Raises:
        OSError: The file still has its old content then; it is a `ChangedError` where `still` said
            no.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.unlink(missing_ok=True)  # one that a crash left has permissions of its own
        with open(temporary, "wb", opener=partial(os.open, mode=mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if still is not None and not still():
            raise ChangedError(errno.EBUSY, "another program is writing it")
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def move(source: Path, target: Path) -> None:
    """Move a file to another folder of the same disk and wait until the disk knows.

    Raises:
        OSError: The file is where it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    sync_folder(target.parent)
    sync_folder(source.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has a folder's list of files; systems that cannot are left alone."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against other copies of this program.

    The lock is advisory and falls with the process; where the system or the file system has none
    (Windows, some network disks), the work goes on without.

    Raises:
        OSError: The folder cannot be made or written, or another copy of the program does not let
            go of it, as one that was stopped in the middle of its work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform != "win32":

    def _lock(handle: int) -> None:
        """Wait for a lock, but not for ever."""
        end = time.monotonic() + _LOCK_PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(_LOCK_PAUSE)
            except OSError:
                return  # there are no locks here
            else:
                return
