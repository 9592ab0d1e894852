"""A parsed HTML page on its way through the finders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.parse.clean import clean_line, clean_link
from tui.parse.dates.moment import page_moment
from tui.parse.declared import Declared
from tui.parse.marks import Marks
from tui.parse.nesting import limit_nesting
from tui.parse.patterns import regex

MAX_CHARACTERS = 64_000_000
"""HTML longer than this is cut."""

MAX_TAGS = 1_500_000
"""HTML with more signs that open a tag than this is cut: each may be an element, which takes ten
times the time that its characters take."""

_SURROGATES = regex("[\ud800-\udfff]")
_LANGUAGE = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")

_LANGUAGE_METAS = ("http-equiv:content-language", "og:locale", "language")


@dataclass(frozen=True)
class Document:
    """A page's tree with what every finder needs to know of it.

    Attributes:
        tree: Lexbor's tree. Finders read it; only `parse_page` removes what was claimed.
        url: The address the page came from, or None.
        base: What relative links are resolved against: the base element's address, else `url`,
            else the canonical one.
        language: The page's language as a BCP 47 tag, or None.
        source: Its HTML.
        declared: What it declares in its base, link and meta elements.
        encoding: The encoding that its bytes were in, or None where that is not known.
    """

    tree: LexborHTMLParser
    url: str | None
    base: str | None
    language: str | None
    source: str
    declared: Declared
    encoding: str | None = None

    @cached_property
    def marks(self) -> Marks:
        """What the classes, ids and generator of the page give away."""
        return Marks(self.tree, self.source)

    @cached_property
    def moment(self) -> datetime | None:
        """When the page says that it was saved or served, or None."""
        return page_moment(self.source)


def within_limits(text: str) -> str:
    """The first part of a page, as far as it can be read in some seconds; nearly always all."""
    if text.count("<", 0, MAX_CHARACTERS) > MAX_TAGS:
        last = next(islice(re.finditer("<", text), MAX_TAGS, None))
        return text[: last.start()]
    return text[:MAX_CHARACTERS]


def read_document(text: str, url: str | None, encoding: str | None = None) -> Document:
    """Parse a page.

    Args:
        text: Its HTML, within the limits.
        url: The address it came from, or None.
        encoding: The encoding that its bytes were in, or None.

    Returns:
        The document; never raises, and takes time in proportion to the length of the text.
    """
    tree = LexborHTMLParser(limit_nesting(_encodable(text)))
    declared = Declared(tree)
    url = clean_link(url)
    base = clean_link(declared.base, url) or url or declared.canonical(url)
    return Document(tree, url, base, _language(tree, declared), text, declared, encoding)


def _encodable(text: str) -> str:
    """Text without lone surrogates, which the parser's UTF-8 has no place for."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


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
