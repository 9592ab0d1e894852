"""What a page declares of itself in elements that nobody sees: `base`, `link` and `meta`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from tui.parse.clean import clean_line, clean_link
from tui.parse.patterns import regex

MAX_ELEMENTS = 2_000
"""Only this many elements are read."""

MAX_CONTENT = 2_000
"""Of the content of a meta element this many characters are read."""

_ELEMENTS = "base[href], link[href], meta[content]"
_NAMED_BY = {"name": "", "property": "", "itemprop": "", "http-equiv": "http-equiv:"}
"""The attributes that name a meta element, with what stands before such a name here."""
_UNSAID = frozenset({"null", "undefined", "[object object]"})
_UNFILLED = regex(r"\{\{.*\}\}|\{%.*%\}|\$\{.*\}|<%.*%>")
"""What programs write where there is no value, and templates that nothing was put into."""

_LISTS = frozenset({"property", "itemprop"})
"""The attributes that hold several names (RDFa 1.1, HTML standard, section 5.2.3)."""

_DUBLIN_CORE = ("dc:", "dcterms:")
"""How names of Dublin Core begin in RDFa; HTML has a dot for the colon."""


class Declared:
    """The declarations of a page, wherever in it they stand; gathered in one go.

    Meta elements are known by their name, property (RDFa) or itemprop (microdata) in lower case;
    those that stand for a header of HTTP by `http-equiv:` and its name, and those of Dublin Core
    with a dot after the prefix, as HTML has them.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.base: str | None = None
        self._links: list[tuple[list[str], str | None, str]] = []
        self._metas: dict[str, list[str]] = {}
        for element in tree.css(_ELEMENTS)[:MAX_ELEMENTS]:
            attributes = element.attributes
            if element.tag == "meta":
                self._meta(attributes)
            elif element.tag == "link":
                rels = (attributes.get("rel") or "").lower().split()
                self._links.append((rels, attributes.get("href"), attributes.get("type") or ""))
            elif self.base is None:
                self.base = attributes.get("href")

    def _meta(self, attributes: dict[str, str | None]) -> None:
        value = clean_line((attributes.get("content") or "")[:MAX_CONTENT])
        is_said = value != "" and value.lower() not in _UNSAID and not _UNFILLED.fullmatch(value)
        for by, written in attributes.items() if is_said else ():
            if not written or by not in _NAMED_BY:
                continue
            names = written.strip().lower()
            for name in names.split() if by in _LISTS else (names,):
                if name:
                    self._metas.setdefault(_NAMED_BY[by] + _dotted(name), []).append(value)

    def first(self, *names: str) -> str | None:
        """The first value under the first of these names that has one, or None."""
        return next((self._metas[name][0] for name in names if name in self._metas), None)

    def of_each(self, names: Iterable[str]) -> list[str]:
        """The first value under each of these names that has one, in their order."""
        return [self._metas[name][0] for name in names if name in self._metas]

    def all(self, name: str) -> list[str]:
        """All values under a name."""
        return self._metas.get(name, [])

    def links(self, rel: str) -> Iterator[tuple[str | None, str]]:
        """Where the links of a relation lead, as written, each with its media type."""
        return ((href, kind) for rels, href, kind in self._links if rel in rels)

    def canonical(self, base: str | None) -> str | None:
        """The address that a page gives itself (RFC 6596, Open Graph `og:url`), or None.

        Args:
            base: What relative links are resolved against, or None.
        """
        first = next((href for href, _ in self.links("canonical")), None)
        for address in (first, self.first("og:url")):
            link = clean_link(address, base)
            if link is not None and link.startswith("http"):
                return link
        return None


def _dotted(name: str) -> str:
    return name.replace(":", ".", 1) if name.startswith(_DUBLIN_CORE) else name
