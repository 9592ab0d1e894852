"""Lines that begin with a word such as "by", and the names in them."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

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

_LABEL = 30
"""No line that is nothing but a word before a name is longer than this."""

_FEW = 12
"""No byline below the article is made of more elements than this."""


class Sites(NamedTuple):
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
    near = _innermost(near)
    labelled = _after_labels(near) if labels else ()
    for element in near:
        line, begins, is_plain, _ = _byline(element)
        is_byline = is_plain if plain else begins
        names = names_of(line) if is_byline or (line and element.place in labelled) else ()
        if not names or not sites.without(names) or is_elsewhere(element):
            continue
        if all(map(is_person, names)):
            return without_roles(names, element)
        if is_plain and len(line) <= SHORT and all(map(is_called, names)):
            return without_roles(names, element)
    return ()


def _innermost(elements: list[Element]) -> list[Element]:
    """The elements without those that only hold another one of them, which says the same."""
    texts = {element.place: element.text for element in elements}
    around = {element.parent for element in elements if element.text == texts.get(element.parent)}
    around.discard(0)  # the first element is its own parent
    return [element for element in elements if element.place not in around]


class _Byline(NamedTuple):
    """The words of a short element from a byline in it on.

    Attributes:
        line: The words.
        begins: Whether they begin with a word that stands before a name.
        is_plain: Whether that word stands before nothing but names.
        is_label: Whether they are nothing but that word.
    """

    line: str = ""
    begins: bool = False
    is_plain: bool = False
    is_label: bool = False


_NO_BYLINE = _Byline()


def _byline(element: Element) -> _Byline:
    line = element.words if element.text <= LONGEST else ""
    return _read_byline(line) if line else _NO_BYLINE


@lru_cache(maxsize=1_024)  # elements have the words of those in them, and are asked twice
def _read_byline(words: str) -> _Byline:
    line = to_byline(words)
    if not has_byline(line):
        return _Byline(line)
    return _Byline(line, begins=True, is_plain=is_plain_byline(line), is_label=is_label(line))


def _after_labels(near: list[Element]) -> set[int]:
    """The places of the lines that follow one which only says "By", whatever order they are in."""
    if not any(e.text <= _LABEL and _byline(e).is_label for e in near):
        return set()
    found: set[int] = set()
    labelled = False
    for element in sorted(near, key=attrgetter("place")):
        byline = _byline(element)
        if byline.line:
            if labelled:
                found.add(element.place)
            labelled = byline.is_label
    return found


def in_lines_below(far: list[Element]) -> tuple[str, ...]:
    """The names in lines such as "Written by Anna Visser" below, where all such lines agree."""
    found: set[tuple[str, ...]] = set()
    for element in _innermost([e for e in far if e.text <= LONGEST and e.size <= _FEW]):
        line, _, is_plain, _ = _byline(element)
        if is_plain and element.words[:3].lower() != "by ":
            names = names_of(line)
            if names and all(map(is_person, names)):
                found.add(names)
    return found.pop() if len(found) == 1 else ()
