"""What a page's names give away: its classes and ids, the types of its data, what it loads.

Asking a page for each of some fifty systems takes longer than to read its names once and to compare
sets. Each kind of name is read when it is first asked for: most pages are known by one or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.patterns import regex

MAX_NAMES = 200_000
"""Elements beyond this many are not asked for their names."""

WINDOW = 2_000_000
"""Pages longer than this many bytes are searched in parts."""

_DIGITS = "0123456789"
_LOADING = "script, iframe"
_LINKED_DATA = "ld+json"
_VOCABULARY = regex(r"[/:#]")


class Marks:
    """The marks of a page; each takes time in proportion to the number of its elements."""

    def __init__(self, tree: LexborHTMLParser, source: bytes) -> None:
        self._tree = tree
        self._source = source
        self._named: dict[str, bool] = {}

    def has_written(self, what: bytes) -> bool:
        """Whether the page's HTML has some characters, whatever the case of its letters.

        Args:
            what: The characters in lower case, as UTF-8.
        """
        return any(what in window for window in self._windows(len(what)))

    def _windows(self, overlap: int) -> Iterator[bytes]:
        """The page's HTML in lower case; a large one in parts, lest it is held twice."""
        if len(self._source) <= WINDOW:
            yield self._lower
        else:
            for start in range(0, len(self._source), WINDOW):
                yield self._source[start : start + WINDOW + overlap].lower()

    def has_named(self, part: str) -> bool:
        """Whether some class or id of the page contains some characters.

        Args:
            part: The characters, no digit and no white space among them.
        """
        known = self._named.get(part)
        if known is None:
            known = self._named[part] = part in self._stems
        return known

    @cached_property
    def _lower(self) -> bytes:
        return self._source.lower()

    @cached_property
    def _stems(self) -> str:
        """Every class and id once, without the number at its end: a shorter line to search."""
        return " ".join({name.rstrip(_DIGITS) for name in (*self.classes, *self.ids)})

    @cached_property
    def _classes(self) -> str:
        nodes = self._tree.css("[class]")[:MAX_NAMES]
        return " ".join({node.attrs["class"] or "" for node in nodes})

    @cached_property
    def classes(self) -> AbstractSet[str]:
        """The stem of every class: a page may number thousands of them."""
        return _stems_of(self._classes)

    @cached_property
    def ids(self) -> AbstractSet[str]:
        """The stem of every id, likewise (`comment-0` for `comment-12`)."""
        names = {stem(node.id or "") for node in self._tree.css("[id]")[:MAX_NAMES]}
        names.discard("")
        return names

    @cached_property
    def root(self) -> AbstractSet[str]:
        """The stems of the page's own classes: those of its root element and its body."""
        roots = (self._tree.root, self._tree.body)
        names = " ".join(
            [node.attrs.get("class") or "" for node in roots if node and node.is_element_node]
        )
        return _stems_of(names)

    @cached_property
    def line(self) -> str:
        """All classes and ids on one line, for a search by pattern."""
        return f"{self._classes} {' '.join(self.ids)}"

    @cached_property
    def others(self) -> AbstractSet[str]:
        """The types of data and the generators.

        `type:` with the last part of a type of microdata or RDFa (`type:Comment`), and `generator:`
        with the first word that the generator meta has, in lower case.
        """
        head = self._tree.head
        metas = head.css("meta[name='generator' i]") if head is not None else []
        words = [(node.attrs.get("content") or "").split(None, 1) for node in metas]
        names = {f"generator:{word.lower()}" for first in words for word in first[:1]}
        for node in self._tree.css("[itemtype], [typeof]")[:MAX_NAMES]:
            types = f"{node.attrs.get('itemtype') or ''} {node.attrs.get('typeof') or ''}"
            names.update(f"type:{_VOCABULARY.split(kind)[-1]}" for kind in types.split())
        return names

    @cached_property
    def _loading(self) -> tuple[str, list[LexborNode]]:
        addresses: list[str] = []
        data: list[LexborNode] = []
        for node in self._tree.css(_LOADING)[:MAX_NAMES]:
            address = node.attrs.get("src")
            if address:
                addresses.append(address)
            elif _LINKED_DATA in (node.attrs.get("type") or "").lower():
                data.append(node)
        return "\n".join(addresses), data

    @property
    def loaded(self) -> str:
        """The addresses of all scripts and frames that the page loads, one a line."""
        return self._loading[0]

    @property
    def data(self) -> Sequence[LexborNode]:
        """The scripts that hold linked data (JSON-LD)."""
        return self._loading[1]


def stem(name: str) -> str:
    """A class or id with `0` for a number at its end."""
    return name.rstrip(_DIGITS) + "0" if name and name[-1] in _DIGITS else name


def _stems_of(names: str) -> set[str]:
    return {stem(name) for name in {*names.split()}}
