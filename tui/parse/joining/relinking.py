"""Blocks with other anchors and links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import is_not
from typing import TypeVar

from msgspec.structs import replace

from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Table,
    Term,
)

_NamedT = TypeVar("_NamedT", bound=Block | Term)
_T = TypeVar("_T")


class Relinked:
    """Gives blocks the anchors and links that they have in another place.

    What stays as it is remains the same object.
    """

    def __init__(self, names: Mapping[str, str], href: Callable[[str], str]) -> None:
        """Work by a table of names and a function of links.

        Args:
            names: The new names by the old ones; there is one for each.
            href: Where a link leads now.
        """
        self._names = names
        self._href = href

    def block(self, block: Block) -> Block:
        """A block with all in it."""
        block = self._named(block)
        fields: dict[str, object] = {}
        match block:
            case Paragraph(text) | Heading(_, text):
                fields = {"text": self._text(text)}
            case ListBlock(items):
                fields = {"items": _each(items, self._blocks)}
            case DefinitionList(definitions):
                fields = {"items": _each(definitions, self._definition)}
            case Quote(inner):
                fields = {"blocks": self._blocks(inner)}
            case Table(rows, _, caption):
                rows = _each(rows, lambda row: _each(row, self._text))
                fields = {"rows": rows, "caption": self._text(caption)}
            case Image(_, _, caption):
                fields = {"caption": self._text(caption)}
            case _:
                pass
        same = all(getattr(block, name) is value for name, value in fields.items())
        return block if same else replace(block, **fields)

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return _each(blocks, self.block)

    def _definition(self, definition: Definition) -> Definition:
        terms = _each(definition.terms, self._term)
        descriptions = _each(definition.descriptions, self._blocks)
        same = terms is definition.terms and descriptions is definition.descriptions
        return definition if same else Definition(terms, descriptions)

    def _term(self, term: Term) -> Term:
        term = self._named(term)
        text = self._text(term.text)
        return term if text is term.text else replace(term, text=text)

    def _text(self, text: Inline) -> Inline:
        return _each(text, self._span)

    def _span(self, span: Span) -> Span:
        if span.href is None:
            return span
        href = self._href(span.href)
        return span if href == span.href else replace(span, href=href)

    def _named(self, block: _NamedT) -> _NamedT:
        if not block.anchors:
            return block
        names = tuple(self._names[name] for name in block.anchors)
        return block if names == block.anchors else replace(block, anchors=names)


def _each(values: tuple[_T, ...], change: Callable[[_T], _T]) -> tuple[_T, ...]:
    """All values changed; the same object where none is."""
    new = tuple(map(change, values))
    return new if any(map(is_not, new, values)) else values
