"""Blocks: the parts that articles and comments are built of, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tui.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; hard line breaks are line feeds in its spans."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    text: Inline


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a sequence of blocks, so that lists nest.

    Attributes:
        items: The items in order; an item is never empty.
        ordered: Whether the items are numbered.
        start: The number of the first item of an ordered list.
    """

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose white space counts, such as code.

    Attributes:
        text: The text, lines separated by line feeds, without a final one.
        language: The programming language's name as the page gives it, or None.
    """

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row.

    Attributes:
        rows: Its rows; all have the same number of cells, at least one.
        header: Whether the first row is a header.
        caption: Its caption, perhaps empty.
    """

    rows: tuple[tuple[Inline, ...], ...]
    header: bool = False
    caption: Inline = ()


@dataclass(frozen=True, slots=True)
class Image:
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Block: TypeAlias = Paragraph | Heading | ListBlock | Quote | Preformatted | Table | Image | Rule
"""Any block."""
