"""Selector lists without the members that cannot match on a page, told by its marks.

Systems name what themes call a part in long lists; asking the tree for each name takes time, and
nearly all of them are not on the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.parse.marks import Marks, stem

_NAME = re.compile(r"[.#](?:[A-Za-z_]|-(?=[A-Za-z_-]))[\w-]*")
_ATTRIBUTE = re.compile(r"""\[(?:class|id)(?:[*^$~|]?=)(['"]?)([^'"\]\d]+)\1\]""")
_BRACKETS = re.compile(r"\[[^\]]*\]")


class _Member(NamedTuple):
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
    """The members of a selector list that can match on a page; empty where none can."""
    return ", ".join(
        member.selector
        for member in _members(selector)
        if member.classes <= marks.classes
        and member.ids <= marks.ids
        and all(part in marks.line for part in member.parts)
    )


@lru_cache(maxsize=2_048)
def _members(selector: str) -> tuple[_Member, ...]:
    return tuple(_member(one) for one in split(selector))


def _member(selector: str) -> _Member:
    """What a selector asks of a page; what stands in parentheses may be negated and is left out."""
    outer = _without_parentheses(selector)
    names = _NAME.findall(_BRACKETS.sub("", outer))
    parts = tuple(value for _, value in _ATTRIBUTE.findall(outer))
    return _Member(
        selector,
        frozenset(stem(name[1:]) for name in names if name[0] == "."),
        frozenset(stem(name[1:]) for name in names if name[0] == "#"),
        parts,
    )


def split(selector: str) -> list[str]:
    """The members of a selector list; commas in brackets, parentheses and strings divide none."""
    members: list[str] = []
    start = depth = 0
    quote = ""
    for index, sign in enumerate(selector):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "," and not depth:
            members.append(selector[start:index].strip())
            start = index + 1
    members.append(selector[start:].strip())
    return [member for member in members if member]


def _without_parentheses(selector: str) -> str:
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
