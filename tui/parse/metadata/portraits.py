"""Names that stand alone: beside a portrait, a sign for a person, or a role.

Many pages show who wrote them without a word such as "by": a picture whose alternative text is the
name, an icon of a person from one of the common sets, or what the author is, under the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from tui.parse.blocks.elements import HEADINGS
from tui.parse.clean import clean_line
from tui.parse.dates import find_date
from tui.parse.metadata.names import has_byline, is_called, is_person, names_of
from tui.parse.metadata.places import is_elsewhere
from tui.parse.metadata.roles import says_role
from tui.parse.outline import Element
from tui.parse.patterns import regex

_LONGEST = 100
"""No line with a name is longer than this many characters."""

_TITLED = 160
"""No line that also tells what each of its people is."""

_ROLE_LENGTH = 60
"""No line with a role is, either."""

_PROSE = 250
"""What stands before and after so long a text does not belong together."""

_NEAR = 3
"""A name stands within so many lines of a portrait that names it too."""

_PORTRAIT = regex(r"avatar|(?<![a-z])(?:author|headshot|portrait|profile|byline|contributor)")
"""Words in the class or the address of a portrait; those of Gravatar are at `/avatar/`."""

_ROUND = regex(r"(?<![a-z])(?:rounded-(?:full|circle)|img-circle)(?![a-z])")
"""Classes of round pictures in Tailwind and Bootstrap: portraits, where they are named."""

_ICON = regex(
    r"(?:^|\s)(?:[a-z]{1,9}[-_])?(?:fa[bsrl]?|bi|icons?|ti|ion|mdi|ri|uil|la|feather|lucide|glyphicon"
    r"|dashicons|icofont|lnr)[-_](?:[a-z]{2,8}[-_])?(?:users?|person|author|account)(?![a-z])",
)
"""Classes of the icon of a person: those of Font Awesome, Bootstrap, Material and others."""

_SEGMENTS = regex(r"\s*[|·•∙]\s*|\s+[–—/-]\s+")  # noqa: RUF001 - dashes between parts of a line


_LENGTH = regex(r"\d+ ?(?:min|words|мин|分|dk|perc)", re.IGNORECASE)
"""How long it takes to read something."""

_LEAST_PARTS = 3


class _Portrait(Struct, frozen=True):
    """A picture or sign after which a name may follow.

    Attributes:
        words: The words of its alternative text, in small letters.
        is_face: Whether it is called a portrait.
        is_round: Whether it is round.
        is_icon: Whether it is the icon of a person.
    """

    words: frozenset[str] = frozenset()
    is_face: bool = False
    is_round: bool = False
    is_icon: bool = False


def named_alone(zone: Iterable[Element], *, beside: bool) -> tuple[str, ...]:
    """The names beside a portrait, an icon or a role.

    Args:
        zone: Elements in which to look, in any order.
        beside: Whether they are beside the title, where a role and the next best name count, too.
    """
    found = _found(sorted(zone, key=attrgetter("place")), beside=beside)
    return next(filter(None, found), ())


def _found(zone: list[Element], *, beside: bool) -> Iterator[tuple[str, ...]]:
    """What each line, and each portrait within one, tells; nothing for most."""
    line: Element | None = None
    portrait, age = None, 0
    person: tuple[str, ...] = ()
    for element in zone:
        text = element.text
        if not text:
            may_be = element.tag == "img" or (beside and element.classes)
            if may_be and (seen := _portrait(element)) is not None:
                portrait, age = seen, 0
                if line is not None and element.place < line.end:
                    yield _of_portrait(line, seen, 0, beside=beside)
            continue
        if element.own > _PROSE:
            portrait, person = None, ()
        if text > (_TITLED if beside else _LONGEST) or element.own != text:
            continue
        line = element
        if portrait is not None:
            yield _of_portrait(line, portrait, age, beside=beside)
            age += 1
        if beside:
            if person and not line.links and _is_role(line.words):
                yield person
            person = () if line.has_number else _person(line)
            yield _of_segments(line.words) if line.has_number else _with_titles(line)


def _portrait(element: Element) -> _Portrait | None:
    """What an element without text says of the name that follows, or None."""
    attribute = element.attributes.get
    classes = (attribute("class") or "").lower()
    if element.tag != "img":
        return _ICON_FOUND if classes and _is_icon(classes) else None
    alt = clean_line((attribute("alt") or "")[:_LONGEST]).lower()
    source = f"{attribute('src') or ''} {attribute('data-src') or ''}"[:300].lower()
    is_face = _PORTRAIT.search(f"{classes} {source}") is not None
    if not (alt or is_face):
        return None
    return _Portrait(frozenset(_words(alt)), is_face, _ROUND.search(classes) is not None)


_ICON_FOUND = _Portrait(is_icon=True)


@lru_cache(maxsize=1_024)
def _is_icon(classes: str) -> bool:
    return _ICON.search(classes) is not None


def _of_portrait(line: Element, portrait: _Portrait, age: int, *, beside: bool) -> tuple[str, ...]:
    """The names in a line that a portrait or an icon before or in it is of.

    Args:
        line: The line.
        portrait: What stands before it, or in it.
        age: How many other lines stand between.
        beside: Whether a face without the name is enough.
    """
    if age > _NEAR or (line.tag in HEADINGS and not portrait.is_face):
        return ()
    if not (portrait.is_icon or portrait.is_face or portrait.is_round):
        return ()
    names = names_of(line.words)
    if not names:
        return ()
    if portrait.is_icon:
        return names if not age and beside and all(map(is_called, names)) else ()
    own = set(_words(" ".join(names).lower()))
    is_same = own <= portrait.words and len(portrait.words) <= len(own) + 3
    if is_same and (portrait.is_face or portrait.is_round) and all(map(is_called, names)):
        return names
    is_next = portrait.is_face and beside and not age and not _is_role(line.words)
    return names if is_next and len(names) == 1 and all(map(is_person, names)) else ()


def _person(line: Element) -> tuple[str, ...]:
    """The one person that a line names and nothing else."""
    if line.tag in HEADINGS or line.text > _ROLE_LENGTH or not is_person(line.words):
        return ()
    names = names_of(line.words)
    return names if names == (line.words,) and not _is_role(line.words) else ()


def _with_titles(line: Element) -> tuple[str, ...]:
    """The names in a line such as "Anna Visser, Senior Writer, and Tom Reilly, PhD"."""
    words = line.words
    if "," not in words or line.links or line.tag in HEADINGS or words[-1] in ".?!:":
        return ()
    first, *others = filter(None, _PIECES.split(words))
    if not others or not (_DEGREE.fullmatch(others[0]) or _is_role(others[0])):
        return ()
    said = " ".join(others).split()
    if not all(word.lstrip("(")[:1].isupper() or word in _JOINING for word in said):
        return ()
    names = names_of(words)
    is_byline = first in names and all(map(is_person, names)) and not is_elsewhere(line)
    return names if is_byline else ()


_PIECES = regex(r"\s*(?:[,;&]|\band\b)\s*")
"""What divides names, degrees and roles."""

_DEGREE = regex(r"[A-Z][A-Za-z]{0,2}\.?(?:[A-Z][a-z]?\.?){1,4}")
_JOINING = frozenset({"of", "the", "at", "for", "in"})
"""Words in small letters within roles."""


def _is_role(words: str) -> bool:
    return len(words) <= _ROLE_LENGTH and not has_byline(words) and says_role(words)


def _of_segments(words: str) -> tuple[str, ...]:
    """The name in a line such as "Anna Visser | Senior Writer | 3 May 2024".

    In "3 May 2024 · 5 min · Anna Visser" nothing but a name is left beside the two.
    """
    parts = _SEGMENTS.split(words)
    if len(parts) < _LEAST_PARTS or not any(map(find_date, parts)):
        return ()
    said = [part for part in parts if not part[:1].isdigit() and not find_date(part)]
    name, others = "".join(said[:1]), said[1:]
    if not is_person(name) or says_role(name):
        return ()
    has_length = any(_LENGTH.match(part) for part in parts)
    return names_of(name) if any(map(says_role, others)) or (has_length and not others) else ()


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


_WORDS = regex(r"[^\W_]+")


def without_roles(names: tuple[str, ...], element: Element) -> tuple[str, ...]:
    """Names without what the element that holds them says after them in another one.

    Args:
        names: The names as read from all words of the element.
        element: The element.
    """
    if all(len(name.split()) <= _FULL for name in names):
        return names
    parts = {words for part in element.node.css("*") if is_person(words := clean_line(part.text()))}
    cut = tuple(next((part for part in parts if _is_more(name, part)), name) for name in names)
    return names if cut == names else tuple(name for name in cut if name in parts)


_FULL = 2
"""Names of no more words than this are names alone."""


def _is_more(name: str, part: str) -> bool:
    """Whether a name is a shorter one and a role after it."""
    rest = name[len(part) :].split() if name.startswith(part) else []
    is_name = not rest or rest[0].islower()  # "Anna" of "Anna de Wit"
    return not is_name and (says_role(" ".join(rest)) or len(rest) > 1)
