"""Which kind of source a user's words mean: an address, a file or the pipe.

An existing file always wins, so that a file called `example.org` can be opened.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from tui.errors import SourceError
from tui.fetch.fetched import shown
from tui.parse.patterns import regex

PIPE = "-"
"""The source that stands for standard input."""


def told_source(source: str) -> str:
    """A source as it is told: the pipe in words."""
    return "from a pipe" if source == PIPE else source


class Address(Struct, frozen=True):
    """An http or https address, without its fragment."""

    url: str


class FileSource(Struct, frozen=True):
    """A file, by its absolute path; it may be missing."""

    path: Path


class Pipe(Struct, frozen=True):
    """Standard input."""


Location: TypeAlias = Address | FileSource | Pipe
"""Where a page can be."""

# RFC 3986, 3.1; one letter is a drive of Windows, and digits after the colon are a port.
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]+):(?!\d{1,5}(?:[/?]|$))")
_HOST = regex(
    r"(?P<name>localhost|\[[0-9A-Fa-f:.]+\]|(?:\d{1,3}\.){3}\d{1,3}|(?:[\w-]{1,63}\.)+(?P<tld>[^\W\d_]{2,}))"
    r"(?P<port>:\d{1,5})?(?P<rest>[/?].*)?",
    re.DOTALL,
)
_LONGEST_HOST = 253  # RFC 1035
_FILE_SUFFIXES = frozenset(
    {"asp", "aspx", "eml", "gz", "htm", "html", "json", "md", "mht", "mhtml", "pdf", "php", "shtml"}
    | {"text", "txt", "warc", "xht", "xhtml", "xml"}
)


def locate(source: str) -> tuple[Location, str | None]:
    """Where a source is, and the fragment after its `#`, or None.

    Raises:
        SourceError: It is empty, malformed, or an address that no page can be had from.
    """
    if not source.strip():
        raise SourceError("No source was given; name an address, a file, or - for a pipe.")
    if _exists(source):
        return FileSource(Path(source).absolute()), None
    base, fragment = _split_fragment(source)
    if base == PIPE:
        return Pipe(), fragment
    if _exists(base):
        return FileSource(Path(base).absolute()), fragment
    scheme = _SCHEME.match(base)
    if scheme:
        return _by_scheme(scheme[1].lower(), base), fragment
    host = _HOST.fullmatch(base)
    if host and len(host["name"]) <= _LONGEST_HOST and not _is_file_name(host):
        return Address(f"{_default_scheme(host)}://{base}"), fragment
    return FileSource(_path(base)), fragment


def _split_fragment(source: str) -> tuple[str, str | None]:
    """The source before a `#` and what follows; a file's own name may hold such a sign as well."""
    if "://" not in source:
        end = source.rfind("#")
        while end > 0:
            if _exists(source[:end]):
                return source[:end], source[end + 1 :] or None
            end = source.rfind("#", 0, end)
    base, _, fragment = source.partition("#")
    return base, fragment or None


def _by_scheme(scheme: str, address: str) -> Location:
    if scheme in {"http", "https"}:
        return Address(address)
    if scheme == "file":
        return FileSource(_file_path(address))
    raise SourceError(
        f"{shown(address)} cannot be opened: Rejoinder reads http, https and file addresses, "
        f"not {shown(scheme)}."
    )


def _file_path(address: str) -> Path:
    """The path of a file address (RFC 8089)."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise SourceError(f"{shown(address)} is a malformed address.") from error
    if parts.netloc not in {"", "localhost"}:
        raise SourceError(f"{shown(address)} is on another computer; copy the file here first.")
    return _path(unquote(parts.path))


def _path(text: str) -> Path:
    if "\0" in text:
        raise SourceError(f"{shown(text)} is no name that a file can have.")
    return Path(text).absolute()


def _exists(text: str) -> bool:
    try:
        return os.path.lexists(text)
    except ValueError:  # such as a null character
        return False


def _is_file_name(host: re.Match[str]) -> bool:
    """Whether what looks like a host is more likely a file that is not there."""
    return (host["tld"] or "").lower() in _FILE_SUFFIXES and not (host["port"] or host["rest"])


def _default_scheme(host: re.Match[str]) -> str:
    """What a browser adds: plain http only for this computer and for bare numbers."""
    return "https" if host["tld"] else "http"
