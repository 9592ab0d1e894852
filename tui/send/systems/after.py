"""The page that a site shows once it has taken a reply, or in place of that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from tui.errors import SendError
from tui.model import Page
from tui.parse import parse_page
from tui.parse.clean import clean_line
from tui.parse.decode import decode
from tui.send.addresses import same_place
from tui.send.browsing import Answer, Browser
from tui.send.judging import MOST_REASON

MOST_READ = 1_000_000
"""Characters of a page that are searched for what it tells its writer."""

_UNSEEN = ".visually-hidden, .element-invisible, script, style, button, h1, h2, h3"
"""What is in a message but no part of its words."""


class After(NamedTuple):
    """A page that a site shows after a reply was sent.

    Attributes:
        page: The page.
        html: Its HTML, as far as it is searched.
        address: Its address.
    """

    page: Page
    html: str
    address: str

    def says(self, selectors: Sequence[str]) -> str:
        """What the page tells its writer, in one line; empty where it tells nothing.

        Args:
            selectors: Where a system tells it, as CSS selectors, the surest first.
        """
        tree = LexborHTMLParser(self.html)
        for node in tree.css(_UNSEEN):
            if node.parent is not None and node.parent.tag != "body":
                node.decompose()
        for selector in selectors:
            lines = [clean_line(node.text(separator=" ")) for node in tree.css(selector)]
            told = " ".join(dict.fromkeys(filter(None, lines)))
            if told:
                return told if len(told) <= MOST_REASON else told[: MOST_REASON - 1] + "…"
        return ""


async def after(answer: Answer, browser: Browser) -> After | None:
    """The page that an answer is or leads to; None where that cannot be had, or is elsewhere."""
    data, address, kind = answer.body, answer.address, answer.content_type
    if answer.location is not None:
        if not same_place(answer.address, answer.location):
            return None
        try:
            fetched = await browser.fetch(answer.location.partition("#")[0])
        except SendError:
            return None
        data, address, kind = fetched.data, fetched.url or answer.location, fetched.content_type
    page = parse_page(data, url=address, content_type=kind)
    return After(page, decode(data, kind)[:MOST_READ], address)
