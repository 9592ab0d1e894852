"""What fetching gives, and its limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from tui.errors import SourceError
from tui.parse.clean import clean_line
from tui.parse.patterns import regex

MAX_BYTES = 64 * 1024 * 1024
"""Sources longer than this, unpacked, are refused: no page is, and the memory has an end."""

MAX_PICTURE = 16 * 1024 * 1024
"""Pictures longer than this are refused: what a terminal shows of one is made from far less."""

Progress: TypeAlias = Callable[[int, int | None], None]
"""Called with the bytes that have come and those expected, where that is known."""

_LONGEST_SHOWN = 200
_PASSWORD = regex(r"^(\w+://)[^/?#]*@")


class Fetched(Struct, frozen=True):
    """The bytes of a source.

    Attributes:
        data: The bytes, unpacked where they were compressed; never empty.
        source: What opens it again: a full address, an absolute path, or `-`.
        url: The address that the bytes came from, after redirects; None for files and pipes.
        content_type: The HTTP Content-Type header, or None.
    """

    data: bytes
    source: str
    url: str | None = None
    content_type: str | None = None


class Limits(Struct, frozen=True):
    """How long to wait, in seconds.

    Attributes:
        connect: For the connection.
        read: For the next bytes.
        total: For everything.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 120.0


def shown(text: str) -> str:
    """A name from outside as a sentence may hold it.

    It is clean, on one line and not too long; the name and password that an address can hold are
    left out.
    """
    line = clean_line(_PASSWORD.sub(r"\1", text))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def too_large(source: str, most: int = MAX_BYTES, noun: str = "page") -> SourceError:
    """The error for a source that goes past the most bytes that one of its kind may have."""
    return SourceError(
        f"{shown(source)} is longer than {most // 2**20} MB, the most that a {noun} may have."
    )
