"""What a comment's own words tell of it: its kind, its state, and what of them nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from tui.model import Block, CommentKind, CommentState, Paragraph, plain
from tui.parse.patterns import regex
from tui.parse.words import is_deleted_notice, is_held_notice, ping_label, strip_says

MAX_NOTICE = 300
"""Moderation notices are shorter than this many characters."""

MAX_LABEL = 30
"""The label of a ping is shorter than this many characters."""

SIGNS = " |-:\u00b7\u2022\u2013\u2014\u00bb,()\n"
"""What stands between a name and a date."""

PINGS = frozenset({CommentKind.PINGBACK, CommentKind.TRACKBACK})
"""Kinds whose author is the title of a page and that need no words of their own."""

DIVIDERS = " |\u00b7\u2022"
MAX_DIVIDER = 5
"""What divides the words of a comment from its name and date, in so many characters."""

_BY = regex(
    r"(?:[^\W\d_]{1,20} ){0,2}(?:by|from|par|door|von|por|da|av|af|di|od|przez)\s?:?",
    re.IGNORECASE,
)
"""What stands before a name: "Comment by"."""

_SMILEY = regex(r"[:;=8]['-]?[()|]")
_NAME = "Anna"
"""Any name: a says word is told by what it does to one."""


def without_rests(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without what stood between name and date: signs, and the label of a ping.

    Where name and date stand below the words, it is signs that are left at the end, and a label.
    """
    first = next((index for index, block in enumerate(blocks) if not _is_rest(block)), len(blocks))
    last = len(blocks)
    while last > first and _is_label(_words(blocks[last - 1])):
        last -= 1
    return blocks[first:last]


def without_dividers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without those at both ends that only divided the words from name and date."""
    first, last = 0, len(blocks)
    while first < last - 1 and _divides(blocks[first]):
        first += 1
    while last > first + 1 and _divides(blocks[last - 1]):
        last -= 1
    return blocks[first:last]


def _divides(block: Block) -> bool:
    text = plain(block.text) if isinstance(block, Paragraph) else "?"
    return 0 < len(text) <= MAX_DIVIDER and not text.strip(DIVIDERS)


def without_signature(blocks: tuple[Block, ...], line: str) -> tuple[Block, ...]:
    """The blocks before a line with which a signature begins."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and line in plain(block.text):
            for place, span in enumerate(block.text):
                before, found, _ = f"\n{span.text}\n".partition(f"\n{line}\n")
                if found:
                    kept = (*block.text[:place], replace(span, text=before[1:]))
                    rest = (replace(block, text=kept),) if plain(kept).strip() else ()
                    return (*blocks[:index], *rest)
    return blocks


def _words(block: Block) -> str | None:
    """The words of a paragraph without the signs around them, or None for other blocks."""
    if not isinstance(block, Paragraph):
        return None
    text = plain(block.text)
    return text if _SMILEY.search(text) else text.strip(SIGNS)


def _is_rest(block: Block) -> bool:
    words = _words(block)
    if words is None or len(words) > MAX_LABEL:
        return False
    return (
        _is_label(words)
        or ping_label(words) is not None
        or strip_says(f"{_NAME} {words}:") == _NAME
    )


def _is_label(words: str | None) -> bool:
    """Whether nothing is left of a line, or no more than what stood before a name."""
    return words is not None and (not words or is_by(words))


def is_by(words: str) -> bool:
    """Whether a line is what stands before a name, such as "Comment by"."""
    return _BY.fullmatch(words) is not None


def state_of(
    blocks: tuple[Block, ...], told: CommentState
) -> tuple[CommentState, tuple[Block, ...]]:
    """The state that marks or notices tell, and the blocks without a notice of moderation.

    Args:
        blocks: What the comment says.
        told: The state that marks tell.
    """
    first = blocks[0] if blocks else None
    words = plain(first.text) if isinstance(first, Paragraph) else ""
    if told is CommentState.DELETED or (len(blocks) == 1 and _says(is_deleted_notice, words)):
        return CommentState.DELETED, blocks
    if blocks and _says(is_held_notice, words):
        return CommentState.HELD, blocks[1:]
    return told, blocks


def _says(notice: Callable[[str], bool], text: str) -> bool:
    return 0 < len(text) <= MAX_NOTICE and notice(text)
