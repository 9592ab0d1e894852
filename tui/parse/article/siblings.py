"""The elements beside the article's that go on with its text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.parse.article.beside import LEAST_CARDS, PARTS
from tui.parse.article.kept import Kept
from tui.parse.blocks.elements import HEADINGS
from tui.parse.hints import is_content
from tui.parse.outline import Element, Outline

_SECTIONS = HEADINGS.keys() - {"h1"}
WHOLES = ("article", "main")

SIBLING_LEVELS = 3
SIBLING_SHARE = 0.08
SIBLING_RUNNING = 0.7
SIBLING_LINKS = 0.2
"""A sibling of the article's element, or of the elements around it on so many levels, belongs to it
where it holds this share of the article's running text, where this share of its own text is running
and less than this share of it is in links."""

TWIN_LINKS = 0.5
"""Where it has the same classes, which name it as the content, so much of its text may be links."""

NAMESAKE_SHARE = 0.03
"""The share is this where names say that it does."""


def with_siblings(kept: Kept, best: int) -> list[int]:
    """The article's element and those beside it that go on with its text, in page order.

    Args:
        kept: The page without what stands beside its content.
        best: The index of the article's element.
    """
    elements = kept.elements
    found = [best]
    at = best
    least = SIBLING_SHARE * kept.masses[best]
    for _ in range(SIBLING_LEVELS):
        if at == 0:
            break
        named = elements[at].content
        parent = elements[at].parent
        child = parent + 1
        while child < elements[parent].end:
            is_long = child != at and kept.masses[child] >= least
            if (
                is_long
                and _is_part(kept, child, at, best)
                and not (named and not elements[child].content)
                and not _is_other(kept, child, best)
            ):
                found.append(child)
            child = elements[child].end
        if named:
            break
        at = parent
    found += _namesakes(kept, best, found)
    return sorted([*found, *_headings(elements, found)])


def _is_part(kept: Kept, index: int, at: int, best: int) -> bool:
    """Whether an element that is beside one that holds the article goes on with its text."""
    return (
        _goes_on(kept.elements[index], kept.masses[index])
        or _goes_on_like(kept, index, at)
        or _is_twin(kept, index, best)
    )


def _headings(elements: Outline, found: list[int]) -> Iterator[int]:
    """The headings right above found paragraphs; above boxes may be that of something else."""
    chosen = set(found)
    for parent in {elements[index].parent for index in found}:
        above: list[int] = []
        child = parent + 1
        while child < elements[parent].end:
            element = elements[child]
            if element.tag in _SECTIONS:
                above.append(child)
            elif element.text:
                if child in chosen and element.tag in PARTS:
                    yield from above
                above = []
            child = element.end


def _namesakes(kept: Kept, best: int, found: list[int]) -> list[int]:
    """The elements of the same `article`, or what is named so, that are the content by one name.

    Some systems put a box between two parts of a post, which then lie in different elements.
    """
    elements, masses = kept.elements, kept.masses
    names = {name for name in elements[best].names.split() if is_content(name, "")}
    around = _whole_around(elements, best)
    more: list[int] = []
    end, least = around + 1, NAMESAKE_SHARE * masses[best]
    for index in elements.heavy(masses, around, least) if around and names else ():
        element = elements[index]
        if index < end or index <= best < element.end:
            continue
        if (
            _goes_on(element, masses[index])
            and element.content
            and not names.isdisjoint(element.names.split())
        ):
            end = element.end
            if index not in found and not any(at < index < elements[at].end for at in found):
                more.append(index)
    return more


def _whole_around(elements: Outline, best: int) -> int:
    """The nearest `article` around an element, else `main`, else what is named as content; or 0."""
    found: dict[str, int] = {}
    around = elements[best].parent
    while around:
        element = elements[around]
        kind = element.tag if element.tag in WHOLES else "named" if element.content else ""
        found.setdefault(kind, around)
        around = element.parent
    return next((found[kind] for kind in (*WHOLES, "named") if kind in found), 0)


def _is_twin(kept: Kept, index: int, best: int) -> bool:
    """Whether an element is named as the content by the very classes that the article's is."""
    element, article = kept.elements[index], kept.elements[best]
    return (
        element.content
        and element.classes == article.classes
        and element.tag == article.tag
        and kept.masses[index] >= SIBLING_SHARE * article.mass
        and element.links < TWIN_LINKS * element.text
    )


def _is_other(kept: Kept, index: int, best: int) -> bool:
    """Whether an element holds an article beside one, as pages do that never end, or cards."""
    tags, inside = kept.elements.tags, range(index, kept.elements[index].end)
    articles = sum(tags[at] == "article" and kept.masses[at] > 0 for at in inside)
    return articles >= (1 if tags[best] == "article" else LEAST_CARDS)


def _goes_on(element: Element, mass: float) -> bool:
    return _is_running(mass, element.text, element.links)


def _goes_on_like(kept: Kept, index: int, at: int) -> bool:
    """Whether an element is laid out as one that holds the article, and goes on with its text.

    Of such an element counts what does not stand beside its content.
    """
    element = kept.elements[index]
    if not element.classes or element.classes != kept.elements[at].classes:
        return False
    return _is_running(kept.masses[index], kept.text(index), kept.links(index))


def _is_running(mass: float, text: int, links: int) -> bool:
    """Whether most of a text is running, and little of it in links."""
    return mass >= SIBLING_RUNNING * text and links < SIBLING_LINKS * text
