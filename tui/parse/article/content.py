"""Which elements of a page are the article: by how running text lies in the tree, and by names."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.article.beside import PARTS
from tui.parse.article.kept import Kept
from tui.parse.article.siblings import WHOLES, with_siblings
from tui.parse.blocks.elements import HEADINGS
from tui.parse.clean import letters
from tui.parse.outline import Outline

DOMINANT = 0.7
"""The article's element holds this share of the running text of the element around it."""

MOSTLY = 0.75
"""Where nothing is a link, it holds this share of all the text as well."""

BODY = 0.5
"""Where systems call it the body of a post, in an element that is named as the content, this."""

_OF_DATA = frozenset({"caption", "thead", "th"})
"""Elements of tables of data, which tables that lay out a page have not."""

MAIN = 0.35
"""A `main` or an `article` that is alone with this share of it has the article as well."""


def content_of(kept: Kept, title: str | None = None) -> list[int]:
    """The indices of the elements that are the article, in page order.

    Args:
        kept: The page without what stands beside its content.
        title: The article's title.
    """
    return with_siblings(kept, _choose(kept.elements, kept.masses, title))


def _choose(elements: Outline, masses: Sequence[float], title: str | None) -> int:
    """The index of the article's element.

    From the body down, into the one child that holds nearly all running text, until there is none
    or until an element is named as the content and none within it is.
    """
    at = 0
    while (child := _dominant_child(elements, masses, at)) is not None:
        if not elements[at].links and elements[child].text < MOSTLY * elements[at].text:
            break  # what links nowhere is a page of columns, and no frame around an article
        at = child
        if elements[at].content:
            return _named_within(elements, masses, at)
    if elements[at].content:
        return at
    return _main(elements, masses, _around_code(elements, at), title)


def _named_within(elements: Outline, masses: Sequence[float], at: int) -> int:
    """The innermost of the elements named as the content within one that is, or that one itself."""
    least, of_body = DOMINANT * masses[at], BODY * masses[at]
    inside = [index for index in elements.heavy(masses, at, of_body) if masses[index] > of_body]
    named = [index for index in inside if masses[index] > least and elements[index].content]
    return named[-1] if named else next((i for i in inside if elements[i].is_body), at)


def _around_code(elements: Outline, box: int) -> int:
    """What is around a box of code and has other text, too; else the element itself.

    Highlighters put code into boxes that may hold nearly all text of a post of few words.
    """
    end = elements[box].end
    inside = elements[box + 1 : end] if "pre" in elements.tags[box + 1 : end] else ()
    if not any(inner.tag == "pre" and inner.text >= elements[box].text for inner in inside):
        return box
    at = box
    while at and elements[at].text <= elements[box].text:
        at = elements[at].parent
    return at or box


def _main(elements: Outline, masses: Sequence[float], at: int, title: str | None) -> int:
    """The one `main` or long `article` in an element that no part of it dominates, or itself.

    They hold "the dominant contents of the document" (HTML standard, 4.4.14). Of several articles,
    as pages have that go on with the next one, it is the one with the title.
    """
    heavy = elements.heavy(masses, at, MAIN * masses[at])
    for tag in WHOLES:
        found = [index for index in heavy if elements[index].tag == tag]
        if len(found) > 1 and title:
            found = [i for i in found if _has_heading(elements, i, letters(title))]
        if len(found) == 1:
            return found[0]
    return at


def _has_heading(elements: Outline, index: int, title: str) -> bool:
    """Whether the first heading in an element has the title's letters."""
    inside = elements[index + 1 : elements[index].end]
    heading = next((inner for inner in inside if inner.tag in HEADINGS), None)
    return heading is not None and letters(heading.words) == title


def _dominant_child(elements: Outline, masses: Sequence[float], at: int) -> int | None:
    heaviest, most = None, DOMINANT * masses[at]
    child = at + 1
    while child < elements[at].end:
        if masses[child] > 0 and masses[child] >= most and not _is_part(elements, child):
            heaviest, most = child, masses[child]
        child = elements[child].end
    return heaviest


def _is_part(elements: Outline, index: int) -> bool:
    """Whether an element is a part of an article and never holds one, as a table of data is."""
    element = elements[index]
    if element.tag != "table":
        return element.tag in PARTS
    inside = {inner.tag for inner in elements[index + 1 : element.end]}
    return "table" not in inside and not _OF_DATA.isdisjoint(inside)
