"""Numbers that the items of a list say in a line of their own, where a list counts already."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Block, Paragraph, plain
from tui.parse.blocks.anchors import with_more_anchors
from tui.parse.patterns import regex

_NUMBER = regex(r"0{0,2}([0-9]{1,3})[.):]?")


def said_number(item: Sequence[Block]) -> int | None:
    """The number in the first line of an item that says more, or None: `<li><i>2</i><p>Cut …`."""
    if len(item) < 2 or not isinstance(item[0], Paragraph):
        return None
    found = _NUMBER.fullmatch(plain(item[0].text).strip())
    return int(found[1]) if found else None


def counts_up(numbers: Sequence[int | None]) -> bool:
    """Whether several items say numbers one after the other, so that they are a numbered list."""
    first = numbers[0] if len(numbers) > 1 else None
    return first is not None and list(numbers) == list(range(first, first + len(numbers)))


def without_number(item: list[Block]) -> list[Block]:
    """An item without its first line; what leads to that leads to the next."""
    first, *others = item
    return [with_more_anchors(others[0], first.anchors), *others[1:]]
