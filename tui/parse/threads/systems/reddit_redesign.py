"""Reddit's pages from 2018 to 2023, drawn by scripts and found in saves.

Recognised are `div.Comment` with the full name (`t1_...`) as a class, in a flat list. Their words
for screen readers tell the level; what tests of the site ask for (`data-testid`) tells author, time
and words, since all other classes are made anew with each release. Whoever wrote the post is told
by the badge OP. Dates are ages. Source: pages as they were saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_DEPTH, MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of, line_of
from tui.parse.threads.system import Item, Parts, System, sign
from tui.parse.threads.systems.reddit import as_json
from tui.parse.words import stated_count

_NAME = regex(r"(?:^|\s)t1_(\w+)(?:\s|$)")
_LEVEL = regex(r"^level (\d{1,4})$")

_LINES = 3
"""The level is one of so many first lines of a comment."""


def _level(node: LexborNode) -> LexborNode | None:
    """The element that says how deep a comment stands."""
    spans = node.css("span")[:_LINES]
    return next((span for span in spans if _LEVEL.match(line_of(span))), None)


def _item(node: LexborNode) -> Item:
    level = _level(node)
    depth = first_group(_LEVEL, line_of(level)) if level is not None else None
    return Item(
        (node,),
        first_group(_NAME, attribute(node, "class")),
        depth=None if depth is None else min(max(int(depth) - 1, 0), MAX_DEPTH),
        left_out=() if level is None else (level,),
    )


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, "div.Comment[class*='t1_']")[:MAX_ITEMS]
    return [_item(node) for node in nodes]


def _stated(document: Document) -> int | None:
    node = first_of(document, ".Post [data-click-id='comments']")
    return stated_count(line_of(node)) if node is not None else None


SYSTEM = System(
    name="reddit-redesign",
    title="Reddit (2018)",
    sign=sign(".Comment", selector="div.Comment[class*='t1_'] [data-testid*='comment']"),
    items=_items,
    parts=Parts(
        author=("[data-testid='comment_author_link']",),
        date=("[data-testid='comment_timestamp']",),
        body=("[data-testid='comment']",),
        permalink=("[data-testid='comment_timestamp']",),
        meta=("[data-testid^='post-comment-header']",),
        badges="[data-testid='post-comment-header'] span",
        deleted="div.Comment:not(:has([data-testid='comment']))",
        score=("[id^='vote-arrows-t1_'] > div",),
    ),
    stated=_stated,
    remote=as_json,
)
