"""What the attributes of a comment's element tell: its id, and the id of what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.system import Item

MAX_WRAPPED = 4
"""The attributes of a comment are those of its element and of so many first children."""

MAX_KEY = 100
"""No id is longer than this many characters."""

_PARTS = frozenset({"span", "b", "strong", "i", "em", "small", "cite", "time", "img", "font"})
_ID = regex(r"data-(?:[a-z]+[-_]?)?id|data-comment")
_NO_ID = regex(r"user|author|member|post|article|page|parent|thread|root|reply")
_PARENT = regex(
    r"(?:data-)?(?:[a-z]+-)?parent(?:-?[a-z]+)?(?:-?id)?|data-(?:in-)?reply-?to(?:-id)?"
)
_LAST_NUMBER = regex(r"\d+$")


def key_of(node: LexborNode) -> str | None:
    """An id that holds a number, as ids of systems do: the element's, else that of its wrapping."""
    return next(filter(None, map(_own_key, _wrapping(node))), None)


def told_parents(items: Sequence[Item]) -> list[str | None]:
    """For each item the key of the one that it answers, where an attribute tells that."""
    keys = {item.key: item.key for item in items if item.key}
    for key in list(keys):
        if digits := _LAST_NUMBER.search(key):
            keys.setdefault(digits[0], key)
    return [_told_parent(item, keys) for item in items]


def _told_parent(item: Item, keys: Mapping[str, str]) -> str | None:
    for node in _wrapping(item.nodes[0]):
        for name, value in node.attributes.items():
            if value and _PARENT.fullmatch(name):
                digits = _LAST_NUMBER.search(value[:MAX_KEY])
                key = keys.get(value) or (keys.get(digits[0]) if digits else None)
                if key is not None and key != item.key:
                    return key
    return None


def _wrapping(node: LexborNode) -> Iterator[LexborNode]:
    """An element and the first elements in it, one in the other."""
    at: LexborNode | None = node
    for _ in range(MAX_WRAPPED):
        if at is None or at.tag in _PARTS:
            return
        yield at
        at = next((child for child in at.iter() if child.is_element_node), None)


def _own_key(node: LexborNode) -> str | None:
    attributes = node.attributes
    names = sorted(name for name in attributes if _ID.fullmatch(name) and not _NO_ID.search(name))
    for name in (*names, "id", *(("name",) if node.tag == "a" else ())):
        value = attributes.get(name) or ""
        if any(map(str.isdecimal, value)) and len(value) <= MAX_KEY:
            return value
    return None
