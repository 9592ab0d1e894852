"""What a comment system is to the reader: a name, a sign, its items, and selectors as data.

A system is one value of `System` in a module of its own. Only how its items are found and how they
say what they answer takes code, and `items.py` holds the common ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import RemoteThread, ThreadLink
from tui.parse.document import Document
from tui.parse.threads.builder import RawComment
from tui.parse.threads.signs import Sign, sign

__all__ = ["Embed", "Item", "Parts", "Rank", "Surroundings", "System", "sign"]
"""All that a module of a system needs to say what it is."""


class Rank(IntEnum):
    """The order in which systems are asked; those of one rank by name."""

    SPECIAL = 0  # a plug-in or a variant: its pages have the sign of another system too
    SURE = 1
    LOOSE = 2  # themes rename so much that its sign is on pages of others too
    STANDARD = 3  # markup that many systems write beside their own
    GENERAL = 4  # takes what no system knows


class Item(Struct, frozen=True, gc=False):
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


class Parts(Struct, frozen=True):
    """Where the parts of an item are: CSS selectors, in order of preference.

    Attributes:
        author: The author's name.
        date: The date; the first that holds words or a machine date counts.
        body: What was written; where none matches, the item without its other parts.
        permalink: The link to the comment itself.
        answers: A link to the comment that is answered.
        reply: The link by which it is answered on a page of its own, where neither its address nor
            its words say so, or it stands among the words; no link to a login.
        left_out: What is in none of the parts: reply links, badges, likes, share buttons.
        meta: Lines about the comment, which may hold its author and date but none of its words.
        by_post_author: What marks the author of the post; may be the item itself.
        badges: What may mark them by its words ("Author", "OP").
        held: What marks a comment that waits for moderation.
        deleted: What marks one whose words are gone.
        collapsed: What marks one that the page folds away.
        pingback: What marks a pingback; may be the item itself.
        trackback: What marks a trackback; may be the item itself.
        webmention: What marks a webmention; may be the item itself.
        answer: What marks an answer to the page's question; may be the item itself.
        score: Its points, likes or votes: the first number in the text, or in the attribute
            `data-score`, `data-value`, `value`, `content` or `title`.
        byline: The line of an element that has a name or date not alone but among set words; the
            groups `name` and, if it has it, `date` are what counts.
        signed: The line within the words from which on they are their writer's signature.
    """

    author: tuple[str, ...]
    date: tuple[str, ...]
    body: tuple[str, ...] = ()
    permalink: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    by_post_author: str = ""
    badges: str = ""
    held: str = ""
    deleted: str = ""
    collapsed: str = ""
    pingback: str = ""
    trackback: str = ""
    webmention: str = ""
    answer: str = ""
    score: tuple[str, ...] = ()
    byline: re.Pattern[str] | None = None
    signed: str = ""


class Surroundings(Struct, frozen=True):
    """What lies around the items: CSS selectors.

    Attributes:
        area: The elements that hold the whole discussion, its form among them; empty where the
            system has none, and the items are all there is.
        headings: Inside an area, or beside it: what may state the count.
        closed: The notice that replying is closed.
        more: Links to further pages of comments; which are older and which newer is told by `rel`,
            class or label.
        replies: Links to replies that the page has folded away.
    """

    area: str = ""
    headings: str = "h1, h2, h3, h4, h5, h6, legend"
    closed: str = ""
    more: str = ""
    replies: str = ""


def no_items(_: Document) -> Sequence[Item]:
    """The items of a system whose comments are data rather than markup."""
    return ()


def no_count(_: Document) -> int | None:
    """How many comments a system states that states it in words only, if at all."""
    return None


def no_links(_: Document) -> Sequence[ThreadLink]:
    """The links to more comments of a system that has them as links, if at all."""
    return ()


def nothing_remote(_: Document) -> Sequence[RemoteThread]:
    """Where the comments of a system are that has no public address for them."""
    return ()


def unknown_thread(_: Document) -> tuple[tuple[str, str], ...]:
    """What a service needs to know that the page does not tell."""
    return ()


class Embed(Struct, frozen=True):
    """A service that loads comments into a page by script.

    Attributes:
        service: Its name as people know it.
        sign: The container or script that its manual tells sites to put into the page.
        details: What the service knows the page's comments by, for `RemoteThread.details`.
        url: The public address that gives the comments, from the page and the details; or None.
    """

    service: str
    sign: Sign
    details: Callable[[Document], tuple[tuple[str, str], ...]] = unknown_thread
    url: Callable[[Document, Mapping[str, str]], str | None] = lambda _page, _details: None


class System(Struct, frozen=True):
    """A comment system.

    Attributes:
        name: What it is called in `Thread.system`.
        title: What people call it.
        sign: Whether a page has what gives it away; nearly always a `Sign`. On pages of other
            systems it is not there.
        rank: When it is asked.
        items: How the comments of a page are found, in page order.
        parts: Where the parts of a comment are.
        data: How the comments are read where they are data (JSON in a script) rather than markup;
            `items` and `parts` are not used then.
        surroundings: What lies around the comments.
        more: Where folded comments are that the page has a button for rather than a link.
        stated: How many comments the page states where a machine is to read it; what it says in
            words comes first.
        remote: From where the comments can be had that are not in the page's HTML; asked only
            where the page states more than it holds.
    """

    name: str
    title: str
    sign: Callable[[Document], bool]
    rank: Rank = Rank.SURE
    items: Callable[[Document], Sequence[Item]] = no_items
    parts: Parts = Parts(author=(), date=())
    data: Callable[[Document], Sequence[RawComment]] | None = None
    surroundings: Surroundings = Surroundings()
    more: Callable[[Document], Sequence[ThreadLink]] = no_links
    stated: Callable[[Document], int | None] = no_count
    remote: Callable[[Document], Sequence[RemoteThread]] = nothing_remote
