"""What collects blocks while the tree is walked: one frame for each open container."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.model import (
    Block,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Table,
)
from tui.parse.blocks.inline import InlineText, joined
from tui.parse.blocks.tables import Cell, Grid

_PERMALINK_SIGNS = frozenset({"#", "¶", "§", "🔗", "∞", "link"})


@dataclass(slots=True, eq=False)
class Frame:
    """An open container: the page itself, a quote, a list item, a cell, a figure.

    Attributes:
        blocks: Its finished blocks.
        text: The paragraph or heading that is open.
        pictures: The pictures inside the open paragraph; they follow it, or stand before it where
            they came before its first word.
        heading: The level of the open heading, 0 in a paragraph.
    """

    blocks: list[Block] = field(default_factory=list)
    text: InlineText = field(default_factory=InlineText)
    pictures: list[Image] = field(default_factory=list)
    heading: int = 0

    def flush(self) -> None:
        """Close the open paragraph or heading."""
        if not self.text.is_empty:
            text = self.text.take()
            if self.heading:
                text = _without_permalink(text)
            if text:
                self.add(Heading(self.heading, text) if self.heading else Paragraph(text))
        for image in self.pictures:
            self.add(image)
        self.pictures.clear()

    def add(self, block: Block) -> None:
        """Append a finished block; a picture that its lazy twin repeats is kept once."""
        last = self.blocks[-1] if self.blocks else None
        if isinstance(block, Image) and isinstance(last, Image):
            if block.src == last.src:
                return
            if last.src is None and last.alt == block.alt:
                self.blocks[-1] = block
                return
        self.blocks.append(block)

    def close(self, parent: Frame) -> None:
        """Hand the blocks to the container around this one."""
        for block in self.blocks:
            parent.add(block)


def _without_permalink(text: Inline) -> Inline:
    """A heading without the link to itself that many systems put beside it."""
    kept = [span for span in text if not (span.href and _is_permalink_sign(span.text))]
    if not kept:
        return text
    if len(kept) == len(text):
        return text
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(span for span in kept if span.text)


def _is_permalink_sign(text: str) -> bool:
    return text.strip().lower() in _PERMALINK_SIGNS


@dataclass(slots=True, eq=False)
class QuoteFrame(Frame):
    """An open block quotation."""

    def close(self, parent: Frame) -> None:
        """Add the quotation."""
        if self.blocks:
            parent.add(Quote(tuple(self.blocks)))


@dataclass(slots=True, eq=False)
class ListFrame(Frame):
    """An open list.

    Attributes:
        ordered: Whether its items are numbered.
        start: The number of its first item, None until that is known.
        items: Its finished items.
    """

    ordered: bool = False
    start: int | None = None
    items: list[list[Block]] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Take in a block that stands outside of any item: a nested list belongs to the last."""
        if isinstance(block, ListBlock) and self.items:
            self.items[-1].append(block)
        else:
            self.items.append([block])

    def close(self, parent: Frame) -> None:
        """Add the list."""
        if self.items:
            items = tuple(map(tuple, self.items))
            start = 1 if self.start is None else self.start
            parent.add(ListBlock(items, self.ordered, start if self.ordered else 1))


@dataclass(slots=True, eq=False)
class ItemFrame(Frame):
    """An open list item."""

    value: int | None = None

    def close(self, parent: Frame) -> None:
        """Add the item to its list, or its blocks where it is in none."""
        if not isinstance(parent, ListFrame):
            Frame.close(self, parent)
        elif self.blocks:
            if self.value is not None and not parent.items:
                parent.start = self.value
            parent.items.append(self.blocks)


@dataclass(slots=True, eq=False)
class FigureFrame(Frame):
    """An open figure."""

    caption: Inline = ()

    def close(self, parent: Frame) -> None:
        """Add what it shows, with its caption in it where there is a place, else after it."""
        blocks = self.blocks
        if self.caption and blocks:
            first = blocks[0]
            match first:
                case Image(_, _, ()):
                    blocks[0] = replace(first, caption=self.caption)
                    self.caption = ()
                case Table(_, _, ()):
                    blocks[0] = replace(first, caption=self.caption)
                    self.caption = ()
        Frame.close(self, parent)
        if self.caption:
            parent.add(Paragraph(self.caption))


@dataclass(slots=True, eq=False)
class TableFrame(Frame):
    """An open table; what stands outside its cells comes before it, as in browsers."""

    grid: Grid = field(default_factory=lambda: Grid(layout=False))

    def close(self, parent: Frame) -> None:
        """Add the table, or the blocks of a layout; a table with one in a cell lays out."""
        Frame.close(self, parent)
        if isinstance(parent, CellFrame):
            parent.holds_table = True
        for block in self.grid.blocks():
            parent.add(block)


@dataclass(slots=True, eq=False)
class CellFrame(Frame):
    """An open table cell."""

    header: bool = False
    columns: int = 1
    rows: int = 1
    holds_table: bool = False

    def close(self, parent: Frame) -> None:
        """Add the cell to the open row of its table, or its blocks where it is in none."""
        if not isinstance(parent, TableFrame):
            Frame.close(self, parent)
            return
        parent.grid.layout = parent.grid.layout or self.holds_table
        rows = parent.grid.rows
        if not rows:
            rows.append([])
        rows[-1].append(Cell(self.header, self.columns, self.rows, self.blocks))


@dataclass(slots=True, eq=False)
class CaptionFrame(Frame):
    """An open caption of a figure or a table: its blocks become one stretch of text."""

    def close(self, parent: Frame) -> None:
        """Give the words to the figure or table, or add them as they are where there is none."""
        spans: list[Span] = []
        for block in self.blocks:
            if isinstance(block, Paragraph | Heading):
                if spans:
                    spans.append(Span("\n"))
                spans.extend(block.text)
        if isinstance(parent, FigureFrame) and not parent.caption:
            parent.caption = joined(spans)
        elif isinstance(parent, TableFrame) and not parent.grid.caption:
            parent.grid.caption = joined(spans)
        else:
            Frame.close(self, parent)
