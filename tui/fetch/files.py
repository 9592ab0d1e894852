"""Reading files and pipes: whole, to a limit, without waiting for what never comes."""

from __future__ import annotations

import errno
import os
import stat
import time
import zlib
from pathlib import Path
from typing import BinaryIO

from tui.errors import SourceError
from tui.fetch.fetched import MAX_BYTES, Fetched, Limits, shown, too_large
from tui.fetch.source import PIPE

_CHUNK = 1024 * 1024
_GZIP_MAGIC = b"\x1f\x8b\x08"  # RFC 1952, 2.3.1: its identification and the only method in use
_GZIP_WINDOW = 31  # zlib's sign for a gzip header
_MAX_MEMBERS = 1_000  # of a gzip file; each costs a copy of what follows it

_REASONS = {
    errno.ENOENT: "There is no file {name}; check the path, or write an address with https://.",
    errno.ENOTDIR: "There is no file {name}: part of its path is no folder.",
    errno.EACCES: "You may not read {name}; change its permissions.",
    errno.EPERM: "You may not read {name}; change its permissions.",
    errno.EISDIR: "{name} is a folder; name a page inside it.",
    errno.ENAMETOOLONG: "There is no file {name}: no file has a name that long.",
    errno.ELOOP: "{name} cannot be opened: its links lead in a circle.",
}
_KINDS = (
    (stat.S_ISDIR, "is a folder; name a page inside it."),
    (stat.S_ISCHR, "is a device, not a page; to read a pipe, give - as the source."),
    (stat.S_ISBLK, "is a device, not a page."),
    (stat.S_ISSOCK, "is a socket, not a page."),
)


def read_file(path: Path, limits: Limits) -> Fetched:
    """The bytes of a file, unpacked where they are gzip.

    Named pipes are read as well, since a shell hands over `<(command)` as one; one in which nothing
    comes for `limits.read` seconds is given up.

    Raises:
        SourceError: It cannot be read, is empty, or is no file at all.
    """
    name = str(path)
    try:
        mode = path.stat().st_mode
        for is_kind, sentence in _KINDS:
            if is_kind(mode):
                raise SourceError(f"{shown(name)} {sentence}")
        data = _read_named_pipe(path, limits) if stat.S_ISFIFO(mode) else _read_regular(path)
    except OSError as error:
        raise SourceError(_sentence(error, name)) from error
    except ValueError as error:
        raise SourceError(f"{shown(name)} is no name that a file can have.") from error
    if not data:
        raise SourceError(f"{shown(name)} is empty.")
    return Fetched(_unpacked(data, name), name)


def read_pipe(stream: BinaryIO) -> Fetched:
    """Everything that comes through standard input, unpacked where it is gzip.

    Raises:
        SourceError: Nothing came, or more than a page may have, or reading failed.
    """
    try:
        data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError("Standard input cannot be read.") from error
    if not data:
        raise SourceError("Nothing came through standard input.")
    if len(data) > MAX_BYTES:
        raise too_large("What came through standard input")
    return Fetched(_unpacked(data, "standard input"), PIPE)


def _sentence(error: OSError, name: str) -> str:
    reason = _REASONS.get(error.errno or 0)
    if reason:
        return reason.format(name=shown(name))
    return f"{shown(name)} cannot be read: {error.strerror or error}."


def _read_regular(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(str(path))
    return data


def _read_named_pipe(path: Path, limits: Limits) -> bytes:
    # Without O_NONBLOCK, opening would wait for a writer and could not be given up.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    from select import select  # noqa: PLC0415 -- pages seldom come this way

    end = time.monotonic() + limits.total
    parts: list[bytes] = []
    size = 0
    try:
        while True:
            wait = min(limits.read, end - time.monotonic())
            if wait <= 0 or not select([handle], [], [], wait)[0]:
                raise SourceError(f"{shown(str(path))} is a pipe that nothing comes through.")
            part = os.read(handle, _CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > MAX_BYTES:
                raise too_large(str(path))
    finally:
        os.close(handle)


def _unpacked(data: bytes, name: str) -> bytes:
    """The data itself, or what a gzip file holds (all its members; RFC 1952, 2.2)."""
    if not data.startswith(_GZIP_MAGIC):
        return data
    parts: list[bytes] = []
    size = 0
    try:
        for _ in range(_MAX_MEMBERS):
            if not data.startswith(_GZIP_MAGIC):
                break
            member = zlib.decompressobj(_GZIP_WINDOW)
            parts.append(member.decompress(data, MAX_BYTES + 1 - size))
            size += len(parts[-1])
            if size > MAX_BYTES:
                raise too_large(name)
            data = member.unused_data
    except zlib.error as error:
        if not size:
            raise SourceError(f"{shown(name)} is a damaged gzip file.") from error
    if not size:
        raise SourceError(f"{shown(name)} is empty.")
    return b"".join(parts)
