"""Hacker News: the page of a story and its comments.

Recognised are the table rows `tr.comtr`, each with the number of its depth in `td.ind` (older pages
have only an image of 40 pixels for each level). Deleted and flagged comments keep their row without
words; rows that the reader or the site folded away are collapsed. Times are UTC. Comments have no
score that others may see. Source: the forum's `news.arc`, and pages as they are served.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_DEPTH, MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_PIXELS = 40
"""The width of a level."""

_NUMBER = regex(r"^\d{1,9}$")


def _depth(row: LexborNode) -> int | None:
    cell = row.css_first("td.ind")
    if cell is None:
        return None
    image = cell.css_first("img[width]")
    indent, width = attribute(cell, "indent"), attribute(image, "width") if image else ""
    if _NUMBER.match(indent):
        return min(int(indent), MAX_DEPTH)
    return min(int(width) // _PIXELS, MAX_DEPTH) if _NUMBER.match(width) else None


def _items(document: Document) -> Sequence[Item]:
    rows = everywhere(document, "tr.comtr[id]")[:MAX_ITEMS]
    return [Item((row,), attribute(row, "id"), depth=_depth(row)) for row in rows]


SYSTEM = System(
    name="hackernews",
    title="Hacker News",
    sign=sign(".comtr", selector="tr.athing.comtr td.ind"),
    items=_items,
    parts=Parts(
        author=(".hnuser",),
        date=(".age",),
        body=(".commtext", ".comment"),
        permalink=(".age a",),
        left_out=(".reply", ".navs", ".togg"),
        deleted=".comment:not(:has(.commtext))",
        collapsed=".comtr.coll, .comtr.noshow",
    ),
    surroundings=Surroundings(
        area=(
            ".comment-tree, .fatitem form, .morelink, "
            ".fatitem .subtext a[href*='item?id='], .fatitem .subline > a[href*='item?id=']"
        ),
        headings=".subtext a, .subline > a",
        more=".morelink",
    ),
)
