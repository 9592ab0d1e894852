"""Items to comments: what each says, who wrote it and when, and where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.model import Block, CommentKind, CommentState, ShownDate
from tui.parse.blocks import blocks_of
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates import find_date, shown_date
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.builder import RawComment
from tui.parse.threads.bylines import date_alone, name_alone, ping_and_name
from tui.parse.threads.dating import machine_date
from tui.parse.threads.matches import Matches, Part
from tui.parse.threads.nodes import attribute, line_of, short_line
from tui.parse.threads.replying import Replying
from tui.parse.threads.scores import score_of
from tui.parse.threads.system import Item, Parts
from tui.parse.threads.wording import (
    PINGS,
    state_of,
    without_dividers,
    without_rests,
    without_signature,
)
from tui.parse.words import is_post_author_mark, strip_says

MAX_AUTHOR = 200
"""A longer "name" is no name."""

MAX_WORD = 40
"""A date without a number, such as "yesterday", has no more characters than this."""

_PLACE = regex(r"#\d+$")  # which comment it is, as links to it say
_DIGIT = regex(r"\d")
_ALWAYS_OUT = "form, #respond, button, script, style, template, textarea"

_KINDS = {
    "trackback": CommentKind.TRACKBACK,
    "pingback": CommentKind.PINGBACK,
    "webmention": CommentKind.WEBMENTION,
    "answer": CommentKind.ANSWER,
}
"""The parts that mark a kind, the surest first."""

_STATES = {
    "deleted": CommentState.DELETED,
    "held": CommentState.HELD,
    "collapsed": CommentState.COLLAPSED,
}
"""The parts that mark a state, the gravest first."""

_T = TypeVar("_T")
_V = TypeVar("_V")


def read_items(document: Document, items: Sequence[Item], parts: Parts) -> list[RawComment]:
    """The items as comments, in the same order."""
    return _Reader(document, items, parts).read() if items else []


def read_words(document: Document, items: Sequence[Item], parts: Parts) -> list[RawComment]:
    """The items as comments that have no more than name, date, words, kind and state."""
    return [*_Reader(document, items, parts).read_words()] if items else []


class _Reader:
    def __init__(self, document: Document, items: Sequence[Item], parts: Parts) -> None:
        self._document = document
        self._items = items
        self._parts = parts
        self._matches = Matches(document, items)
        self._dropped = self._matches.inside(", ".join((_ALWAYS_OUT, *parts.left_out)))
        self._dropped.update(node.mem_id for item in items for node in item.left_out)
        # A name may be a button, which opens what is known of its bearer.
        self._dropped -= {item.author.mem_id for item in items if item.author is not None}
        self._meta = self._matches.inside(", ".join(parts.meta))
        self._dates = self._given("date", self._date)
        for read in (self._known_date, self._date_with_digit):
            self._matches.first(parts.date, read, self._dates, self._dropped)
        self._dated = {part.node.mem_id for part in self._dates.values()}
        self._authors = self._given("author", self._author)
        self._matches.first(parts.author, self._name, self._authors, self._dropped)

    def read_words(self) -> Iterator[RawComment]:
        kinds = self._told(_KINDS)
        states = self._told(_STATES)
        for index in range(len(self._items)):
            author, date = self._authors.get(index), self._dates.get(index)
            kind, name = self._kind_and_name(author, kinds.get(index, CommentKind.COMMENT))
            heads = [part.node for part in (author, date) if part is not None]
            blocks = self._blocks(index, self._bodies.get(index), heads, kind)
            if self._parts.signed:
                blocks = without_signature(blocks, self._parts.signed)
            state, blocks = state_of(blocks, states.get(index, CommentState.SHOWN))
            when = self._date_without(name, date) if date else None
            yield RawComment(name or None, blocks, date=when, kind=kind, state=state)

    def read(self) -> list[RawComment]:
        parts = self._parts
        links = self._first(parts.permalink, _leading)
        answered = self._first(parts.answers, _leading)
        replies = self._replies()
        by_post_author = self._matches.owners(parts.by_post_author)
        by_post_author |= self._matches.owners(parts.badges, _tells_post_author)
        scores = self._matches.first(parts.score, score_of)  # a score may stand in a button
        raws: list[RawComment] = []
        for index, (item, raw) in enumerate(zip(self._items, self.read_words(), strict=True)):
            author = self._authors.get(index)
            link = links[index].node if index in links else self._link_of(self._dates.get(index))
            raws.append(
                replace(
                    raw,
                    key=clean_line(item.key) if item.key else None,
                    parent_key=item.parent_key or _fragment_key(answered.get(index), item.key),
                    around=self._matches.territory.around(index),
                    depth=item.depth,
                    author_url=self._author_url(author.node if author else None, link),
                    permalink=self._permalink(link, item),
                    by_post_author=index in by_post_author,
                    score=scores[index].value if index in scores else None,
                    reply_url=replies.get(index),
                )
            )
        return raws

    def _given(self, name: str, read: Callable[[LexborNode], _V | None]) -> dict[int, Part[_V]]:
        """The parts that were found together with the items."""
        found: dict[int, Part[_V]] = {}
        for index, item in enumerate(self._items):
            node = getattr(item, name)
            if node is not None:
                found[index] = Part(node, read(node))
        return found

    @cached_property
    def _bodies(self) -> dict[int, list[LexborNode]]:
        return self._matches.all(self._parts.body)

    def _first(
        self, selectors: Sequence[str], read: Callable[[LexborNode], _V | None]
    ) -> dict[int, Part[_V]]:
        return self._matches.first(selectors, read, without=self._dropped)

    def _replies(self) -> dict[int, str]:
        """For each item the address of the page on which it is answered, where it has one."""
        roots = [item.nodes[0] for item in self._items]
        replying = Replying(
            self._document,
            self._matches.scope,
            roots,
            self._matches.territory,
            self._bodies,
            self._dropped,
        )
        return replying.addresses(self._parts.reply)

    def _told(self, choices: Mapping[str, _T]) -> dict[int | None, _T]:
        """For each item the first of the choices whose selector matches in it."""
        told: dict[int | None, _T] = {}
        for name, choice in choices.items():
            for owner in self._matches.owners(getattr(self._parts, name)):
                told.setdefault(owner, choice)
        return told

    def _kind_and_name(
        self, author: Part[str] | None, told: CommentKind
    ) -> tuple[CommentKind, str]:
        """The kind of a comment and the name of its author, without the label of a ping."""
        if author is None:
            return told, ""
        given = self._author(author.node, is_title=True) if told in PINGS else author.value
        kind, name = ping_and_name(given or "")
        if kind is CommentKind.COMMENT:
            return told, name
        link = author.node.css_first("a[href]")
        title = self._author(link, is_title=True) if link is not None else None
        return (kind if told is CommentKind.COMMENT else told), title or name

    def _name(self, node: LexborNode) -> str | None:
        return self._author(node)

    def _author(self, node: LexborNode, *, is_title: bool = False) -> str | None:
        """The name of an element, which may hold the date too, but is no name if only that.

        A ping is called by the title of a page, which may end in a word such as "says".
        """
        dated = node.mem_id in self._dated
        line = line_of(node, self._dropped, () if dated else self._dated)
        line = line or clean_line(attribute(node, "content"))
        told = self._told_in(line, "name")
        if told is not None and told != line:
            return told
        kind, _ = ping_and_name(line)
        name = line if kind is not CommentKind.COMMENT or is_title else strip_says(line)
        name = name_alone(name, self._document.language)
        if not name or len(name) > MAX_AUTHOR or (dated and name == line) or _PLACE.match(name):
            return None
        return name

    def _author_url(self, node: LexborNode | None, permalink: LexborNode | None) -> str | None:
        """The address in a byline, or around it, that is not the comment's own."""
        if node is None:
            return None
        own = permalink.mem_id if permalink is not None else None
        links = (
            link
            for link in node.css("a[href]")
            if link.mem_id not in self._dropped and link.mem_id != own
        )
        link = next(links, node)
        if link.tag != "a" and link.parent is not None:
            link = link.parent
        url = clean_link(attribute(link, "href"), self._document.base) if link.tag == "a" else None
        return url if url and "#comment" not in url and not url.startswith("#") else None

    def _known_date(self, node: LexborNode) -> ShownDate | None:
        """A date that is understood, or "yesterday" and the like."""
        date = self._date(node)
        if date is None or date.at is not None:
            return date
        may_tell = bool(_DIGIT.search(date.text)) or len(date.text) <= MAX_WORD
        return date if may_tell and find_date(date.text, self._document.language) else None

    def _date_with_digit(self, node: LexborNode) -> ShownDate | None:
        """A date in words that nobody here knows, or a time alone."""
        date = self._date(node)
        return date if date is not None and _DIGIT.search(date.text) else None

    def _date(self, node: LexborNode) -> ShownDate | None:
        line = line_of(node, self._dropped)
        if not any(map(str.isalnum, line)):
            line = line_of(node)  # it is a permalink, which is none of the parts
        return self._read_date(node, self._told_in(line, "date") or line)

    def _told_in(self, line: str, group: str) -> str | None:
        """What the system's byline has in a line, or None where the line is no byline."""
        match = self._parts.byline.search(line) if self._parts.byline is not None else None
        return match.groupdict().get(group) if match is not None else None

    def _read_date(self, node: LexborNode, text: str) -> ShownDate | None:
        date = shown_date(text, machine=machine_date(node), language=self._document.language)
        return date if date.text or date.at else None

    def _date_without(self, name: str, date: Part[ShownDate]) -> ShownDate | None:
        """A date without the name that may stand before or after it."""
        text = date.value.text if date.value else ""
        alone = date_alone(text, name) if name else text
        return self._read_date(date.node, alone) if alone != text else date.value

    def _blocks(
        self,
        index: int,
        body: list[LexborNode] | None,
        heads: Sequence[LexborNode],
        kind: CommentKind,
    ) -> tuple[Block, ...]:
        """What was written; a ping may have no more than its link."""
        lines = {node.mem_id for node in heads}
        own = self._items[index].nodes
        nodes = body or [node for node in own if node.mem_id not in lines] or own
        mine = {node.mem_id for node in nodes}
        out = lines - mine

        def skip(node: LexborNode) -> bool:
            mark = node.mem_id
            if mark in mine:
                return False
            return mark in self._dropped or mark in out or self._matches.territory.is_item(node)

        def skip_meta(node: LexborNode) -> bool:
            return skip(node) or (node.mem_id in self._meta and node.mem_id not in mine)

        base = self._document.base
        if body is not None and kind not in PINGS:
            return without_dividers(blocks_of(nodes, base, skip_meta))
        blocks = without_rests(blocks_of(nodes, base, skip_meta))
        if blocks or kind in PINGS:
            return blocks
        # A theme may put the words into what others keep for author and date.
        return without_rests(blocks_of(nodes, base, skip))

    def _link_of(self, date: Part[ShownDate] | None) -> LexborNode | None:
        """The link that a date is, holds or lies in: the custom for permalinks."""
        if date is None:
            return None
        node = date.node
        for link in node.css("a[href]"):
            if link.mem_id not in self._dropped and _DIGIT.search(line_of(link)):
                return link
        return node.parent if node.parent is not None and node.parent.tag == "a" else None

    def _permalink(self, link: LexborNode | None, item: Item) -> str | None:
        if link is not None:
            url = clean_link(attribute(link, "href"), self._document.base)
            if url is not None:
                return url
        anchor = attribute(item.nodes[0], "id")
        return clean_link("#" + anchor, self._document.base) if anchor else None


def _tells_post_author(badge: LexborNode) -> bool:
    """Whether a badge says that the author of the post wrote the comment."""
    return is_post_author_mark(short_line(badge, MAX_WORD))


def _leading(node: LexborNode) -> str | None:
    """Where a link leads, or None for what leads nowhere."""
    return attribute(node, "href") or None


def _fragment_key(link: Part[str] | None, own: str | None) -> str | None:
    """The comment id that a link's fragment names, unless it is the comment's own."""
    fragment = (link.value or "").rpartition("#")[2] if link is not None else ""
    match = re.search(r"([0-9a-fA-F]*\d[\w]*)$", fragment[-80:])
    return match[1] if match and match[1] != own else None
