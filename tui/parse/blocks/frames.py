"""What collects blocks while the tree is walked: one frame for each open container."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model import (
    Block,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from tui.parse.blocks.anchors import NamedT, with_more_anchors
from tui.parse.blocks.bullets import bullet_of, typed_list, with_item
from tui.parse.blocks.codebars import labels_code
from tui.parse.blocks.definitions import Definitions
from tui.parse.blocks.inline import InlineText, all_alike, joined, without_permalink
from tui.parse.blocks.media import is_copy
from tui.parse.blocks.numbering import after_mark, counts_up, is_mark, said_number, without_number
from tui.parse.blocks.tables import Cell, Grid


class Frame(Struct, eq=False):
    """An open container: the page itself, a quote, a list item, a cell, a figure.

    Attributes:
        blocks: Its finished blocks.
        text: The paragraph or heading that is open.
        pictures: The pictures inside the open paragraph; they follow it, or stand before it where
            they came before its first word.
        notes: The notes inside the open paragraph; they follow it, too.
        heading: The level of the open heading, 0 in a paragraph.
        anchors: The names of the elements met since the last finished block; the next one has them.
        finds_lists: Whether lines that begin with a bullet become lists in it.
        bullet: What the last finished block begins with, where it may be an item of a typed list.
    """

    blocks: list[Block] = field(default_factory=list)
    text: InlineText = field(default_factory=InlineText)
    pictures: list[Image] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    heading: int = 0
    anchors: list[str] = field(default_factory=list)
    finds_lists: bool = False
    bullet: str = ""

    def flush(self) -> None:
        """Close the open paragraph or heading."""
        if not self.text.is_empty:
            text = self.text.take()
            if self.heading:
                text = all_alike(without_permalink(text))
            if text and self.heading:
                self.add(Heading(self.heading, text))
            elif text:
                for block in typed_list(text) if self.finds_lists else (Paragraph(text),):
                    self.add(block)
        if self.pictures:
            for image in self.pictures:
                self.add(image)
            self.pictures.clear()
        if self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.add(note)

    def add(self, block: Block) -> None:
        """Append a finished block; a rule, or a picture with its lazy twin, is kept once."""
        last = self.blocks[-1] if self.blocks else None
        if isinstance(block, Rule) and isinstance(last, Rule):
            return
        if isinstance(block, Image) and isinstance(last, Image):
            if block.src == last.src:
                return
            if last.src is None and last.alt == block.alt:
                self.blocks[-1] = block
                return
        if isinstance(block, Preformatted):
            self._drop_labels(block)
        elif isinstance(last, Preformatted) and _is_control(block):
            return
        if isinstance(block, Paragraph) and last is not None and is_mark(last):
            self.blocks[-1] = after_mark(last, self.named(block))
            return
        bullet = bullet_of(block) if self.finds_lists else ""
        if bullet and bullet == self.bullet and last and isinstance(block, Paragraph):
            self.blocks[-1] = with_item(last, self.named(block))
            return
        self.bullet = bullet
        self.blocks.append(self.named(block))

    def shows(self, image: Image) -> bool:
        """Whether the last picture is a small copy of another one, which now stands in its place.

        Scripts load pictures late; the copy has the same file name in an address of its own.
        """
        pictures: list[Block] | list[Image] = self.pictures or self.blocks
        last = pictures[-1] if pictures else None
        if not isinstance(last, Image) or not is_copy(last.src, image.src):
            return False
        if last.alt and image.alt and last.alt != image.alt:
            return False
        pictures[-1] = replace(last, src=image.src, alt=last.alt or image.alt)
        return True

    def _drop_labels(self, code: Preformatted) -> None:
        """Take off the lines above code that name its language or were on a control."""
        while self.blocks and isinstance(last := self.blocks[-1], Paragraph):
            if not labels_code(plain(last.text), code.language):
                return
            self.anchors[:0] = last.anchors
            self.blocks.pop()

    def named(self, block: NamedT) -> NamedT:
        """The block with the names of the elements met before it."""
        if not self.anchors:
            return block
        block = with_more_anchors(block, self.anchors)
        self.anchors.clear()
        return block

    def close(self, parent: Frame) -> None:
        """Hand the blocks to the container around this one."""
        for block in self.blocks:
            parent.add(block)


def _is_control(block: Block) -> bool:
    return isinstance(block, Paragraph) and labels_code(plain(block.text), None)


class QuoteFrame(Frame, eq=False):
    """An open block quotation."""

    finds_lists: bool = True

    def close(self, parent: Frame) -> None:
        """Add the quotation."""
        if self.blocks:
            parent.add(Quote(tuple(self.blocks)))


class ListFrame(Frame, eq=False):
    """An open list.

    Attributes:
        ordered: Whether its items are numbered.
        starts: The numbers of items that say their own, by their place.
        items: Its finished items.
    """

    ordered: bool = False
    starts: dict[int, int] = field(default_factory=dict)
    items: list[list[Block]] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Take in a block that stands outside of any item: a nested list belongs to the last."""
        if isinstance(block, ListBlock) and self.items:
            self.items[-1].append(block)
        else:
            self.items.append([block])

    def close(self, parent: Frame) -> None:
        """Add the list; where an item counts anew, another one begins with it."""
        if not self.ordered and len(self.items) == 1 and _is_lists(self.items[0]):
            for block in self.items[0]:
                parent.add(block)
            return
        said = [said_number(item) for item in self.items]
        if not self.ordered and counts_up(said):
            self.ordered, self.starts = True, {0: said[0] or 0}
        runs = list(self._runs())
        ends = [first for first, _ in runs[1:]]
        for (first, number), end in zip(runs, [*ends, len(said)], strict=True):
            items = [
                tuple(without_number(item) if self.ordered and told == number + at else item)
                for at, (item, told) in enumerate(
                    zip(self.items[first:end], said[first:end], strict=True)
                )
            ]
            if items:
                parent.add(ListBlock(tuple(items), self.ordered, number))

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Where it begins to count, and with which number."""
        first, number = 0, self.starts.get(0, 1) if self.ordered else 1
        yield first, number
        for place, value in sorted(self.starts.items()) if self.ordered else ():
            if value != number + place - first:
                first, number = place, value
                yield first, number


def _is_lists(blocks: Sequence[Block]) -> bool:
    """Whether an item has no words of its own: editors wrap a list so that belongs to the last."""
    return all(isinstance(block, ListBlock) for block in blocks)


class ItemFrame(Frame, eq=False):
    """An open list item."""

    value: int | None = None
    finds_lists: bool = True

    def close(self, parent: Frame) -> None:
        """Add the item to its list, or its blocks where it is in none."""
        if not isinstance(parent, ListFrame):
            Frame.close(self, parent)
        elif self.blocks:
            if parent.items and not parent.ordered and _is_lists(self.blocks):
                parent.items[-1].extend(self.blocks)
                return
            if self.value is not None:
                parent.starts[len(parent.items)] = self.value
            parent.items.append(self.blocks)


class DefinitionsFrame(Frame, eq=False):
    """An open definition list."""

    groups: Definitions = field(default_factory=Definitions)

    def add(self, block: Block) -> None:
        """Take in a block that stands outside of any term or description."""
        self.groups.add_loose(self.named(block))

    def close(self, parent: Frame) -> None:
        """Add the list, or the blocks of a layout."""
        for block in self.groups.blocks():
            parent.add(block)


class TermFrame(Frame, eq=False):
    """An open term."""

    def close(self, parent: Frame) -> None:
        """Add the term to its list, or its blocks where it is in none."""
        if not isinstance(parent, DefinitionsFrame):
            Frame.close(self, parent)
        else:
            parent.groups.add_term(self.blocks)


class DescriptionFrame(Frame, eq=False):
    """An open description."""

    finds_lists: bool = True

    def close(self, parent: Frame) -> None:
        """Add the description to its list, or its blocks where it is in none."""
        if not isinstance(parent, DefinitionsFrame):
            Frame.close(self, parent)
        else:
            parent.groups.add_description(self.blocks)


class FigureFrame(Frame, eq=False):
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


class TableFrame(Frame, eq=False):
    """An open table; what stands outside its cells comes before it, as in browsers."""

    grid: Grid = field(default_factory=lambda: Grid(layout=False))

    def close(self, parent: Frame) -> None:
        """Add the table, or the blocks of a layout; a table with one in a cell lays out."""
        Frame.close(self, parent)
        if isinstance(parent, CellFrame):
            parent.holds_table = True
        for block in self.grid.blocks():
            parent.add(block)


class CellFrame(Frame, eq=False):
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


class CaptionFrame(Frame, eq=False):
    """An open caption of a figure or a table: its blocks become one stretch of text."""

    def close(self, parent: Frame) -> None:
        """Give the words to the figure or table, or add them as they are where there is none."""
        spans: list[Span] = []
        for block in self.blocks:
            parent.anchors.extend(block.anchors)
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


def without_outer_rules(blocks: list[Block]) -> list[Block]:
    """The blocks but for rules at either end, which divide nothing."""
    last = len(blocks)
    while last and isinstance(blocks[last - 1], Rule) and not blocks[last - 1].anchors:
        last -= 1
    first = 0
    while first < last and isinstance(blocks[first], Rule) and not blocks[first].anchors:
        first += 1
    return blocks[first:last]
