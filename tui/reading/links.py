"""Where links lead: into the thread of the same page, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from tui.model import (
    Block,
    Heading,
    Image,
    Inline,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Table,
    Thread,
    plain,
)

_DIGITS = 10
"""No thread's count has so many; `int` refuses numbers of thousands of digits."""


def same_page(page: Page, href: str) -> str | None:
    """The fragment of a link into the page itself, or None for all other links."""
    address, _, fragment = href.partition("#")
    if not fragment:
        return None
    own = {"", page.url and page.url.partition("#")[0], page.canonical}
    return fragment if address in own else None


def comment_at(thread: Thread, fragment: str) -> int | None:
    """The comment that a fragment names: by its permalink, its key, or its number from 1."""
    if not fragment:
        return None
    for index, comment in enumerate(thread.comments):
        permalink = comment.permalink or ""
        if permalink.partition("#")[2] == fragment or comment.key == fragment:
            return index
    number = fragment.removeprefix("comment-")
    known = thread.index_of(number)
    if known is not None:
        return known
    if fragment.isdecimal() and len(fragment) < _DIGITS and 1 <= int(fragment) <= len(thread):
        return thread.preorder[int(fragment) - 1]
    return None


class Link(NamedTuple):
    """A link and its words.

    Attributes:
        words: What is shown for it.
        href: Where it leads, as `Span.href` says.
    """

    words: str
    href: str


def links_of(blocks: Iterable[Block]) -> list[Link]:
    """The links in blocks, from top to bottom; a picture's address is none."""
    links: list[Link] = []
    for block in blocks:
        match block:
            case Paragraph(text) | Heading(_, text):
                links += _inline_links(text)
            case ListBlock(items):
                links += [link for item in items for link in links_of(item)]
            case Quote(inner):
                links += links_of(inner)
            case Table(rows, _, caption):
                links += _inline_links(caption)
                links += [link for row in rows for cell in row for link in _inline_links(cell)]
            case Image(_, _, caption):
                links += _inline_links(caption)
            case _:
                continue
    return links


def _inline_links(text: Inline) -> list[Link]:
    """The links of an inline text; one that changes its look midway is one link still."""
    return [
        Link(" ".join(plain(tuple(spans)).split()), href)
        for href, spans in groupby(text, key=lambda span: span.href)
        if href is not None
    ]
