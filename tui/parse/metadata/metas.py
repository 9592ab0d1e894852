"""The meta elements of a page: Open Graph, Dublin Core, Highwire Press, Parse.ly and plain HTML."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tui.parse.clean import clean_line

MAX_METAS = 1_000
"""Only this many meta elements are read."""


class Metas:
    """The meta elements of a page by name, property or itemprop, in lower case."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._values: dict[str, list[str]] = {}
        for element in tree.css("meta[content]")[:MAX_METAS]:
            attributes = element.attributes
            value = clean_line((attributes.get("content") or "")[:2_000])
            for key in ("name", "property", "itemprop"):
                if value and (name := attributes.get(key)):
                    self._values.setdefault(name.strip().lower(), []).append(value)

    def first(self, *names: str) -> str | None:
        """The first value under the first of these names that has one, or None."""
        return next((self._values[name][0] for name in names if name in self._values), None)

    def all(self, name: str) -> list[str]:
        """All values under a name."""
        return self._values.get(name, [])
