"""Which element is the article, and what in it is not."""

from __future__ import annotations

from collections.abc import Callable, Collection

from tui.model import Block
from tui.parse.article.trim import without_rest, without_title
from tui.parse.blocks import blocks_of
from tui.parse.blocks.elements import word_set
from tui.parse.outline import Element

BESIDE_SHARE = 0.4
"""Something beside the content holds less than this share of the page's running text."""

MOST_BESIDE = 0.85
"""Names of classes that put more than this share of the text beside the content are not trusted."""

DOMINANT = 0.7
"""The article's element holds this share of the running text of the element around it."""

SIBLING_LEVELS = 3
SIBLING_SHARE = 0.08
SIBLING_RUNNING = 0.7
SIBLING_LINKS = 0.2
"""A sibling of the article's element, or of the elements around it on so many levels, belongs to it
where it holds this share of the article's running text, where this share of its own text is running
and less than this share of it is in links."""

LINKS = 0.8
"""A box with more than this share of its text in links leads elsewhere."""

_BOXES = word_set("div section table header article")
_LEAST_TEXT = 20
"""Boxes of links have at least this many characters; shorter ones may be a button or a figure's."""

_PARTS = word_set("p blockquote pre ul ol li dl dt dd figure h1 h2 h3 h4 h5 h6")
"""Elements that are parts of an article and never hold one."""


def find_article(
    elements: list[Element],
    base: str | None,
    claimed: Collection[int],
    title: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of a page's main content.

    Args:
        elements: The outline of the page's body.
        base: What relative links are resolved against, or None.
        claimed: The `mem_id`s of the elements that hold the comments.
        title: The article's title, which is not repeated in the blocks.
    """
    if not elements:
        return ()
    dropped = _drop_beside(elements)
    masses = _masses(elements, dropped)
    best = _choose(elements, masses)
    leave_out = {elements[index].node.mem_id for index in dropped}.union(claimed)
    nodes = [elements[index].node for index in _with_siblings(elements, masses, best)]
    blocks = blocks_of(nodes, base, lambda node: node.mem_id in leave_out)
    return without_rest(without_title(blocks, title))


def _drop_beside(elements: list[Element]) -> list[int]:
    """The elements that stand beside the content, outermost first.

    Where the names of classes would leave little of the page, they do not mean what they say there
    (a page builder calls every part of the content a widget), and only lists of links go by them.
    """
    total = elements[0].mass
    dropped = _outermost(elements, lambda e: e.beside or e.named_beside or _leads_elsewhere(e))
    if sum(elements[index].mass for index in dropped) <= MOST_BESIDE * total:
        return dropped
    return _outermost(
        elements,
        lambda e: e.beside or (e.named_beside and e.links * 2 > e.text) or _leads_elsewhere(e),
    )


def _leads_elsewhere(element: Element) -> bool:
    """Whether an element is made of links; plain lists of links may be the article's own."""
    if element.named_links:
        return element.mass == 0 or element.links * 2 > element.text
    return (
        element.tag in _BOXES
        and element.text >= _LEAST_TEXT
        and element.links > LINKS * element.text
    )


def _outermost(elements: list[Element], wanted: Callable[[Element], bool]) -> list[int]:
    limit = BESIDE_SHARE * elements[0].mass
    found: list[int] = []
    index = 0
    while index < len(elements):
        element = elements[index]
        if wanted(element) and element.mass <= limit:
            found.append(index)
            index = element.end
        else:
            index += 1
    return found


def _masses(elements: list[Element], dropped: list[int]) -> list[float]:
    """The running text of each element without what was dropped."""
    removed = [0.0] * len(elements)
    for index in dropped:
        removed[index] = elements[index].mass
    for index in range(len(elements) - 1, 0, -1):
        removed[elements[index].parent] += removed[index]
    masses = [element.mass - gone for element, gone in zip(elements, removed, strict=True)]
    for index in dropped:
        for inner in range(index, elements[index].end):
            masses[inner] = 0.0
    return masses


def _choose(elements: list[Element], masses: list[float]) -> int:
    """The index of the article's element.

    From the body down, into the one child that holds nearly all running text, until there is none
    or until an element is named as the content and none within it is.
    """
    at = 0
    while (child := _dominant_child(elements, masses, at)) is not None:
        at = child
        if elements[at].content:
            inside = range(at + 1, elements[at].end)
            least = DOMINANT * masses[at]
            named = (i for i in inside if elements[i].content and masses[i] > least)
            return max(named, default=at)
    return at


def _dominant_child(elements: list[Element], masses: list[float], at: int) -> int | None:
    heaviest, most = None, DOMINANT * masses[at]
    child = at + 1
    while child < elements[at].end:
        if masses[child] > 0 and masses[child] >= most and elements[child].tag not in _PARTS:
            heaviest, most = child, masses[child]
        child = elements[child].end
    return heaviest


def _with_siblings(elements: list[Element], masses: list[float], best: int) -> list[int]:
    """The article's element and those beside it that go on with its text, in page order."""
    found = [best]
    at = best
    for _ in range(SIBLING_LEVELS):
        if at == 0 or elements[at].content:
            break
        parent = elements[at].parent
        child = parent + 1
        while child < elements[parent].end:
            if child != at and _goes_on(elements[child], masses[child], masses[best]):
                found.append(child)
            child = elements[child].end
        at = parent
    return sorted(found)


def _goes_on(element: Element, mass: float, of_article: float) -> bool:
    return (
        mass >= SIBLING_SHARE * of_article
        and mass >= SIBLING_RUNNING * element.text
        and element.links < SIBLING_LINKS * element.text
    )
