"""The page in numbers: its elements, with what each holds and what its names say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse import hints
from tui.parse.blocks.elements import ANY_HEADING, HEADINGS, TEXT, Attributes, is_word
from tui.parse.clean import clean_line, letters

_SLUG = 4
"""An id with so many hyphens may be made of a heading's words; with fewer it may name a box."""

_PHRASE = 20
"""So many characters before a link at a sentence's end are the rest of the sentence."""

_MARKS = ",.;:!?)\"'\u2019\u201d"


class Element(Struct, gc=False):
    """An element of the outline.

    What its names say is read when it is asked for: most elements go by what they are in.

    Attributes:
        node: The element itself.
        tag: Its name.
        attributes: Its attributes.
        parent: The index of its parent; its own for the first.
        classes: Its classes, and
        identity: its id; nothing where these name no part of a page.
        beside: Whether its kind or role says that it stands beside the content.
        end: The index after its last descendant.
        size: How many elements it is made of, itself included.
        holds_claimed: Whether something in it was left out because others claimed it.
        text: How many characters of text it holds, with all below.
        links: How many of those are in links.
        mass: How many characters of running text it holds, links and crumbs not counted.
        own: Characters of its own flow of text, links counted apart in `own_links`.
        own_links: See `own`.
        has_number: Whether two digits stand together in its text, as they do in every year.
    """

    node: LexborNode
    tag: str
    attributes: Attributes
    parent: int
    classes: str
    identity: str
    beside: bool
    end: int
    size: int
    holds_claimed: bool
    text: int
    links: int
    mass: float
    own: int
    own_links: int
    has_number: bool
    _names: str | None = None
    _words: str | None = None

    @property
    def place(self) -> int:
        """Its index in the outline."""
        return self.end - self.size

    @property
    def words(self) -> str:
        """Its text on one line, cleaned; for short elements, since all of it is gone through."""
        if self._words is None:
            self._words = clean_line(self.node.text(separator=" "))
        return self._words

    @property
    def names(self) -> str:
        """Its classes and its id, as `hints.names` gives them."""
        if self._names is None:
            self._names = hints.names(self.classes, self.identity and _identity(self))
        return self._names

    @property
    def content(self) -> bool:
        """Whether its names, or its property, say that it is the content."""
        return is_text(self.attributes) or hints.is_content(self.classes, _identity(self))

    @property
    def is_body(self) -> bool:
        """Whether its classes are those by which systems call the body of a post."""
        return hints.is_body(self.classes)

    @property
    def named_beside(self) -> bool:
        """Whether its names say that it stands beside the content, which is less sure."""
        return self.said.beside

    @property
    def said(self) -> hints.Said:
        """What its names say of its part in the page."""
        said = hints.said(self.classes, self.identity)
        return said if said is hints.NOTHING else _said(self)


class Outline(list[Element]):
    """The elements of a page in page order, the first around all others.

    What is asked of all of them is there as a list, too, which is gone through in half the time.

    Attributes:
        tags: The name of each element.
        parents: The index of the parent of each.
        masses: How many characters of running text each holds.
        classes: The classes of each, and
        ids: the id of each, as they stand; nothing where these name no part of a page.
    """

    def __init__(
        self,
        elements: Iterable[Element] = (),
        tags: Sequence[str] = (),
        parents: Sequence[int] = (),
        masses: Sequence[float] = (),
        classes: Sequence[str] = (),
        ids: Sequence[str] = (),
    ) -> None:
        super().__init__(elements)
        self.tags = tags
        self.parents = parents
        self.masses = masses
        self.classes = classes
        self.ids = ids

    def places(self, *tags: str) -> list[int]:
        """The indices of the elements of some names, in order."""
        return sorted(chain.from_iterable(map(self._places, tags)))

    def _places(self, tag: str) -> Iterator[int]:
        """The indices of the elements of a name: few have it, and the others are soon passed by."""
        index = -1
        with suppress(ValueError):  # that none is left
            while True:
                index = self.tags.index(tag, index + 1)
                yield index

    def heavy(self, masses: Sequence[float], at: int, least: float) -> list[int]:
        """The indices of the elements within one that hold so much running text, in order.

        Args:
            masses: How much each holds; none holds more than what it is in.
            at: The index of the element around them.
            least: How much they hold at least.
        """
        found: list[int] = []
        index, end = at + 1, self[at].end
        while index < end:
            if masses[index] >= least:
                found.append(index)
                index += 1
            else:
                index = self[index].end
        return found

    def named_like(self, parts: Collection[str]) -> list[int]:
        """The indices of the elements that have one of these parts in a class or an id, in order.

        Args:
            parts: The parts in lower case.
        """
        there = filter(self._line.__contains__, parts)
        like = {name for part in there for name in self._names if part in name.lower()}
        if not like:
            return []
        named = zip(self.classes, self.ids, strict=True)
        return [index for index, names in enumerate(named) if not like.isdisjoint(names)]

    @cached_property
    def _names(self) -> Collection[str]:
        """What the classes and the ids of the page are, each once."""
        return {*self.classes, *self.ids}

    @cached_property
    def _line(self) -> str:
        """All these names in lower case, one a line: most parts that are asked for are in none."""
        return "\n".join(self._names).lower()


def is_text(attributes: Attributes) -> bool:
    """Whether microdata says that an element is the text of an article."""
    return "articleBody" in (attributes.get("itemprop") or "")


def _identity(element: Element) -> str:
    """The id of an element, unless it names a heading and would mean something else."""
    classes, identity = element.classes, element.identity
    if not identity or hints.said(classes, identity) is hints.NOTHING:
        return identity
    return "" if _names_heading(element, identity) else identity


def _said(element: Element) -> hints.Said:
    """What the names of an element say, unless that is of what it is in, or of a heading."""
    if element.tag in _BELONGING and _belongs(element):
        return hints.NOTHING
    return hints.said(element.classes, _identity(element))


def _names_heading(element: Element, identity: str) -> bool:
    """Whether an id is a heading's, or made of one's words: then it names no part of the page."""
    if element.tag in HEADINGS:
        return True
    heading = element.node.css_first(ANY_HEADING) if identity.count("-") >= _SLUG else None
    return heading is not None and letters(heading.text()) == letters(identity)


_BELONGING = ("a", "button")


def _belongs(link: Element) -> bool:
    """Whether a link belongs to the sentence or the heading that it is in, whatever it is called.

    Authors link words to popups, tags and newsletters; a heading may lead to the table of contents.
    """
    node = link.node
    if link.tag == "button":
        return is_word(node)
    before, after = _text_of(node.prev), _text_of(node.next)
    if after and after[0] in _MARKS and len(before) >= _PHRASE:
        return before[-1].isalnum()
    rest = after.lstrip(f"{_MARKS} ")
    if rest:
        return not rest[0].isupper()
    href, parent = link.attributes.get("href") or "", node.parent
    return href.startswith("#") and href != "#" and parent is not None and parent.tag in HEADINGS


def _text_of(node: LexborNode | None) -> str:
    """The text directly beside an element."""
    return (node.text_content or "").strip() if node is not None and node.tag == TEXT else ""
