"""Text that a page holds twice, for another size of the screen or another tab."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tui.parse.blocks.elements import HEADINGS
from tui.parse.outline import Element

LEAST = 60
"""Shorter blocks than this many characters may be said twice."""

MOST = 8
"""What is said more often than a page has sizes and tabs is not said for another one."""

_LISTS = frozenset({"ul", "ol", "dl"})
_NOT_PROSE = HEADINGS.keys() | {"pre", "li", "dt", "dd", "td", "th", "figcaption", "caption"}
_QUOTE = "blockquote"


def twins(elements: Sequence[Element], chosen: Iterable[int]) -> list[int]:
    """The indices of the elements whose text stands in the article's elements once already.

    A copy is in another element than what it copies, else its author says it twice. Quotes are left
    alone, and text of several lines, for verse has refrains; so are lists, but those that come with
    a paragraph, for articles sum up what is for and against a thing.

    Args:
        elements: The outline of the page's body.
        chosen: The indices of the article's elements.
    """
    found = _long(elements, chosen)
    counts = Counter(elements[index].text for index in found)
    same: dict[str, list[int]] = defaultdict(list)
    for index in found:
        if counts[elements[index].text] > 1:  # most of a page has no other of its length
            same[elements[index].words].append(index)
    copies = {
        index
        for alike in same.values()
        if 1 < len(alike) <= MOST
        for index in alike[1:]
        if _is_copy(elements, index, alike[0])
    }
    return _with_paragraphs(elements, found, copies) if copies else []


def _long(elements: Sequence[Element], chosen: Iterable[int]) -> list[int]:
    """The elements that are a paragraph or a list of some length, none within another."""
    found: list[int] = []
    for start in chosen:
        index, end = start, elements[start].end
        while index < end:
            element = elements[index]
            is_long = element.text >= LEAST
            if is_long and (element.tag in _LISTS or _is_prose(element)):
                found.append(index)
                index = element.end
            else:
                index = index + 1 if is_long else element.end
    return found


def _is_prose(element: Element) -> bool:
    return element.own == element.text and element.tag not in _NOT_PROSE


def _is_copy(elements: Sequence[Element], index: int, first: int) -> bool:
    copy, original = elements[index], elements[first]
    is_quoted = copy.tag == _QUOTE or elements[copy.parent].tag == _QUOTE
    is_verse = copy.node.css_first("br") is not None
    return copy.parent != original.parent and not is_quoted and not is_verse


def _with_paragraphs(elements: Sequence[Element], found: list[int], copies: set[int]) -> list[int]:
    """The copies without lists that no copied paragraph goes before."""
    kept: list[int] = []
    is_copy = False
    for index in found:
        is_copy = index in copies and (is_copy or elements[index].tag not in _LISTS)
        if is_copy:
            kept.append(index)
    return kept
