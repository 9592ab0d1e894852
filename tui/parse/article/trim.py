"""What is taken off the article's blocks: the title said again, and what follows the last word.

Many pages put boxes of related posts, of the author or of the newsletter into the very element of
their article; what heads them says so.
"""

from __future__ import annotations

import re

from tui.model import Block, Heading, Paragraph, blocks_text, plain
from tui.parse.patterns import regex
from tui.parse.words import is_comments_heading, is_share_label

_WORDS = regex(r"\w+")
_LONGEST_HEADING = 60
_FIRST = 6
"""Only among this many first blocks is the title looked for."""

MOST_AFTER_HEADING = 0.4
MOST_AFTER_LINE = 0.15
"""No more than these shares of the article's characters stand after it, where a heading and
where a plain line comes before it."""

_AFTER = regex(
    r"(?:about the authors?"
    r"|(?:more|recommended|related) (?:from|reading|stories|articles|posts|news|content|resources)"
    r"|(?:read|up|what to read) next|(?:leave|post|add) a (?:comment|reply)|newsletter"
    r"|(?:recent|latest|popular|trending|similar|other) (?:posts|articles|stories|news|blogs?)"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|connect with us|follow us"
    r"|(?:subscribe|sign up) (?:to|for)|join (?:our|the)|share (?:this|your)|advertisement)\b",
    re.IGNORECASE,
)
"""How headings of what follows an article begin, beside the labels of `tui.parse.words`."""


def without_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks without the heading that repeats the title."""
    if not title:
        return blocks
    wanted = _WORDS.findall(title.lower())
    for index, block in enumerate(blocks[:_FIRST]):
        if isinstance(block, Heading) and _WORDS.findall(plain(block.text).lower()) == wanted:
            return blocks[:index] + blocks[index + 1 :]
    return blocks


def without_rest(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks up to the first heading of something else that stands near the end."""
    sizes = [len(blocks_text((block,))) for block in blocks]
    total = left = sum(sizes)
    for index, block in enumerate(blocks):
        most = MOST_AFTER_HEADING if isinstance(block, Heading) else MOST_AFTER_LINE
        if left <= most * total and index and _heads_rest(block):
            return blocks[:index]
        left -= sizes[index]
    return blocks


def _heads_rest(block: Block) -> bool:
    if not isinstance(block, Heading | Paragraph):
        return False
    if isinstance(block, Paragraph) and all(span.href for span in block.text):
        return False  # a button
    text = plain(block.text).strip()
    if len(text) > _LONGEST_HEADING:
        return False
    text = text.rstrip(" :!…")
    return is_share_label(text) or is_comments_heading(text) or _AFTER.match(text) is not None
