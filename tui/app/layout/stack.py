"""A stack of items, each some lines high: which line is where, and where a place went."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from tui.app.layout.lines import Line

_KEPT_ITEMS = 256


class Item(Protocol):
    """Something that a stack shows."""

    @property
    def key(self) -> str:
        """What tells it from all others, over folds, reloads and widths."""
        ...

    def height(self, width: int) -> int:
        """How many lines it takes in `width` cells; at least one."""
        ...

    def lines(self, width: int) -> Sequence[Line]:
        """Its lines, as many as `height` says."""
        ...


ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a stack that survives another width and other items around it.

    Attributes:
        key: The item's key.
        at: The characters of the item before the line.
    """

    key: str
    at: int = 0


class Stack(Generic[ItemT]):
    """Items at a width. Heights are known from the start, lines are made when they are shown."""

    def __init__(
        self, items: Sequence[ItemT], width: int, before: Stack[ItemT] | None = None
    ) -> None:
        """A stack of items.

        Args:
            items: What it shows.
            width: The cells of a line.
            before: The stack that it replaces; equal items keep their heights.
        """
        self.items = items
        self.width = width
        self._index = {item.key: number for number, item in enumerate(items)}
        known = before if before is not None and before.width == width else None
        self._tops = [0, *accumulate(self._height(item, known) for item in items)]
        self._lines: OrderedDict[int, Sequence[Line]] = OrderedDict()

    def _height(self, item: ItemT, known: Stack[ItemT] | None) -> int:
        index = known.index_of(item.key) if known else None
        if known and index is not None and known.items[index] == item:
            return known.bottom(index) - known.top(index)
        return item.height(self.width)

    @property
    def height(self) -> int:
        """All lines."""
        return self._tops[-1]

    def top(self, index: int) -> int:
        """The first line of an item."""
        return self._tops[index]

    def bottom(self, index: int) -> int:
        """The line after the last one of an item."""
        return self._tops[index + 1]

    def index_of(self, key: str) -> int | None:
        """Where the item with this key is, or None."""
        return self._index.get(key)

    def index_at(self, y: int) -> int:
        """The item that line `y` belongs to; the nearest one for lines outside."""
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self.items) - 1, 0))

    def line(self, y: int) -> Line | None:
        """Line `y`, or None below the end."""
        if not 0 <= y < self.height:
            return None
        index = self.index_at(y)
        return self.item_lines(index)[y - self._tops[index]]

    def item_lines(self, index: int) -> Sequence[Line]:
        """The lines of an item, kept while it is near."""
        lines = self._lines.get(index)
        if lines is None:
            lines = self._lines[index] = self.items[index].lines(self.width)
            if len(self._lines) > _KEPT_ITEMS:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(index)
        return lines

    def anchor(self, y: int) -> Anchor | None:
        """The place of line `y`, or None in an empty stack."""
        line = self.line(min(max(y, 0), self.height - 1))
        return None if line is None else Anchor(self.items[self.index_at(y)].key, line.at)

    def y_of(self, anchor: Anchor) -> int | None:
        """The line where a place is now, or None where its item is gone."""
        index = self.index_of(anchor.key)
        if index is None:
            return None
        lines = self.item_lines(index)
        offset = 0
        for number, line in enumerate(lines):
            if line.at <= anchor.at and (number == 0 or line.at != lines[number - 1].at):
                offset = number
        return self._tops[index] + offset
