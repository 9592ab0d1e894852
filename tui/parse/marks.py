"""What a page's classes, ids and generator give away, gathered in one cheap look.

Asking a page for each of some fifty systems takes longer than to read its names once and to compare
sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set as AbstractSet
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
        classes: Every class; for those that end in a number also the class with `0` for it.
        ids: Every id, likewise (`comment-12` and `comment-0`).
        others: `type:` with the last part of every type of microdata and RDFa (`type:Comment`),
            and `generator:` with the first word that the generator meta has, in lower case.
        line: All classes and ids on one line, for a search by pattern.
        loaded: The addresses of all scripts and frames that the page loads, one a line.
    """

    classes: AbstractSet[str]
    ids: AbstractSet[str]
    others: AbstractSet[str]
    line: str
    loaded: str


def stem(name: str) -> str:
    """A class or id with `0` for a number at its end."""
    return name.rstrip(_DIGITS) + "0" if name and name[-1] in _DIGITS else name


def marks_of(tree: LexborHTMLParser) -> Marks:
    """The marks of a page; takes time in proportion to the number of its elements."""
    classes = " ".join({node.attrs.get("class") or "" for node in tree.css("[class]")[:MAX_NAMES]})
    ids = " ".join({node.id or "" for node in tree.css("[id]")[:MAX_NAMES]})
    frames = tree.css("script[src], iframe[src]")[:MAX_LOADED]
    return Marks(
        classes=_with_stems(set(classes.split())),
        ids=_with_stems(set(ids.split())),
        others={*_types(tree), *_generators(tree)},
        line=f"{classes} {ids}",
        loaded="\n".join([node.attrs.get("src") or "" for node in frames]),
    )


def _with_stems(names: set[str]) -> set[str]:
    names.update([stem(name) for name in names if name[-1] in _DIGITS])
    return names


def _types(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[itemtype], [typeof]")[:MAX_NAMES]:
        attributes = node.attributes
        for kind in f"{attributes.get('itemtype') or ''} {attributes.get('typeof') or ''}".split():
            yield "type:" + _VOCABULARY.split(kind)[-1]


def _generators(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.head.css("meta[name='generator' i]") if tree.head is not None else ():
        words = (node.attributes.get("content") or "").split(None, 1)
        if words:
            yield f"generator:{words[0].lower()}"
