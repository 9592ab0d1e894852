"""Reading pages and posting to them as one tab of a browser does: with the cookies they set.

Of a request it is always known whether it has left: before that nothing was sent, after that only
an answer tells what became of it (RFC 9110, section 9.2.2: a POST may not be repeated unasked).

Importing this loads httpx, which takes a while.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import urljoin

import httpx

from tui.errors import RejoinderError, SendError, SourceError
from tui.fetch import Limits
from tui.fetch.fetched import shown
from tui.fetch.http import fetch_http, new_client, sentence
from tui.fetch.remote import with_comments
from tui.model import Page
from tui.parse import parse_page
from tui.send.addresses import origin_of

MOST_ANSWER = 4 * 1024 * 1024
"""Bytes of an answer that are read; what tells of a reply stands in fewer."""

_LIMITS = Limits(connect=10.0, read=60.0, total=120.0)


class UnansweredError(RejoinderError):
    """A request has left, and no answer came."""


class Answer(NamedTuple):
    """What a server answered to a reply.

    Attributes:
        status: The HTTP status.
        address: Where the reply went.
        location: The absolute address that it sends us on to, or None.
        body: The answer's content.
        content_type: The Content-Type header, or None.
        wait: The seconds that it asks us to wait (Retry-After), or None.
    """

    status: int
    address: str
    location: str | None = None
    body: bytes = b""
    content_type: str | None = None
    wait: float | None = None


class Browser:
    """One visit to a site; used as an asynchronous context."""

    def __init__(
        self, cookies: Mapping[str, str] | None = None, *, limits: Limits = _LIMITS
    ) -> None:
        """A visit.

        Args:
            cookies: What goes with the requests, to the one site that is visited.
            limits: How long to wait.
        """
        self._cookies = dict(cookies or {})
        self._limits = limits
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        self._client = new_client(self._limits)
        self._take({})
        return self

    def _take(self, cookies: Mapping[str, str]) -> None:
        """Have further cookies go with what is asked of the site; redirects elsewhere lose them."""
        self._cookies.update(cookies)
        if self._cookies:
            pairs = (f"{name}={value}" for name, value in self._cookies.items())
            self._http.headers["Cookie"] = "; ".join(pairs)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._client is not None:
            await self._client.aclose()

    @property
    def _http(self) -> httpx.AsyncClient:
        if self._client is None:
            raise RuntimeError("a browser is used as a context")
        return self._client

    async def read(self, url: str) -> Page:
        """A page as it is now, with the comments that a service has for it.

        Raises:
            SendError: It cannot be had; the text says why.
        """
        return await page_of(await self.get(url))

    async def get(self, url: str) -> Answer:
        """What a page is made of; errors as `read`."""
        try:
            fetched = await fetch_http(url, self._limits, client=self._http)
        except SourceError as error:
            raise SendError(str(error)) from error
        address = fetched.url or url
        return Answer(200, address, body=fetched.data, content_type=fetched.content_type)

    async def text(self, url: str, accept: str) -> str:
        """What an address answers, for services that are no pages; errors as `read`."""
        try:
            response = await self._http.get(url, headers={"Accept": accept})
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise SendError(sentence(error, url)) from error
        if not response.is_success:
            raise SendError(f"{shown(url)} answered with status {response.status_code}.")
        return response.text

    def cookies_for(self, address: str) -> tuple[tuple[str, str], ...]:
        """The cookies that pages set so far and that go with a request to an address."""
        request = self._http.build_request("GET", address)
        pairs = request.headers.get("cookie", "").split("; ")
        return tuple(
            (name, value) for name, _, value in (pair.partition("=") for pair in pairs) if name
        )

    async def post(
        self,
        address: str,
        body: bytes,
        content_type: str,
        page: str,
        leaves: Callable[[], None] = lambda: None,
    ) -> Answer:
        """Send one request, once; redirects are told, not followed.

        Args:
            address: Where to.
            body: What.
            content_type: How it is written.
            page: The page that has the form, named to its own site alone.
            leaves: Is called before the request begins to leave; what it raises keeps it here.

        Raises:
            SendError: Nothing has left.
            UnansweredError: It has left, and there is no answer.
        """
        left = False

        async def trace(event: str, _: Mapping[str, Any]) -> None:
            nonlocal left
            if event.endswith("send_request_headers.started") and not left:
                leaves()
                left = True

        try:
            async with (
                asyncio.timeout(self._limits.total),
                self._http.stream(
                    "POST",
                    address,
                    content=body,
                    headers=_headers(address, content_type, page),
                    follow_redirects=False,
                    extensions={"trace": trace},
                ) as response,
            ):
                self._take({cookie.name: cookie.value or "" for cookie in response.cookies.jar})
                return await _answer(response, address)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError, ValueError) as error:
            told = sentence(error, address)
            if left:
                raise UnansweredError(told) from error
            raise SendError(told) from error


class Unplugged(Browser):
    """A browser without a network: it has no page and no cookie."""

    async def get(self, url: str) -> Answer:
        """No page is had."""
        raise SendError(f"{shown(url)} cannot be read without a network.")

    async def text(self, url: str, accept: str) -> str:
        """Nothing is had."""
        del accept
        return (await self.get(url)).body.decode()


async def page_of(answer: Answer) -> Page:
    """The page that an answer is, with the comments that a service has for it."""
    page = await asyncio.to_thread(
        parse_page, answer.body, url=answer.address, content_type=answer.content_type
    )
    return await with_comments(page)


def _headers(address: str, content_type: str, page: str) -> dict[str, str]:
    """The headers of a post; a page is named to its own site alone, as browsers do."""
    headers = {
        "Content-Type": content_type,
        # JSON is not named: WordPress would tell its refusals in it (`wp_is_json_request`).
        "Accept": "text/html, */*;q=0.1",
        # A connection that was kept open may be closed just then, which would look like no answer.
        "Connection": "close",
    }
    origin = origin_of(page)
    if origin:
        headers["Origin"] = origin
        if origin == origin_of(address):
            headers["Referer"] = page.partition("#")[0]
    return headers


async def _answer(response: httpx.Response, address: str) -> Answer:
    """An answer; a body that breaks off is no harm, since the status came."""
    body = b""
    try:
        async for part in response.aiter_bytes():
            body += part
            if len(body) >= MOST_ANSWER:
                break
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError):
        pass
    location = response.headers.get("location")
    wait = response.headers.get("retry-after", "")
    return Answer(
        response.status_code,
        address,
        urljoin(address, location) if location and 300 <= response.status_code < 400 else None,
        body[:MOST_ANSWER],
        response.headers.get("content-type"),
        float(wait) if wait.isascii() and wait.isdigit() else None,
    )
