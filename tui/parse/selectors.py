"""Selector lists without the members that cannot match on a page, told by its marks.

Systems name what themes call a part in long lists; asking the tree for each name takes time, and
nearly all of them are not on the page.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from tui.parse.marks import Marks, stem
from tui.parse.patterns import regex

_NAME = regex(r"[.#](?:[A-Za-z_]|-(?=[A-Za-z_-]))[\w-]*")
_PART = regex(r"""\[(?:class|id)(?:[*^$~|]?=)(['"]?)([^'"\]\d\s]+)\1\]""")
_IS = ":is("
_SIGN = regex(r"[,'\"()\[\]]")
_BRACKETS = regex(r"\[[^\]]*\]")


class _Member(Struct, frozen=True):
    """A selector with what a page has where it matches.

    Attributes:
        selector: The selector.
        classes: Its classes, with stems as in `Marks`.
        ids: Its ids, likewise.
        parts: What some class or id contains.
    """

    selector: str
    classes: frozenset[str]
    ids: frozenset[str]
    parts: tuple[str, ...]


def possible(selector: str, marks: Marks) -> str:
    """The members of a selector list that can match on a page, by its names; empty where none can.

    Names alone are looked at: to ask the tree for what has none, such as `form`, takes less time
    than to search the text of the page for it.
    """
    return ", ".join(
        member.selector
        for member in _members(selector)
        if (not member.classes or member.classes <= marks.classes)
        and (not member.ids or member.ids <= marks.ids)
        and (not member.parts or all(map(marks.has_named, member.parts)))
    )


@lru_cache(maxsize=2_048)
def _members(selector: str) -> tuple[_Member, ...]:
    return tuple(_member(one) for member in split(selector) for one in _opened(member))


def _member(selector: str) -> _Member:
    """What a selector asks of a page; what stands in parentheses may be negated and is left out."""
    outer = _without_parentheses(selector)
    bare = _BRACKETS.sub("", outer)
    names = _NAME.findall(bare)
    return _Member(
        selector,
        frozenset(stem(name[1:]) for name in names if name[0] == "."),
        frozenset(stem(name[1:]) for name in names if name[0] == "#"),
        tuple(value for _, value in _PART.findall(outer)),
    )


def _opened(selector: str) -> list[str]:
    """A selector that begins with `:is(a, b)` as one for each of those."""
    if not selector.startswith(_IS):
        return [selector]
    depth = 0
    for end, sign in enumerate(selector):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and not depth:
            return [one + selector[end + 1 :] for one in split(selector[len(_IS) : end])]
    return [selector]


def split(selector: str) -> list[str]:
    """The members of a selector list; commas in brackets, parentheses and strings divide none."""
    members: list[str] = []
    start = depth = 0
    quote = ""
    for match in _SIGN.finditer(selector):
        sign = match[0]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif not depth:
            members.append(selector[start : match.start()].strip())
            start = match.end()
    members.append(selector[start:].strip())
    return [member for member in members if member]


def _without_parentheses(selector: str) -> str:
    if "(" not in selector:
        return selector
    kept: list[str] = []
    depth = 0
    for sign in selector:
        if sign == "(":
            depth += 1
        if not depth:
            kept.append(sign)
        if sign == ")":
            depth -= 1
    return "".join(kept)
