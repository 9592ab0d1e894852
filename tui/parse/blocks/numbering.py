"""Numbers in a line of their own: those of a list that counts already, and marks of notes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.model import Block, Mark, Paragraph, Span, plain
from tui.parse.blocks.anchors import with_more_anchors
from tui.parse.blocks.inline import joined
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


def is_mark(block: Block) -> bool:
    """Whether a paragraph is but a number that is raised, or leads back to a place of the page.

    It is the mark of a note that begins on the next line.
    """
    if not isinstance(block, Paragraph) or not plain(block.text[:1])[:1].isdigit():
        return False
    if not _NUMBER.fullmatch(plain(block.text)):
        return False
    return all(Mark.SUPER in span.marks or (span.href or "").startswith("#") for span in block.text)


def after_mark(mark: Block, note: Paragraph) -> Paragraph:
    """A note with its mark before it."""
    text = mark.text if isinstance(mark, Paragraph) else ()
    note = replace(note, text=joined((*text, Span(" "), *note.text)))
    return with_more_anchors(note, mark.anchors)
