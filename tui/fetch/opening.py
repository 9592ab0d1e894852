"""From a source to a page."""

from __future__ import annotations

import sys
from typing import BinaryIO

from msgspec import Struct

from tui.fetch.fetched import Fetched, Limits, Progress
from tui.fetch.files import read_file, read_pipe
from tui.fetch.parsing import PARSER_HERE, Parser, parsed
from tui.fetch.source import Address, FileSource, Location, Pipe, locate
from tui.model import Page

_DEFAULT_LIMITS = Limits()


class Opened(Struct, frozen=True):
    """A page and how it was asked for.

    Attributes:
        page: The page.
        source: What opens it again: a full address, an absolute path, or `-`.
        fragment: What stood after the `#` of the source: which comment to go to; or None.
        is_copy: Whether it is a copy from the library, which a note of the page tells the age of.
        is_stub: Whether it is only what a draft kept of it; nothing is kept of such a page.
    """

    page: Page
    source: str
    fragment: str | None
    is_copy: bool = False
    is_stub: bool = False


async def fetch(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    limits: Limits = _DEFAULT_LIMITS,
) -> Fetched:
    """The bytes of a source; its fragment, if any, is left out of account.

    Args:
        source: An address (its scheme may be missing), a path, or `-`.
        stdin: What `-` stands for; the process's own standard input where it is None.
        progress: Told about the bytes of an address as they come.
        limits: How long to wait.

    Raises:
        SourceError: There is nothing to be had; the text says why, for the user.
    """
    location, _ = locate(source)
    return await _fetch(location, stdin, progress, limits)


async def open_page(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    parser: Parser = PARSER_HERE,
) -> Opened:
    """The page of a source, parsed in a thread of its own, so that the caller can go on.

    Of an address, the comments that a service has are fetched as well, as the page's script would.

    Cancelling takes effect at once; a thread that is reading then is left to end.

    Args:
        source: As for `fetch`, perhaps with `#` and the fragment of a comment at its end.
        stdin: As for `fetch`.
        progress: As for `fetch`.
        limits: As for `fetch`.
        parser: What makes the page; it is told where nobody waits for that any more.

    Raises:
        SourceError: As for `fetch`, or the page made the parser crash.
    """
    location, fragment = locate(source)
    fetched = await _fetch(location, stdin, progress, limits)
    page = await parsed(fetched, parser)
    if isinstance(location, Address):
        from tui.fetch.remote import with_comments  # noqa: PLC0415 -- as above

        page = await with_comments(page)
    return Opened(page, fetched.source, fragment)


def open_blocking(
    source: str, *, stdin: BinaryIO | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Opened:
    """As `open_page`, for callers without an event loop.

    Raises:
        SourceError: As for `fetch`.
    """
    location, fragment = locate(source)
    fetched = fetch_blocking(source, stdin=stdin, limits=limits)
    page = PARSER_HERE.parse(fetched)
    if isinstance(location, Address):
        from tui.fetch.remote import awaited, with_comments  # noqa: PLC0415 -- as above

        if awaited(page) is not None:
            import asyncio  # noqa: PLC0415 -- takes longer to load than a file takes to read

            page = asyncio.run(with_comments(page))
    return Opened(page, fetched.source, fragment)


def fetch_blocking(
    source: str, *, stdin: BinaryIO | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Fetched:
    """As `fetch`, for callers without an event loop: no thread outlives an interruption.

    Raises:
        SourceError: As for `fetch`.
    """
    location, _ = locate(source)
    if isinstance(location, Address):
        import asyncio  # noqa: PLC0415 -- takes longer to load than a file takes to read

        return asyncio.run(_fetch(location, None, None, limits))
    return _read(location, stdin, limits)


async def _fetch(
    location: Location, stdin: BinaryIO | None, progress: Progress | None, limits: Limits
) -> Fetched:
    if isinstance(location, Address):
        # Here and not above, since httpx takes longer to load than a file takes to open.
        from tui.fetch.http import fetch_http  # noqa: PLC0415 -- as said

        return await fetch_http(location.url, limits, progress)
    from asyncio import to_thread  # noqa: PLC0415 -- as above

    return await to_thread(_read, location, stdin, limits)


def _read(location: FileSource | Pipe, stdin: BinaryIO | None, limits: Limits) -> Fetched:
    match location:
        case FileSource(path):
            return read_file(path, limits)
        case Pipe():
            return read_pipe(stdin or sys.stdin.buffer)
