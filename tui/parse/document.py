"""A parsed HTML page on its way through the finders."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, slots=True)
class Document:
    """A page's tree with what every finder needs to know of it.

    Attributes:
        tree: Lexbor's tree. Finders read it; only `parse_page` removes what was claimed.
        url: The address the page came from, or None.
        base: What relative links are resolved against: the base element's address, else the
            canonical one, else `url`.
        language: The page's language as a BCP 47 tag, or None.
    """

    tree: LexborHTMLParser
    url: str | None
    base: str | None
    language: str | None
