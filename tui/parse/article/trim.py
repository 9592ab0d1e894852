"""What is taken off the article's blocks: the title said again."""

from __future__ import annotations

import re

from tui.model import Block, Heading
from tui.model.inline import plain

_WORDS = re.compile(r"\w+")
_FIRST = 6
"""Only among this many first blocks is the title looked for."""


def without_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks without the heading that repeats the title."""
    if not title:
        return blocks
    wanted = _WORDS.findall(title.lower())
    for index, block in enumerate(blocks[:_FIRST]):
        if isinstance(block, Heading) and _WORDS.findall(plain(block.text).lower()) == wanted:
            return blocks[:index] + blocks[index + 1 :]
    return blocks
