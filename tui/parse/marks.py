"""What a page's classes, ids and generator give away, gathered in one cheap look.

Asking a page for each of some fifty systems takes longer than to read its names once and to compare
sets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set as AbstractSet
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_NAMES = 200_000
"""Elements beyond this many are not asked for their names."""

_DIGITS = "0123456789"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "legend"})
_LOADERS = frozenset({"script", "iframe"})
_TELLING = (
    "h2, h3, h4, h5, legend, button, script[src], script[type*='ld+json' i], iframe[src], "
    "meta[name='generator' i], [itemtype], [typeof]"
)
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
        data: The scripts that hold linked data (JSON-LD).
        headings: The headings, those of forms among them.
        buttons: The buttons.
    """

    classes: AbstractSet[str]
    ids: AbstractSet[str]
    others: AbstractSet[str]
    line: str
    loaded: str
    data: Sequence[LexborNode]
    headings: Sequence[LexborNode]
    buttons: Sequence[LexborNode]


def stem(name: str) -> str:
    """A class or id with `0` for a number at its end."""
    return name.rstrip(_DIGITS) + "0" if name and name[-1] in _DIGITS else name


def marks_of(tree: LexborHTMLParser) -> Marks:
    """The marks of a page; takes time in proportion to the number of its elements."""
    classes = " ".join({node.attrs.get("class") or "" for node in tree.css("[class]")[:MAX_NAMES]})
    ids = " ".join({node.id or "" for node in tree.css("[id]")[:MAX_NAMES]})
    told = _told(tree.css(_TELLING)[:MAX_NAMES])
    return Marks(
        classes=_with_stems(set(classes.split())),
        ids=_with_stems(set(ids.split())),
        others=told.others,
        line=f"{classes} {ids}",
        loaded="\n".join(told.loaded),
        data=told.data,
        headings=told.headings,
        buttons=told.buttons,
    )


@dataclass(slots=True)
class _Told:
    """What the elements of `_TELLING` tell."""

    others: set[str] = field(default_factory=set)
    loaded: list[str] = field(default_factory=list)
    data: list[LexborNode] = field(default_factory=list)
    headings: list[LexborNode] = field(default_factory=list)
    buttons: list[LexborNode] = field(default_factory=list)


def _told(nodes: Sequence[LexborNode]) -> _Told:
    told = _Told()
    for node in nodes:
        tag = node.tag
        if tag in _HEADINGS:
            told.headings.append(node)
        elif tag == "button":
            told.buttons.append(node)
        elif tag in _LOADERS:
            address = node.attrs.get("src")
            if address:
                told.loaded.append(address)
            else:
                told.data.append(node)
        elif tag == "meta" and (words := (node.attrs.get("content") or "").split(None, 1)):
            told.others.add(f"generator:{words[0].lower()}")
        else:
            told.others.update(_types(node))
    return told


def _types(node: LexborNode) -> list[str]:
    kinds = f"{node.attrs.get('itemtype') or ''} {node.attrs.get('typeof') or ''}".split()
    return ["type:" + _VOCABULARY.split(kind)[-1] for kind in kinds]


def _with_stems(names: set[str]) -> set[str]:
    names.update([stem(name) for name in names if name[-1] in _DIGITS])
    return names
