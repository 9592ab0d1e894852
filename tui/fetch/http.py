"""Fetching http and https addresses. Importing this loads httpx, which takes a while."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Iterator

import httpx
from msgspec import Struct

from tui import __version__
from tui.errors import SourceError
from tui.fetch.fetched import (
    MAX_BYTES,
    MAX_PICTURE,
    Fetched,
    Limits,
    Progress,
    shown,
    too_large,
)

MAX_REDIRECTS = 10

_USER_AGENT = f"Rejoinder/{__version__} (terminal reader)"


class Kind(Struct, frozen=True):
    """What is fetched.

    Attributes:
        noun: What it is called.
        accept: The Accept header that asks for it.
        family: How the media types begin that it has.
        others: Further media types that it may have; servers call a file they do not know
            application/octet-stream.
        most: The most bytes that it may have, unpacked.
    """

    noun: str
    accept: str
    family: str
    others: frozenset[str]
    most: int


PAGE = Kind(
    "page",
    "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1",
    "text/",
    frozenset({"", "application/xhtml+xml", "application/xml", "application/octet-stream"}),
    MAX_BYTES,
)
PICTURE = Kind(
    "picture",
    "image/avif, image/webp, image/png, image/jpeg, image/gif, image/*;q=0.5",
    "image/",
    frozenset({"", "application/octet-stream"}),
    MAX_PICTURE,
)

_STATUS_SENTENCES = {
    401: "{url} is only for people who have logged in there (status 401).",
    403: "The server does not let us read {url} (status 403, forbidden).",
    404: "The server has no {noun} at {url} (status 404); check the address.",
    407: "The proxy wants a password before it fetches {url} (status 407).",
    410: "The {noun} at {url} has been taken away for good (status 410).",
    429: "The server has had too many requests for {url} (status 429); wait before the next try.",
    451: "{url} is withheld for legal reasons (status 451).",
}


async def fetch_http(
    url: str,
    limits: Limits,
    progress: Progress | None = None,
    kind: Kind = PAGE,
    *,
    client: httpx.AsyncClient | None = None,
) -> Fetched:
    """The page at an address, or something of another kind; redirects are followed.

    Args:
        url: The address.
        limits: How long to wait.
        progress: Told about the bytes as they come.
        kind: What is to be had there.
        client: Fetches, and keeps the cookies that the server sets; None for one of its own.

    Raises:
        SourceError: There is nothing of that kind to be had; the text says why.
    """
    try:
        async with (
            asyncio.timeout(limits.total),
            contextlib.nullcontext(client) if client else new_client(limits) as fetching,
            fetching.stream("GET", url, headers={"Accept": kind.accept}) as response,
        ):
            _check(response, url, kind)
            data = await _read(response, url, progress, kind)
            if not data:
                raise SourceError(f"The server sent nothing for {shown(url)}.")
            final = str(response.url.copy_with(username=None, password=None, fragment=None))
            return Fetched(data, url, final, response.headers.get("content-type"))
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError, ValueError) as error:
        raise SourceError(sentence(error, url)) from error


def new_client(limits: Limits) -> httpx.AsyncClient:
    """What fetches, under the program's own name."""
    return httpx.AsyncClient(
        headers={"User-Agent": _USER_AGENT},
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        timeout=httpx.Timeout(limits.read, connect=limits.connect),
    )


def _check(response: httpx.Response, url: str, kind: Kind) -> None:
    """Raise unless the answer may be of a kind."""
    status = response.status_code
    if not response.is_success:
        raise SourceError(_status_sentence(status, url, kind))
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    fits = media_type.startswith(kind.family) or media_type in kind.others
    if not fits and "/" in media_type:
        raise SourceError(f"{shown(url)} is no {kind.noun}: the server says {shown(media_type)}.")
    if "," in response.headers.get("content-encoding", ""):
        # Each layer of compression multiplies what a few bytes can blow up to.
        raise SourceError(f"The server packs {shown(url)} more than once, which no browser reads.")


def _status_sentence(status: int, url: str, kind: Kind) -> str:
    if status in _STATUS_SENTENCES:
        return _STATUS_SENTENCES[status].format(url=shown(url), noun=kind.noun)
    if status >= 500:
        return f"The server of {shown(url)} has a fault (status {status}); try again later."
    return f"The server gives no {kind.noun} for {shown(url)} (status {status})."


async def _read(response: httpx.Response, url: str, progress: Progress | None, kind: Kind) -> bytes:
    """The body, unpacked, counted as it comes so that a small answer cannot grow without end."""
    length = response.headers.get("content-length", "")
    packed = "content-encoding" in response.headers
    expected = int(length) if length.isascii() and length.isdigit() and not packed else None
    if expected is not None and expected > kind.most:
        raise too_large(url, kind.most, kind.noun)
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_bytes():
        parts.append(part)
        size += len(part)
        if size > kind.most:
            raise too_large(url, kind.most, kind.noun)
        if progress:
            progress(size, expected)
    return b"".join(parts)


def sentence(error: Exception, url: str) -> str:
    """What went wrong on the way, most telling cause first."""
    causes = list(_causes(error))
    where = shown(url)
    for kinds, told in _CAUSE_SENTENCES:
        if any(isinstance(cause, kinds) for cause in causes):
            return told.format(url=where, detail=_certificate_fault(causes))
    return f"{where} could not be fetched: {shown(str(error)) or type(error).__name__}."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error, what it came from, and the members of groups, each once."""
    pending, seen = [error], set[int]()
    while pending:
        error = pending.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        pending += [error.__cause__, error.__context__]
        if isinstance(error, BaseExceptionGroup):
            pending += error.exceptions


def _certificate_fault(causes: list[BaseException]) -> str:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return shown(cause.verify_message or "it cannot be verified")
    return ""


_CAUSE_SENTENCES: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (
        ssl.SSLCertVerificationError,
        "The server of {url} cannot prove that it is the one you asked for: {detail}.",
    ),
    (
        ssl.SSLError,
        "No secure connection could be made to {url}; perhaps it is only there under http://.",
    ),
    (socket.gaierror, "There is no server by the name in {url}, or this computer is offline."),
    (ConnectionRefusedError, "The server of {url} refuses the connection; perhaps it is down."),
    (
        (httpx.TimeoutException, TimeoutError),
        "{url} took too long to answer; try again later.",
    ),
    (
        httpx.TooManyRedirects,
        "{url} sends us from address to address without end (more than 10 redirects).",
    ),
    (
        (httpx.InvalidURL, httpx.UnsupportedProtocol),
        "{url} is a malformed address, or leads to one.",
    ),
    (httpx.DecodingError, "What the server sent for {url} is damaged: it cannot be unpacked."),
    (httpx.RemoteProtocolError, "The server of {url} broke off or does not speak HTTP."),
    (httpx.NetworkError, "The connection to {url} broke; try again."),
    (httpx.ProxyError, "The proxy did not fetch {url}; check your proxy settings."),
)
"""Causes, the most telling first, with their sentences."""
