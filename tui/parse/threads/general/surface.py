"""What the finder asks of a whole page, each thing once and only where it is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from msgspec import Struct, field
from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.selectors import possible
from tui.parse.threads.general.buttons import Buttons
from tui.parse.threads.general.gate import HEADINGS, MAX_HEADING, may_head, speaks_of_comments
from tui.parse.threads.general.lines import lines_of
from tui.parse.threads.general.parts import possible_parts
from tui.parse.threads.nodes import (
    Inside,
    ancestors,
    attribute,
    enclosing,
    outermost,
    page_of,
    select,
    texts,
)
from tui.parse.threads.system import Parts
from tui.parse.words import is_form_title, stated_count

MAX_TITLE = 300
"""Titles have no more characters than this."""

MIN_TITLE_WORDS = 2
"""A name has as many words as this or fewer; a title has more, or leads to another page here."""

SIBLINGS = 12
"""How many nodes before an element are looked at for a heading; every other one is white space."""

MAX_LINKS = 20
"""How many links of an element are read."""

TITLE_SPACES = 2
"""A link with so many spaces in its words may be a title."""

LEVELS = 4
"""A link that an element lies in is one of so many elements around it."""

MUCH = 0.3
"""More than this share of an element's words in links makes it one of a list of links."""

MAX_LOOKED_AT = 5_000
"""How many headings and links are looked at."""

TO_COMMENT = "a[href*='#comment'], a[href*='#reply'], a[href*='#c']"
"""Links to single comments or to their form."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RATED = (
    "[itemprop='reviewRating'], [itemprop='ratingValue'], [class*='star-rating'], "
    "[class*='stars'], [class*='rating-value'], [class*='review-rating'], [class*='ratingValue']"
)
_LINKED_HEADINGS = (
    "h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4, "
    "[class~='title' i] a[href], a[class~='title' i][href], a[class*='-title'][href], "
    "a[class$='title'][href]"
)
_MEMBERS = (
    "a[href*='/user'], a[href*='/profile'], a[href*='/member'], a[href*='/u/'], a[href*='/@'], "
    "a[href*='/people/'], a[href*='?u='], a[href*='&u='], [class*='username'], "
    "[class*='userName'], [class*='user-name'], [class*='poster'], [class~='user'], [class~='nick']"
)
_PEOPLE = (
    f"{_MEMBERS}, [class*='author'], [class*='Author'], [class*='auteur'], [class*='autor'], "
    "[itemprop='author'], [class~='naam'], [class~='nome'], [class~='nom'], "
    "[class~='name'], [class*='-name'], [class*='_name'], cite, .fn"
)
_FIELD_TAGS = frozenset({"input", "textarea", "select", "button", "label", "form"})
_FIELDS = ", ".join(sorted(_FIELD_TAGS))
_GOODS = (
    "[itemtype$='schema.org/Product'], [itemprop='price'], [class*='add-to-cart'], "
    "[class*='addtocart'], [class*='add-to-basket'], meta[property='og:type'][content='product'], "
    "[class*='product-price'], form[action*='cart']"
)
_AREA = regex(
    r"(?:^|[\s_-])(?:(?:user|reader|post|article|blog|entry)[-_]?)?(?:comments?[-_]?"
    r"(?:s|list|area|section|wrap(?:per)?|container|thread|threads|block|holder|items?|template)"
    r"|comments|commentlist|reacties|kommentare|kommentarer|commentaires|comentarios|commenti"
    r"|comentários|komentarze|komentáře|yorumlar|discussion|guestbook|gastenboek)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AREA_NAMES = (
    *("comment", "reacties", "komment", "coment", "koment", "yorum", "discussion"),
    *("guestbook", "gastenboek"),
)
"""One of which every name that `_AREA` finds has in it, whatever the case of its letters."""

_PERSON = regex(
    r"/(?:users?|profiles?|members?|authors?|people|u)/|/@|[?&]u(?:ser)?=", re.IGNORECASE
)


class Before(Struct, frozen=True):
    """A short line before an element.

    Attributes:
        text: The line.
        is_heading: Whether it is marked as a heading.
        speaks: Whether it is a heading of comments or of their form.
        counts: Whether it is, and does not say that there are none.
    """

    text: str
    is_heading: bool
    speaks: bool
    counts: bool


class Surface(Struct, frozen=True, dict=True):
    """A page as the finder sees it. Sets are those of the `mem_id`s of all elements around things.

    Attributes:
        document: The page.
    """

    document: Document
    _in_area: Inside = field(default_factory=lambda: Inside(is_area))
    _links: dict[int, bool] = field(default_factory=dict)
    _befores: dict[int, tuple[Before, ...]] = field(default_factory=dict)

    @cached_property
    def _buttons(self) -> Buttons:
        return Buttons(self.document.tree)

    @property
    def replies(self) -> list[LexborNode]:
        """The buttons that answer a comment."""
        return self._buttons.replies

    @property
    def buttons(self) -> list[LexborNode]:
        """All buttons that act on a comment."""
        return self._buttons.acting

    @cached_property
    def around_replies(self) -> set[int]:
        """Around, and at, buttons to reply."""
        return self._enclosing(self.replies)

    @cached_property
    def around_rated(self) -> set[int]:
        """Around stars and ratings."""
        return self._enclosing(self._all(_RATED))

    @cached_property
    def around_titles(self) -> set[int]:
        """Around headings that link to other articles."""
        headings = self._all(_LINKED_HEADINGS)
        lines = lines_of(headings, MAX_TITLE)
        pairs = zip(headings, lines, strict=True)
        return self._enclosing([node for node, line in pairs if self._is_title(node, line)])

    @property
    def _people(self) -> list[LexborNode]:
        return [node for node in self._all(_PEOPLE) if _is_no_field(node)]

    @cached_property
    def people_in_areas(self) -> list[LexborNode]:
        """Links to people and names in what a class or id calls the page's comments."""
        line = self.document.marks.line.lower()
        names = [f"[class*='{name}' i], [id*='{name}' i]" for name in _AREA_NAMES if name in line]
        people = possible(_PEOPLE, self.document.marks)
        areas = filter(is_area, select(self.document.tree, ", ".join(names)) if people else ())
        return [
            node
            for area in outermost(areas)
            for node in select(area, people)
            if node.mem_id != area.mem_id and _is_no_field(node)
        ][:MAX_LOOKED_AT]

    @cached_property
    def around_members(self) -> set[int]:
        """Around, and at, links to members of the site and names of posters."""
        return self._enclosing(self._all(_MEMBERS))

    @cached_property
    def around_people(self) -> set[int]:
        """Around, and at, links to people and names."""
        return self._enclosing(self._people)

    @cached_property
    def around_page_titles(self) -> set[int]:
        """Around the page's own headings of the first level."""
        return self._enclosing(select(self.document.tree, "h1"))

    @cached_property
    def around_comment_links(self) -> set[int]:
        """Around links to single comments, here or elsewhere."""
        return self._enclosing(self._all(TO_COMMENT))

    @cached_property
    def around_forms(self) -> set[int]:
        """Around text boxes of forms that take comments."""
        boxes = select(self.document.tree, "textarea")
        return self._enclosing([box for box in boxes if _takes_comments(box)])

    @cached_property
    def parts(self) -> Parts:
        """Where the parts of a comment may be on this page."""
        return possible_parts(self.document.marks)

    @cached_property
    def sells(self) -> bool:
        """Whether the page is about something to buy."""
        selector = possible(_GOODS, self.document.marks)
        return bool(selector) and self.document.tree.css_first(selector) is not None

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each element in the page."""
        return {node.mem_id: place for place, node in enumerate(self.document.tree.css("*"))}

    @cached_property
    def heading(self) -> int | None:
        """The place of the first heading of comments that is none of a form."""
        headings = select(self.document.tree, "h2, h3, h4, h5, h6")[:MAX_LOOKED_AT]
        for node, line in zip(headings, lines_of(headings, MAX_TITLE), strict=True):
            if speaks_of_comments(line) and not is_form_title(line):
                return self.places.get(node.mem_id)
        return None

    @property
    def here(self) -> tuple[str, str]:
        """What a link to the page itself gives as its page."""
        return (self.document.url or self._base or "").partition("#")[0], ""

    @property
    def _base(self) -> str | None:
        return self.document.base

    def _all(self, selector: str) -> list[LexborNode]:
        wanted = possible(selector, self.document.marks)
        return select(self.document.tree, wanted)[:MAX_LOOKED_AT]

    def _enclosing(self, nodes: list[LexborNode]) -> set[int]:
        return enclosing(nodes) | {node.mem_id for node in nodes}

    def _is_title(self, node: LexborNode, line: str) -> bool:
        """Whether a linked heading is an article's title, and no name or link to a comment.

        Names have a word or two, and those with two lead to the site of whoever wrote; a comment's
        own link is its date.
        """
        link = node
        if node.tag != "a":
            link = next((at for at in ancestors(node) if at.tag == "a"), node)
        words = len(line.split())
        page = page_of(link, self._base)
        if words < MIN_TITLE_WORDS or page in self.here or _PERSON.search(page):
            return False
        if link.css_first("time, relative-time, [datetime]") is not None:
            return False
        return words > MIN_TITLE_WORDS or _host(page) in {_host(self.here[0]), ""}

    def before(self, node: LexborNode) -> tuple[Before, ...]:
        """The short lines right before an element, the nearest first."""
        known = self._befores.get(node.mem_id)
        if known is None:
            known = self._befores[node.mem_id] = tuple(_befores(node))
        return known

    def is_headed(self, node: LexborNode) -> bool:
        """Whether a short line right before an element heads comments, and says that there are."""
        return any(map(may_head, _texts_before(node))) and any(
            one.counts for one in self.before(node)
        )

    def is_link(self, node: LexborNode) -> bool:
        """Whether much of what an element says is links of some words to other pages here.

        Or all of it, where it lies in such a link itself. An empty link over a card has its words
        in a label.
        """
        known = self._links.get(node.mem_id)
        if known is None:
            known = self._links[node.mem_id] = self._is_link(node)
        return known

    def _is_link(self, node: LexborNode) -> bool:
        around = islice(ancestors(node), LEVELS)
        if any(at.tag == "a" and self.is_elsewhere(at) for at in around):
            return True
        linked = 0
        for link in node.css("a[href]")[:MAX_LINKS]:
            text = link.text().strip() or attribute(link, "aria-label").strip()
            if text.count(" ") >= TITLE_SPACES and self.is_elsewhere(link):
                linked += len(text)
        return linked > 0 and linked > MUCH * sum(
            len((text.text_content or "").strip()) for text in texts(node)
        )

    def is_in_area(self, node: LexborNode) -> bool:
        """Whether an element lies in what a class or id calls the page's comments."""
        return self._in_area(node.parent)

    def is_elsewhere(self, link: LexborNode) -> bool:
        """Whether a link leads to another page of the site, and to no place on it."""
        href = attribute(link, "href")
        if any(map(str.isdecimal, href.partition("#")[2])):
            return False
        page = page_of(link, self._base)
        return page not in self.here and _host(page) in {_host(self.here[0]), ""}


def _befores(node: LexborNode) -> Iterator[Before]:
    return (line for at in _siblings_before(node) for line in _lines_in(at))


def _siblings_before(node: LexborNode) -> Iterator[LexborNode]:
    at = node.prev
    for _ in range(SIBLINGS):
        if at is None:
            return
        if at.is_element_node:
            yield at
        at = at.prev


def _texts_before(node: LexborNode) -> Iterator[str]:
    """What is written before an element, of long texts no more than the first heading."""
    for at in _siblings_before(node):
        text = at.text(separator=" ")
        if len(text) > 2 * MAX_HEADING:
            inner = at.css_first(HEADINGS)
            text = inner.text(separator=" ") if inner is not None else ""
        yield text


def _lines_in(node: LexborNode) -> Iterator[Before]:
    """The line of an element, and that of the first heading in it."""
    inner = None if node.tag in _HEADINGS else node.css_first(HEADINGS)
    is_heading = node.tag in _HEADINGS or inner is not None
    lines = lines_of([node] if inner is None else [node, inner], MAX_HEADING)
    for text in dict.fromkeys(filter(None, lines)):
        speaks = speaks_of_comments(text)
        yield Before(text, is_heading, speaks, speaks and stated_count(text) != 0)


def is_area(node: LexborNode) -> bool:
    """Whether a class or id calls an element the place of the page's comments."""
    attributes = node.attributes
    names = (attributes.get("class") or "", attributes.get("id") or "")
    return node.tag != "body" and any(map(_AREA.search, names))


def _is_no_field(node: LexborNode) -> bool:
    """Whether an element neither is nor holds a field of a form."""
    return node.tag not in _FIELD_TAGS and node.css_first(_FIELDS) is None


def _takes_comments(box: LexborNode) -> bool:
    names = f"{attribute(box, 'name')} {attribute(box, 'id')} {attribute(box, 'class')}".lower()
    return any(word in names for word in ("comment", "reply", "reacti", "kommentar", "respons"))


def _host(page: str) -> str:
    """The host of an address, empty where it is relative or none."""
    return urlsplit(clean_link(page) or "").netloc
