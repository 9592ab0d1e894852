"""A stack of items, each some lines high: which line is where, and where a place went.

Items are measured once at a width. What folds and filters do to them is a byte an item.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from enum import IntEnum
from itertools import product
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from tui.app.layout.lines import Line
from tui.app.layout.tops import Tops

_KEPT_ITEMS = 256


class Shape(IntEnum):
    """How an item is shown; the value is its byte among the shapes of a stack."""

    OPEN = 0
    FOLDED = 1  # as one line, which stands for all that hangs under it
    CONTEXT = 2  # as one line, for the sake of what hangs under it
    HIDDEN = 3


# What the byte of a shape is translated to: whether the item has its own height, or is one line.
_WHOLE = bytes(shape == Shape.OPEN for shape in range(256))
_BRIEF = bytes(shape in (Shape.FOLDED, Shape.CONTEXT) for shape in range(256))


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


class Anchor(Struct, frozen=True):
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
        self,
        items: Sequence[ItemT],
        width: int,
        before: Stack[ItemT] | None = None,
        *,
        first: int = 0,
        shapes: bytes = b"",
    ) -> None:
        """A stack of items, all open.

        Args:
            items: What it shows.
            width: The cells of a line.
            before: The stack that it replaces; equal items keep their heights.
            first: Where its items begin among all there are, for a stack of a part of them.
            shapes: The shapes that they will have, where only the open ones need to be measured.
        """
        self.items = items
        self.width = width
        self.first = first
        self.shapes = bytes(len(items))
        self._brief: Callable[[ItemT, Shape], ItemT] | None = None
        self._index = {item.key: number for number, item in enumerate(items)}
        known = before if before is not None and before.width == width else None
        self._measured = [
            0 if at < len(shapes) and shapes[at] else self._measure(item, known)
            for at, item in enumerate(items)
        ]
        self._tops = Tops(self._measured)
        self._lines: OrderedDict[tuple[int, int], Sequence[Line]] = OrderedDict()

    def _measure(self, item: ItemT, known: Stack[ItemT] | None) -> int:
        index = known.index_of(item.key) if known else None
        if known and index is not None:
            same = known.items[index]
            if same is item or same == item:
                return known._measured[index]  # noqa: SLF001 -- another value of this class
        return item.height(self.width)

    def shaped(self, shapes: bytes, brief: Callable[[ItemT, Shape], ItemT]) -> Stack[ItemT]:
        """The same items, measured already, some shown otherwise.

        Args:
            shapes: The `Shape` of each item.
            brief: Gives the item to draw: one line and a gap high for one that is folded or shown
                as context; as high as it was measured for an open one.
        """
        other = copy(self)
        other._shape(shapes, brief)  # noqa: SLF001 -- as above
        return other

    def _shape(self, shapes: bytes, brief: Callable[[ItemT, Shape], ItemT]) -> None:
        self.shapes = shapes
        self._brief = brief
        self._tops = self._tops.shaped(shapes.translate(_WHOLE), shapes.translate(_BRIEF))

    @property
    def height(self) -> int:
        """All lines."""
        return self._tops.height

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
        return self._tops.index_at(y)

    def line(self, y: int) -> Line | None:
        """Line `y`, or None below the end."""
        if not 0 <= y < self.height:
            return None
        index = self.index_at(y)
        return self.item_lines(index)[y - self._tops[index]]

    def item_lines(self, index: int) -> Sequence[Line]:
        """The lines of an item as it is shown; they are kept while it is near."""
        shape = self.shapes[index]
        if shape == Shape.HIDDEN:
            return ()
        lines = self._lines.get((index, shape))
        if lines is None:
            item = self.items[index]
            if self._brief is not None:
                item = self._brief(item, Shape(shape))
            lines = self._lines[index, shape] = item.lines(self.width)
            if len(self._lines) > _KEPT_ITEMS:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end((index, shape))
        return lines

    def forget_lines(self, keys: Iterable[str] | None = None) -> None:
        """Make lines anew when they are shown: what is true of their items has changed.

        Args:
            keys: The keys of these items; None stands for all.
        """
        if keys is None:
            self._lines.clear()
            return
        for index, shape in product(map(self.index_of, keys), Shape):
            if index is not None:
                self._lines.pop((index, shape), None)

    def is_shown(self, index: int) -> bool:
        """Whether an item takes any line."""
        return self.shapes[index] != Shape.HIDDEN

    def anchor(self, y: int) -> Anchor | None:
        """The place of line `y`, or None in a stack without lines."""
        line = self.line(min(max(y, 0), self.height - 1))
        return None if line is None else Anchor(self.items[self.index_at(y)].key, line.at)

    def y_of(self, anchor: Anchor) -> int | None:
        """The line where a place is now, or None where its item is gone."""
        index = self.index_of(anchor.key)
        if index is None or not self.is_shown(index):
            return None
        lines = self.item_lines(index)
        offset = 0
        for number, line in enumerate(lines):
            if line.at <= anchor.at and (number == 0 or line.at != lines[number - 1].at):
                offset = number
        return self._tops[index] + offset
