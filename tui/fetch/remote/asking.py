"""Asking a service for JSON: of the host that the page names, no other, and no less secure."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui.errors import SourceError
from tui.fetch.fetched import Fetched, Limits, shown
from tui.fetch.http import PAGE, Kind, fetch_http, new_client
from tui.fetch.parsing import PARSER_HERE, parsed
from tui.fetch.remote.refusing import host_of, refusal
from tui.model import Page

LIMITS = Limits(connect=8.0, read=15.0, total=30.0)
"""How long a service is waited for; the page waits with it."""

ANSWER = Kind(
    "answer",
    "application/json",
    "application/json",
    frozenset({"", "text/json", "text/plain", "application/octet-stream"}),
    16 * 1024 * 1024,
)


class Asking:
    """Asks one service on behalf of a page; used as an asynchronous context."""

    def __init__(self, page: str | None) -> None:
        """Asks for the page of an address, which may be unknown."""
        self._page = page
        self._client = new_client(LIMITS)
        self._client.follow_redirects = False  # they would lead to hosts that nobody named

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def json(self, url: str) -> object:
        """The JSON at an address.

        Raises:
            SourceError: It cannot be had; the text says why.
        """
        data = (await self._fetched(url, ANSWER)).data
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise SourceError(f"What {shown(host_of(url))} answered is damaged.") from error

    async def page(self, url: str) -> Page:
        """The page at an address: a service may have its comments in a document of their own.

        Raises:
            SourceError: It cannot be had; the text says why.
        """
        return await parsed(await self._fetched(url, PAGE), PARSER_HERE)

    async def _fetched(self, url: str, kind: Kind) -> Fetched:
        fault = refusal(self._page, url)
        if fault:
            raise SourceError(fault)
        return await fetch_http(url, LIMITS, kind=kind, client=self._client)

    async def answer(self, url: str, service: str, is_answer: Callable[[object], bool]) -> object:
        """The JSON at an address of a service.

        Args:
            url: The address.
            service: What the service is called.
            is_answer: Whether JSON is what the service answers.

        Raises:
            SourceError: It cannot be had, or is something else.
        """
        answer = await self.json(url)
        if not is_answer(answer):
            raise unlike(url, service)
        return answer


def unlike(url: str, service: str) -> SourceError:
    """The error for an answer that is not what a service answers."""
    return SourceError(f"{shown(url)} did not answer as {service} does.")


def with_parameter(url: str, name: str, value: str) -> str:
    """An address with one parameter of its query set, in the place of what it was."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*query, (name, value)])))
