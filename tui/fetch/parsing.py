"""What makes pages of what was fetched: in this process, or in another (`parser_process`)."""

from __future__ import annotations

from typing import Protocol

from tui.fetch.fetched import Fetched
from tui.model import Page


class Parser(Protocol):
    """What makes pages of what was fetched. Any thread may call it."""

    def parse(self, fetched: Fetched) -> Page:
        """The page; waits until it is made.

        Raises:
            SourceError: The page made the parser crash, or was given up.
        """

    def give_up(self, fetched: Fetched) -> None:
        """Nobody waits for this page any more."""


class ParserHere:
    """Parses in this process, where nothing can be given up."""

    def parse(self, fetched: Fetched) -> Page:
        """The page."""
        from tui.parse import parse_page  # noqa: PLC0415 -- not loaded where a process parses

        return parse_page(fetched.data, url=fetched.url, content_type=fetched.content_type)

    def give_up(self, fetched: Fetched) -> None:
        """A thread cannot be stopped."""


PARSER_HERE = ParserHere()


async def parsed(fetched: Fetched, parser: Parser) -> Page:
    """The page of what was fetched, made in a thread of its own, so that the caller can go on.

    Cancelling takes effect at once; a parser that can be told so gives the page up.

    Raises:
        SourceError: The page made the parser crash.
    """
    from asyncio import CancelledError, to_thread  # noqa: PLC0415 -- files are read without it

    try:
        return await to_thread(parser.parse, fetched)
    except CancelledError:
        parser.give_up(fetched)
        raise
