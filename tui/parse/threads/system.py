"""What a comment system is to the reader: a name, a sign, its items, and selectors as data.

A system is one value of `System` in a module of its own. Only how its items are found and how they
say what they answer takes code, and `items.py` holds the common ways.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.parse.document import Document


@dataclass(frozen=True, slots=True)
class Item:
    """One comment as the page holds it, before it is read.

    Attributes:
        nodes: The elements that make it up; replies may be nested in the first.
        key: The system's id of the comment, or None.
        parent_key: The id of the comment it answers where the markup says so, or None.
        depth: Its depth where the markup says so, 0 at top level; used where neither `parent_key`
            nor nesting tells what it answers.
        author: The element that names its author, where finding the item has found that too.
        date: The element that dates it, likewise.
        left_out: Elements that finding it has shown to be none of its words.
    """

    nodes: tuple[LexborNode, ...]
    key: str | None = None
    parent_key: str | None = None
    depth: int | None = None
    author: LexborNode | None = None
    date: LexborNode | None = None
    left_out: tuple[LexborNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of an item are: CSS selectors, in order of preference.

    Attributes:
        author: The author's name.
        date: The date; the first that holds words or a machine date counts.
        body: What was written; where none matches, the item without its other parts.
        permalink: The link to the comment itself.
        answers: A link to the comment that is answered.
        left_out: What is in none of the parts: reply links, badges, likes, share buttons.
        meta: Lines about the comment, which may hold its author and date but none of its words.
        by_post_author: What marks the author of the post; may be the item itself.
        held: What marks a comment that waits for moderation.
        deleted: What marks one whose words are gone.
        pingback: What marks a pingback; may be the item itself.
        trackback: What marks a trackback; may be the item itself.
    """

    author: tuple[str, ...]
    date: tuple[str, ...]
    body: tuple[str, ...] = ()
    permalink: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    by_post_author: str = ""
    held: str = ""
    deleted: str = ""
    pingback: str = ""
    trackback: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around the items: CSS selectors.

    Attributes:
        area: The elements that hold the whole discussion, its form among them; empty where the
            system has none, and the items are all there is.
        headings: Inside an area, or beside it: what may state the count.
        closed: The notice that replying is closed.
        more: Links to further pages of comments.
    """

    area: str
    headings: str = "h1, h2, h3, h4, h5, h6, legend"
    closed: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """A comment system.

    Attributes:
        name: What it is called in `Thread.system`.
        sign: A CSS selector that matches on pages of this system and on no others.
        items: How the comments of a page are found, in page order.
        parts: Where the parts of a comment are.
        surroundings: What lies around the comments.
    """

    name: str
    sign: str
    items: Callable[[Document], Sequence[Item]]
    parts: Parts
    surroundings: Surroundings
