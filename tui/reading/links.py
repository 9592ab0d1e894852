"""Where links lead: into the thread of the same page, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import unquote

from msgspec import Struct

from tui.model import (
    Block,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Table,
    Thread,
    inner_blocks,
    plain,
)

_DIGITS = 10
"""No thread's count has so many; `int` refuses numbers of thousands of digits."""


def same_page(page: Page, href: str) -> str | None:
    """The fragment of a link into the page itself, or None for all other links."""
    address, _, fragment = href.partition("#")
    if not fragment:
        return None
    own = {"", page.url and page.url.partition("#")[0], page.canonical, *page.joined}
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


class Place(Struct, frozen=True):
    """A place in an article.

    Attributes:
        block: The number of its block, from 0.
        path: Where it is in that: in a list the number of an item and of a block in it, a term
            being one, in a quote that of a block, and so on inwards; empty for the block itself.
    """

    block: int
    path: tuple[int, ...] = ()


def place_at(blocks: Sequence[Block], fragment: str) -> Place | None:
    """The place that a fragment names, as it stands or with its percent-encoding undone."""
    for name in dict.fromkeys((fragment, unquote(fragment))):
        path = _path_to(blocks, name) if name else None
        if path is not None:
            return Place(path[0], path[1:])
    # Unless something is called so, it is the beginning (HTML standard, section 7.4.6.3).
    return Place(0) if fragment.lower() == "top" and blocks else None


def _path_to(blocks: Sequence[Block], name: str) -> tuple[int, ...] | None:
    for number, block in enumerate(blocks):
        if name in block.anchors:
            return (number,)
        match block:
            case ListBlock(items):
                path = _path_to_item(items, name)
            case DefinitionList(items):
                path = _path_to_item([item.blocks for item in items], name)
            case Quote(quoted):
                path = _path_to(quoted, name)
            case _:
                path = None
        if path is not None:
            return (number, *path)
    return None


def _path_to_item(items: Sequence[Sequence[Block]], name: str) -> tuple[int, ...] | None:
    paths = ((at, _path_to(item, name)) for at, item in enumerate(items))
    return next(((at, *inner) for at, inner in paths if inner is not None), None)


def block_at(blocks: Sequence[Block], place: Place) -> tuple[Block, ...]:
    """The block at a place; of a list the whole item."""
    block = blocks[place.block]
    path = place.path
    while path:
        match block:
            case ListBlock(items) if len(path) == 2:
                return items[path[0]]
            case ListBlock(items):
                block, path = items[path[0]][path[1]], path[2:]
            case DefinitionList(items) if len(path) == 2:
                return items[path[0]].blocks
            case DefinitionList(items):
                block, path = items[path[0]].blocks[path[1]], path[2:]
            case Quote(quoted):
                block, path = quoted[path[0]], path[1:]
            case _:
                break
    return (block,)


def target_of(page: Page, fragment: str) -> int | Place | None:
    """What a fragment of a page names: a comment, by its index, or a place of the article.

    What the page calls so itself comes before a comment of that number.
    """
    comment = comment_at(page.thread, fragment) if page.thread is not None else None
    if page.thread is not None and comment is not None:
        permalink = page.thread.comments[comment].permalink or ""
        if permalink.partition("#")[2] == fragment:
            return comment
    place = place_at(page.article.blocks, fragment)
    return place if place is not None else comment


class Link(Struct, frozen=True):
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
            case Table(rows, _, caption):
                links += _inline_links(caption)
                links += [link for row in rows for cell in row for link in _inline_links(cell)]
            case Image(_, _, caption):
                links += _inline_links(caption)
            case _:
                links += links_of(inner_blocks(block))
    return links


def _inline_links(text: Inline) -> list[Link]:
    """The links of an inline text; one that changes its look midway is one link still."""
    return [
        Link(" ".join(plain(tuple(spans)).split()), href)
        for href, spans in groupby(text, key=lambda span: span.href)
        if href is not None
    ]
