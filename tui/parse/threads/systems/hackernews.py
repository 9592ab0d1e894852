"""Hacker News: the page of a story and its comments.

Recognised are the table rows `tr.comtr`, each with the number of its depth in `td.ind` (older pages
have only an image of 40 pixels for each level), and until 2013 the rows with `td.default`, whose
byline has no classes: "NAME 2 hours ago | link". Deleted and flagged comments keep their row
without words; rows that the reader or the site folded away are collapsed. Times are UTC. Comments
have no score that others may see. Source: the forum's `news.arc`, and pages as they are served.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_DEPTH, MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_PIXELS = 40
"""The width of a level."""

_NUMBER = regex(r"^\d{1,9}$")
_ID = regex(r"\bid=(\d+)$")


_BYLINE = regex(r"^(?:-?\d+ points? by )?(?P<name>\S+) (?P<date>\d+ \w+ ago)\b")
_OLD = "td.default:has(.comhead)"


def _depth(row: LexborNode) -> int | None:
    cell = row.css_first("td.ind, td:first-child")
    if cell is None:
        return None
    image = cell.css_first("img[width]")
    indent, width = attribute(cell, "indent"), attribute(image, "width") if image else ""
    if _NUMBER.match(indent):
        return min(int(indent), MAX_DEPTH)
    return min(int(width) // _PIXELS, MAX_DEPTH) if _NUMBER.match(width) else None


def _items(document: Document) -> Sequence[Item]:
    rows = everywhere(document, "tr.comtr[id]")[:MAX_ITEMS]
    return [Item((row,), attribute(row, "id"), depth=_depth(row)) for row in rows] or _old_items(
        document
    )


def _old_items(document: Document) -> list[Item]:
    """The comments of pages from before 2013."""
    cells = everywhere(document, _OLD)[:MAX_ITEMS]
    rows = [(cell.parent, cell.css_first(".comhead a[href^='item?id=']")) for cell in cells]
    return [
        Item((row,), first_group(_ID, attribute(link, "href")) if link else None, depth=_depth(row))
        for row, link in rows
        if row is not None
    ]


SYSTEM = System(
    name="hackernews",
    title="Hacker News",
    sign=sign(".comtr", ".comhead", selector=f"tr.athing.comtr td.ind, {_OLD}"),
    items=_items,
    parts=Parts(
        author=(".hnuser", ".comhead > a[href^='user?id=']"),
        date=(".age", ".comhead"),
        body=(".commtext", ".comment"),
        permalink=(".age a", ".comhead > a[href^='item?id=']"),
        left_out=(".reply", ".navs", ".togg", "a[href^='reply?']"),
        deleted=".comtr .comment:not(:has(.commtext))",
        collapsed=".comtr.coll, .comtr.noshow",
        byline=_BYLINE,
    ),
    surroundings=Surroundings(
        area=(
            ".comment-tree, .fatitem form, .morelink, "
            ".subtext a[href*='item?id='], .fatitem .subline > a[href*='item?id=']"
        ),
        headings=".subtext a, .subline > a",
        more=".morelink",
    ),
)
