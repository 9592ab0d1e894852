"""A parsed HTML page on its way through the finders."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.moment import page_moment
from tui.parse.declared import Declared
from tui.parse.marks import Marks
from tui.parse.memory import drop_tokens, give_back
from tui.parse.nesting import limit_nesting
from tui.parse.patterns import regex

MAX_CHARACTERS = 64_000_000
"""HTML longer than this is cut."""

MAX_TAGS = 1_500_000
"""HTML with more signs that open a tag than this is cut: each may be an element, which takes ten
times the time that its characters take."""

_T = TypeVar("_T")
_SURROGATES = regex("[\ud800-\udfff]")
_LANGUAGE = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")

_LANGUAGE_METAS = ("http-equiv:content-language", "og:locale", "language")


class Document(Struct, frozen=True, dict=True):
    """A page's tree with what every finder needs to know of it.

    Attributes:
        tree: Lexbor's tree. Finders read it; only `parse_page` removes what was claimed.
        url: The address the page came from, or None.
        base: What relative links are resolved against: the base element's address, else `url`,
            else the canonical one.
        language: The page's language as a BCP 47 tag, or None.
        declared: What it declares in its base, link and meta elements.
        encoding: The encoding that its bytes were in, or None where that is not known.
    """

    tree: LexborHTMLParser
    url: str | None
    base: str | None
    language: str | None
    declared: Declared
    encoding: str | None = None

    @cached_property
    def _found(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    def once(self, find: Callable[[Document], _T]) -> _T:
        """What a finder finds on the page, which it looks for only once.

        Args:
            find: The finder.
        """
        if find not in self._found:
            self._found[find] = find(self)
        found: _T = self._found[find]
        return found

    @cached_property
    def marks(self) -> Marks:
        """What the classes, ids and generator of the page give away."""
        return Marks(self.tree, self.source)

    @property
    def source(self) -> bytes:
        """Its HTML in UTF-8, as the parser got it."""
        return self.tree.raw_html

    @cached_property
    def moment(self) -> datetime | None:
        """When the page says that it was saved or served, or None."""
        return page_moment(self.source)


def within_limits(text: str) -> str:
    """The first part of a page, as far as it can be read in some seconds; nearly always all."""
    if len(text) > MAX_TAGS and text.count("<", 0, MAX_CHARACTERS) > MAX_TAGS:
        last = next(islice(re.finditer("<", text), MAX_TAGS, None))
        return text[: last.start()]
    return text[:MAX_CHARACTERS]


def source_of(text: str) -> bytes:
    """A page's HTML as the parser takes it: in UTF-8, without what nests too deep."""
    return in_utf8(limit_nesting(text))


def in_utf8(text: str) -> bytes:
    """Text in UTF-8, with U+FFFD for what that has no place for."""
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates
        return _SURROGATES.sub("\ufffd", text).encode()


def read_document(html: str | bytes, url: str | None, encoding: str | None = None) -> Document:
    """Parse a page.

    Args:
        html: Its HTML, within the limits; or what `source_of` gives for it.
        url: The address it came from, or None.
        encoding: The encoding that its bytes were in, or None.

    Returns:
        The document; never raises, and takes time in proportion to the length of the text.
    """
    tree = LexborHTMLParser(html if isinstance(html, bytes) else source_of(html))
    drop_tokens(tree)
    give_back(len(tree.raw_html))
    declared = Declared(tree)
    url = clean_link(url)
    base = clean_link(declared.base, url) or url or declared.canonical(url)
    return Document(tree, url, base, _language(tree, declared), declared, encoding)


def _language(tree: LexborHTMLParser, declared: Declared) -> str | None:
    """The language that the page names: its root element, HTTP's word in a meta, Open Graph."""
    root = tree.root
    metas = (declared.first(name) for name in _LANGUAGE_METAS)
    candidates = (_attribute(root, "lang"), _attribute(root, "xml:lang"), *metas)
    for candidate in (*candidates, _attribute(tree.body, "lang")):
        if match := _LANGUAGE.match(clean_line(candidate or "")):
            return match[0].replace("_", "-")
    return None


def _attribute(node: LexborNode | None, name: str) -> str | None:
    if node is None or not node.is_element_node:
        return None
    return node.attributes.get(name)
