"""Blocks: the parts that articles and comments are built of, from top to bottom."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from tui.model.inline import Inline, plain


class Anchored(Struct, frozen=True, kw_only=True, gc=False):
    """Something that links of its own page lead to.

    Attributes:
        anchors: The fragments that name it, or an element in it; only those of headings, and
            those that a link beside it has.
    """

    anchors: tuple[str, ...] = ()


class Paragraph(Anchored, frozen=True):
    """A paragraph; hard line breaks are line feeds in its spans."""

    text: Inline


class Heading(Anchored, frozen=True):
    """A heading of level 1 to 6."""

    level: int
    text: Inline


class ListBlock(Anchored, frozen=True):
    """A list; each item is a sequence of blocks, so that lists nest.

    Attributes:
        items: The items in order; an item is never empty.
        ordered: Whether the items are numbered.
        start: The number of the first item of an ordered list.
    """

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


class Term(Anchored, frozen=True):
    """A term of a definition list: inline text, as in a paragraph."""

    text: Inline


class Definition(Struct, frozen=True, gc=False):
    """Terms and what is said of them; it is never empty.

    Attributes:
        terms: What is described; empty where the page does not say that.
        descriptions: The blocks of each description; empty where there is none.
    """

    terms: tuple[Term, ...]
    descriptions: tuple[tuple[Block, ...], ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it from top to bottom, each term as a paragraph."""
        terms = (Paragraph(term.text, anchors=term.anchors) for term in self.terms)
        return (*terms, *self.described)

    @property
    def described(self) -> tuple[Block, ...]:
        """The blocks of all descriptions."""
        return tuple(block for description in self.descriptions for block in description)


class DefinitionList(Anchored, frozen=True):
    """A list of terms with their descriptions, such as a glossary or the facts of a recipe."""

    items: tuple[Definition, ...]


class Quote(Anchored, frozen=True):
    """Quoted blocks."""

    blocks: tuple[Block, ...]


class Preformatted(Anchored, frozen=True):
    """Text whose white space counts, such as code.

    Attributes:
        text: The text, lines separated by line feeds, without a final one.
        language: The programming language's name as the page gives it, or None.
    """

    text: str
    language: str | None = None


class Table(Anchored, frozen=True):
    """A table, row by row.

    Attributes:
        rows: Its rows; all have the same number of cells, at least one.
        header: Whether the first row is a header.
        caption: Its caption, perhaps empty.
    """

    rows: tuple[tuple[Inline, ...], ...]
    header: bool = False
    caption: Inline = ()


class Image(Anchored, frozen=True):
    """A picture, as the words that stand for it.

    Attributes:
        src: Its absolute address; of a page without an address perhaps the path, as in a link, of
            a file in or below the page's folder; None where the page gives nothing that can be
            opened.
        alt: The alternative text, perhaps empty.
        caption: Its caption, perhaps empty.
    """

    src: str | None
    alt: str = ""
    caption: Inline = ()

    @property
    def own_words(self) -> str:
        """The alternative text where it says what the caption does not begin with, else nothing."""
        return "" if plain(self.caption).startswith(self.alt) else self.alt


class Rule(Anchored, frozen=True):
    """A thematic break."""


Block: TypeAlias = (
    Paragraph | Heading | ListBlock | DefinitionList | Quote | Preformatted | Table | Image | Rule
)
"""Any block."""


def inner_blocks(block: Block) -> tuple[Block, ...]:
    """The blocks right within a list, a definition list or a quote; none for all others."""
    match block:
        case ListBlock(items):
            return tuple(inner for item in items for inner in item)
        case DefinitionList(items):
            return tuple(inner for item in items for inner in item.blocks)
        case Quote(blocks):
            return blocks
        case _:
            return ()
