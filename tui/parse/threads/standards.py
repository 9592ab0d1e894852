"""What the standards for marking comments up have in common.

A standard stands beside the markup of systems and themes, and often covers only a part of a thread:
the first few comments, or the top level. So it steps back where the general finder sees more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.model import Block
from tui.parse.blocks import blocks_of
from tui.parse.clean import clean
from tui.parse.document import Document
from tui.parse.nesting import limit_nesting
from tui.parse.patterns import regex
from tui.parse.threads.items import first_group
from tui.parse.threads.nodes import attribute, everywhere, short_line
from tui.parse.threads.scores import read_score
from tui.parse.threads.system import Item

LEFT_OUT: tuple[str, ...] = (
    "[role='button']",
    "[hidden]",
    "[class*='reply-link' i], [class*='reply-button' i], [class~='reply' i] > a",
    "[class*='actions' i], [class*='toolbar' i], [class*='share' i]",
)
"""Buttons among a comment's words; the standards have no names for them."""

MAX_WORDS = 500_000
"""The words of one comment are read up to this many characters."""

MAX_SCRIPTS = 50
"""Scripts beyond this many are not looked at for a count."""

MAX_SCRIPT = 2_000_000
"""Of a script this many characters are looked at."""

MAX_COUNT = 40
"""What states a count has no more characters than this."""

_COUNTED = regex(r'"commentCount"\s*:\s*"?(\d{1,7})')
_COUNTS = "[itemprop~='commentCount'], [itemprop~='answerCount'], [itemprop~='interactionCount']"
_MARKUP = regex(r"</?[a-zA-Z]")
_ESCAPED = regex(r"&lt;/?[a-zA-Z]")
_KEY = regex(r"([0-9a-fA-F]*\d\w*)$")


def anchor_key(anchor: str) -> str | None:
    """The id of a comment in an anchor or address (`comment-12`, `/post#c12`), or None."""
    return first_group(_KEY, anchor.rpartition("#")[2][-80:])


def item_of(node: LexborNode, names: Sequence[str] = ("id",)) -> Item:
    """An element as an item, with the id in the first of some attributes that has one."""
    keys = (anchor_key(attribute(node, name)) for name in names)
    return Item((node,), next(filter(None, keys), None))


def unless_more(document: Document, items: Sequence[Item], others: int = 0) -> Sequence[Item]:
    """The items, or none where the general finder sees more comments than a standard marks.

    Args:
        document: The page.
        items: What a standard calls comments.
        others: How many elements beside them it calls something else, such as likes.
    """
    if not items or seen_at_large(document) > len(items) + others:
        return ()
    return items


def seen_at_large(document: Document) -> int:
    """How many comments the general finder sees on a page."""
    from tui.parse.threads.general.finder import SYSTEM  # noqa: PLC0415 -- few pages need it

    return len(SYSTEM.items(document)) if SYSTEM.sign(document) else 0


def stated_by_standards(document: Document) -> int | None:
    """How many comments a page says it has in its linked data or microdata, or None.

    Linked data that counts the comments of several items says nothing of the page's own.
    """
    scripts = document.marks.data[:MAX_SCRIPTS]
    texts = ((script.text() or "")[:MAX_SCRIPT] for script in scripts)
    counts = {int(count) for text in texts for count in _COUNTED.findall(text)}
    if len(counts) == 1:
        return counts.pop() or None
    return None if counts else stated_in_microdata(document)


def stated_in_microdata(document: Document) -> int | None:
    """The count that an item states (`2`, "2 Comments" or `UserComments:2`), or None."""
    for node in everywhere(document, _COUNTS):
        value = attribute(node, "content") or short_line(node, MAX_COUNT)
        kind, colon, number = value[:MAX_COUNT].rpartition(":")
        if not colon or "comment" in kind.lower():
            return read_score(number) or None
    return None


def blocks_of_words(words: str, base: str | None) -> tuple[Block, ...]:
    """The blocks of a comment that is a text in data: HTML, HTML escaped once more, or plain.

    Args:
        words: The text; an empty line of plain text divides paragraphs.
        base: What relative links are resolved against, or None.
    """
    from html import escape, unescape  # noqa: PLC0415 -- loads a large table, seldom needed

    words = clean(words[:MAX_WORDS]).strip()
    if _ESCAPED.search(words) and not _MARKUP.search(words):
        words = unescape(words)
    if not _MARKUP.search(words):
        paragraphs = re.split(r"\n\s*\n", escape(unescape(words)))
        words = "".join(f"<p>{part}</p>" for part in paragraphs).replace("\n", "<br>")
    body = LexborHTMLParser(limit_nesting(words)).body if words else None
    return blocks_of([body], base) if body is not None else ()
