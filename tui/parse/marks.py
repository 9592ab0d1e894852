"""What a page's classes, ids and generator give away, gathered in one cheap look.

Asking a page for each of some fifty systems takes longer than to read its names once and to compare
sets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

MAX_NAMES = 200_000
"""Elements beyond this many are not asked for their names."""

MAX_LOADED = 1_000
"""Scripts and frames beyond this many are not looked at."""

_DIGITS = "0123456789"
_VOCABULARY = re.compile(r"[/:#]")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a page.

    Attributes:
        names: `.class` and `#id` for every class and id, a number at its end written `0`
            (`#comment-0`); `//host` and `/file.js` for every script and frame that it loads;
            `type:` with the last part of every type of microdata and RDFa (`type:Comment`); and
            `generator:` with the first word that the generator meta has, in lower case.
        line: All classes and ids on one line, for a search by pattern.
    """

    names: frozenset[str]
    line: str

    def has_any(self, marks: Collection[str]) -> bool:
        """Whether the page has one of the marks."""
        return not self.names.isdisjoint(marks)


def stem(name: str) -> str:
    """A class or id with a number at its end as `0`."""
    return name.rstrip(_DIGITS) + "0" if name[-1] in _DIGITS else name


def marks_of(tree: LexborHTMLParser) -> Marks:
    """The marks of a page; takes time in proportion to the number of its elements."""
    classed = {node.attrs.get("class") or "" for node in tree.css("[class]")[:MAX_NAMES]}
    known = {node.id or "" for node in tree.css("[id]")[:MAX_NAMES]}
    classes, ids = " ".join(classed), " ".join(known)
    names = {f".{stem(name)}" for name in set(classes.split())}
    names.update(f"#{stem(name)}" for name in ids.split())
    names.update(_loaded(tree))
    names.update(_types(tree))
    names.update(_generators(tree))
    return Marks(frozenset(names), f"{classes} {ids}")


def _types(tree: LexborHTMLParser) -> Iterator[str]:
    """The types of microdata and RDFa, without their vocabulary."""
    for node in tree.css("[itemtype], [typeof]")[:MAX_NAMES]:
        attributes = node.attributes
        for name in ("itemtype", "typeof"):
            for kind in (attributes.get(name) or "").split():
                yield "type:" + _VOCABULARY.split(kind)[-1]


def _loaded(tree: LexborHTMLParser) -> Iterator[str]:
    """The hosts and file names of scripts and frames."""
    for node in tree.css("script[src], iframe[src]")[:MAX_LOADED]:
        address = (node.attrs.get("src") or "").partition("?")[0].partition("#")[0]
        scheme, slashes, rest = address.partition("//")
        path = rest if slashes and (not scheme or scheme.endswith(":")) else address
        if path is rest:
            yield "//" + path.partition("/")[0].lower()
        yield "/" + path.rpartition("/")[2]


def _generators(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.head.css("meta[name='generator' i]") if tree.head is not None else ():
        words = (node.attributes.get("content") or "").split(None, 1)
        if words:
            yield f"generator:{words[0].lower()}"
