"""The page in numbers: how much text each element holds, how much of it in links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from operator import add
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse import hints
from tui.parse.blocks.elements import (
    BLOCKS,
    FORMULAS,
    HEADINGS,
    LISTS,
    NOT_READ,
    PREFORMATTED,
    TEXT,
    Attributes,
    heads_panel,
    is_hidden,
    is_word,
)
from tui.parse.clean import clean_line, letters
from tui.parse.patterns import regex

_LEAF = (
    BLOCKS | LISTS | PREFORMATTED | HEADINGS.keys() | {"blockquote", "figure", "table", "noscript"}
)

LITTLE = 200
MUCH_MORE = 3
"""A page that shows fewer characters of running text than this, and hides so many times more, waits
for a script to show them."""


_ANY_HEADING = ", ".join(HEADINGS)
_NAMELESS = ("", "", False)

_SLUG = 4
"""An id with so many hyphens may be made of a heading's words; with fewer it may name a box."""

_PHRASE = 20
"""So many characters before a link at a sentence's end are the rest of the sentence."""

_NUMBER = regex(r"\d\d")

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
    _said: hints.Said | None = None
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
            self._names = hints.names(self.classes, _identity(self))
        return self._names

    @property
    def content(self) -> bool:
        """Whether its names, or its property, say that it is the content."""
        return _is_text(self.attributes) or hints.is_content(self.classes, _identity(self))

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
        if self._said is None:
            self._said = _said(self)
        return self._said


class Outline(list[Element]):
    """The elements of a page in page order, the first around all others.

    What is asked of all of them is there as a list, too, which is gone through in half the time.

    Attributes:
        tags: The name of each element.
        parents: The index of the parent of each.
        masses: How many characters of running text each holds.
        names: All that a class or an id of one of them is, as it stands.
    """

    def __init__(
        self,
        elements: Iterable[Element] = (),
        tags: Sequence[str] = (),
        parents: Sequence[int] = (),
        masses: Sequence[float] = (),
        names: Collection[str] = (),
    ) -> None:
        super().__init__(elements)
        self.tags = tags
        self.parents = parents
        self.masses = masses
        self.names = names

    def places(self, *tags: str) -> list[int]:
        """The indices of the elements of some names, in order."""
        return [index for index, tag in enumerate(self.tags) if tag in tags]

    def named_like(self, parts: Collection[str]) -> list[int]:
        """The indices of the elements that have one of these parts in a class or an id, in order.

        Args:
            parts: The parts in lower case.
        """
        there = [part for part in parts if part in self._line]
        if not there:
            return []
        like = {name for name in self.names for part in there if part in name.lower()}
        named = enumerate(self)
        return [index for index, of in named if of.classes in like or of.identity in like]

    @cached_property
    def _line(self) -> str:
        """All names on one line, in lower case."""
        return "\n".join(self.names).lower()


def outline_of(root: LexborNode, claimed: Collection[int]) -> Outline:
    """All elements below a root in page order, the root first, without those with these `mem_id`s.

    What is never read is left out, and so is what the page hides; but where that leaves next to
    nothing, the page waits for a script to show it, and it is measured whole.
    """
    walk = _walk(root, claimed, hidden=False)
    shown = _measured(walk)
    if walk.is_all or shown[0].mass >= LITTLE:
        return shown
    whole = _measured(_walk(root, claimed, hidden=True))
    return whole if whole[0].mass >= MUCH_MORE * max(shown[0].mass, LITTLE) else shown


_Row: TypeAlias = tuple[LexborNode, str, Attributes, int, str, str, bool]
"""The first attributes of an element, `node` to `beside`.

All that is asked of an element is asked in one go, while it is at hand: later takes twice as long.
"""


class _Walk(NamedTuple):
    """The elements of an outline in page order, and what was left out of it.

    Attributes:
        rows: The elements.
        sizes: The characters of text right in each.
        holding: The indices of the parents of those that others claimed.
        numbers: The indices of those with two digits together in the text right in them.
        is_all: Whether none was left out for being hidden.
    """

    rows: list[_Row]
    sizes: list[int]
    holding: set[int]
    numbers: set[int]
    is_all: bool


def _walk(root: LexborNode, claimed: Collection[int], *, hidden: bool) -> _Walk:
    tag, attributes = root.tag or "", root.attributes
    rows: list[_Row] = [(root, tag, attributes, 0, *_named(tag, attributes))]
    sizes = [0]
    holding: set[int] = set()
    numbers: set[int] = set()
    places = {root.mem_id: 0}
    is_all = True
    for node in root.traverse(include_text=True, skip_empty=True):
        tag = node.tag or ""
        around = node.parent if tag not in NOT_READ else None
        parent = places.get(around.mem_id) if around is not None else None
        if parent is None:  # it is in something that was left out, or the root
            continue
        if tag == TEXT:
            text = (node.text_content or "").strip()
            sizes[parent] += len(text)
            if _NUMBER.search(text):
                numbers.add(parent)
            continue
        mark, attributes = node.mem_id, node.attributes
        if mark in claimed:
            holding.add(parent)
            continue
        named = _NAMELESS
        if attributes:
            if not hidden and is_hidden(tag, attributes):
                is_all = False
                continue
            named = _named(tag, attributes)
        classes, identity, is_beside = named
        if tag in hints.BESIDE_TAGS:
            # Accordions write their headings as buttons (WAI-ARIA practices).
            is_beside = is_beside or tag != "button" or not _heads(node, rows[parent][1])
        places[mark] = len(rows)
        rows.append((node, tag, attributes, parent, classes, identity, is_beside))
        sizes.append(0)
    return _Walk(rows, sizes, holding, numbers, is_all)


def _heads(button: LexborNode, around: str) -> bool:
    return around in HEADINGS or heads_panel(button) or is_word(button)


def _named(tag: str, attributes: Attributes) -> tuple[str, str, bool]:
    """The classes and the id of an element, and whether its role says that it stands beside."""
    attribute = attributes.get
    is_beside = attribute("role") in hints.BESIDE_ROLES
    # MathJax names formulas after its menus, and microdata says what its element is.
    if tag in FORMULAS or ("itemprop" in attributes and _is_text(attributes)):
        return "", "", is_beside
    return attribute("class") or "", attribute("id") or "", is_beside


def _measured(walk: _Walk) -> Outline:
    """The elements, with where each ends, and what is in it added up."""
    rows, texts, holding, numbers, _ = walk
    nodes, tags, attributes, parents, classes, ids, beside = zip(*rows, strict=True)
    links, own, own_links = _flows(tags, parents, texts)
    flows = zip(tags, own, own_links, strict=True)
    masses = [_running(*flow) if flow[1] else 0.0 for flow in flows]
    counts = [1] * len(nodes)
    for index in range(len(nodes) - 1, 0, -1):
        parent, text = parents[index], texts[index]
        counts[parent] += counts[index]
        if text:
            texts[parent] += text
            links[parent] += links[index]
            masses[parent] += masses[index]
    for some in (holding, numbers):
        _add_around(some, parents)
    places = range(len(nodes))
    elements = map(
        Element,
        nodes,
        tags,
        attributes,
        parents,
        classes,
        ids,
        beside,
        map(add, places, counts),
        counts,
        map(holding.__contains__, places),
        texts,
        links,
        masses,
        own,
        own_links,
        map(numbers.__contains__, places),
    )
    return Outline(elements, tags, parents, masses, {*classes, *ids})


def _add_around(some: set[int], parents: Sequence[int]) -> None:
    """Add the indices of all elements around some."""
    for index in [*some]:
        around = parents[index]
        while around not in some:
            some.add(around)
            around = parents[around]


def _flows(
    tags: Sequence[str], parents: Sequence[int], texts: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """The text that each element has in links, and that of each block's own flow, also in links."""
    links, own, own_links = ([0] * len(tags) for _ in range(3))
    flows: list[int] = []
    linked: list[bool] = []
    for index, (tag, parent, size) in enumerate(zip(tags, parents, texts, strict=True)):
        flow = index if tag in _LEAF or not index else flows[parent]
        in_link = tag == "a" or (index > 0 and linked[parent])
        flows.append(flow)
        linked.append(in_link)
        if size:
            own[flow] += size
            if in_link:
                links[index] = size
                own_links[flow] += size
    return links, own, own_links


def _running(tag: str, own: int, links: int) -> float:
    """The running text of one block, in characters: links and crumbs do not count."""
    if own < 20 or links * 2 > own or tag in HEADINGS:
        return 0.0
    return float(own - links)


def _is_text(attributes: Attributes) -> bool:
    """Whether microdata says that an element is the text of an article."""
    return "articleBody" in (attributes.get("itemprop") or "")


def _identity(element: Element) -> str:
    """The id of an element, unless it names a heading and would mean something else."""
    classes, identity = element.classes, element.identity
    if identity and _names_heading(element, identity):
        said = hints.said(classes, identity)
        return "" if said.beside or said.links else identity
    return identity


def _said(element: Element) -> hints.Said:
    if not (element.classes or element.identity):
        return hints.NOTHING
    said = hints.said(element.classes, _identity(element))
    if (said.beside or said.links) and element.tag in _BELONGING and _belongs(element):
        return hints.NOTHING
    return said


def _names_heading(element: Element, identity: str) -> bool:
    """Whether an id is a heading's, or made of one's words: then it names no part of the page."""
    if element.tag in HEADINGS:
        return True
    heading = element.node.css_first(_ANY_HEADING) if identity.count("-") >= _SLUG else None
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
