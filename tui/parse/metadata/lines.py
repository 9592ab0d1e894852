"""Lines that begin with a word such as "by", and the names in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from tui.parse.metadata.names import (
    has_byline,
    is_called,
    is_label,
    is_of_site,
    is_person,
    is_plain_byline,
    names_of,
    to_byline,
)
from tui.parse.metadata.places import is_elsewhere
from tui.parse.metadata.portraits import without_roles
from tui.parse.outline import Element

LONGEST = 100
"""No byline is longer than this many characters."""

SHORT = 60
"""One that names no full name of a person is no longer than this."""

_FEW = 12
"""No byline below the article is made of more elements than this."""


class Sites(Struct, frozen=True):
    """What the site is called.

    Attributes:
        names: Its names.
        named: Those of them that stood where an author's would.
    """

    names: tuple[str | None, ...]
    named: list[tuple[str, ...]]

    def without(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, but none where all are of the site; those are kept apart."""
        if any(not any(is_of_site(name, site) for site in self.names) for name in names):
            return names
        if names:
            self.named.append(names)
        return ()


NO_SITE = Sites((), [])


def in_lines(
    near: list[Element], sites: Sites, *, plain: bool = False, labels: bool = True
) -> tuple[str, ...]:
    """The names in the first line such as "By Anna Visser".

    Args:
        near: The elements.
        sites: What the site is called.
        plain: Whether only words count that stand before nothing but names.
        labels: Whether the names may also follow on a line of their own.
    """
    lines = _lines(near)
    labelled: Collection[int] = ()
    if labels:
        lines = [*lines]
        labelled = _after_labels(lines)
    for element, byline in lines:
        is_plain = byline is not None and byline.is_plain
        if not (is_plain if plain else byline) and element.place not in labelled:
            continue
        line = byline.line if byline is not None else element.words
        names = names_of(line)
        if not names or not sites.without(names) or is_elsewhere(element):
            continue
        if all(map(is_person, names)):
            return without_roles(names, element)
        if is_plain and len(line) <= SHORT and all(map(is_called, names)):
            return without_roles(names, element)
    return ()


class _Byline(Struct, frozen=True):
    """A line that begins with a word before a name.

    Attributes:
        line: The words from that one on.
        is_plain: Whether that word stands before nothing but names.
        is_label: Whether they are nothing but that word.
    """

    line: str
    is_plain: bool
    is_label: bool


_Line: TypeAlias = tuple[Element, _Byline | None]


def _lines(elements: Iterable[Element]) -> Iterable[_Line]:
    """The lines that are short enough for a byline, each with the one that it has, if any."""
    for element in _innermost([element for element in elements if element.text <= LONGEST]):
        if element.words:
            yield element, _byline(element.words)


def _innermost(elements: list[Element]) -> list[Element]:
    """The elements without those that only hold another one of them, which says the same."""
    around: set[int] = set()
    for one, other in pairwise(elements):  # nothing with text stands between such two
        if one.text == other.text:
            if other.parent == one.place:
                around.add(one.place)
            elif one.parent == other.place:
                around.add(other.place)
    return [element for element in elements if element.place not in around]


def _byline(words: str) -> _Byline | None:
    line = to_byline(words)
    if not has_byline(line):
        return None
    return _Byline(line, is_plain_byline(line), is_label(line))


def _after_labels(lines: list[_Line]) -> set[int]:
    """The places of the lines that follow one which only says "By", whatever order they are in."""
    if not any(byline is not None and byline.is_label for _, byline in lines):
        return set()
    found: set[int] = set()
    labelled = False
    for element, byline in sorted(lines, key=lambda line: line[0].place):
        if labelled:
            found.add(element.place)
        labelled = byline is not None and byline.is_label
    return found


def in_lines_below(far: list[Element]) -> tuple[str, ...]:
    """The names in lines such as "Written by Anna Visser" below, where all such lines agree."""
    found: set[tuple[str, ...]] = set()
    for element, byline in _lines(element for element in far if element.size <= _FEW):
        if byline is not None and byline.is_plain and element.words[:3].lower() != "by ":
            names = names_of(byline.line)
            if names and all(map(is_person, names)):
                found.add(names)
    return found.pop() if len(found) == 1 else ()
