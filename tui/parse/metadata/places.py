"""Whether an element stands in a part of the page that speaks of something else."""

from __future__ import annotations

from functools import lru_cache

from tui.parse.outline import Element
from tui.parse.patterns import regex

_HIGH = 15
"""So many elements around one are looked at."""

_TAGS = frozenset({"nav", "figure", "figcaption", "dialog", "blockquote"})
"""Menus have "By event" in them, pictures the names of those who took them, and quotations the
names of those who said it."""

_ELSEWHERE = regex(
    r"(?<![a-z])(?:related|recommended|recommendations|recirc\w*|trending|popular|most-?read"
    r"|(?:read|up)-?next|(?:more|latest|recent|similar|other)-(?:from|posts|articles|stories|news)"
    r"|recent-?comments|teaser-(?:link|list|item)s?|mega-?menu|dropdown-menu|fly-?out|caption|testimonials?|(?:pull-?|block-?)?quotes?)(?![a-z])"
)
"""Classes of lists of other articles, menus, captions and quotations."""


def is_elsewhere(element: Element) -> bool:
    """Whether an element is in a menu, a caption, a quotation or a list of other articles."""
    node = element.node
    for _ in range(_HIGH):
        tag = node.tag or ""
        if tag in _TAGS or (tag != "article" and _says_so(node.attributes.get("class") or "")):
            return True  # the classes of an article are those of its topics
        parent = node.parent
        if parent is None or parent.tag == "body":
            return False
        node = parent
    return False


@lru_cache(maxsize=4_096)  # the elements of a page share their classes
def _says_so(classes: str) -> bool:
    return bool(classes) and _ELSEWHERE.search(classes.lower().replace("_", "-")) is not None
