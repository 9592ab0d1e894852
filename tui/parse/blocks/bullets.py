"""Lists that were typed: lines of text, or paragraphs, that begin with a bullet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from tui.model import Block, Inline, ListBlock, Paragraph, Span, plain
from tui.parse.blocks.inline import joined, with_breaks
from tui.parse.patterns import regex

_SIGNS = "\u2022\u25cf\u25aa\u25e6\u2023\u25a0\u25cb"
_BULLET = regex(
    rf"([{_SIGNS}])[ \u2003\u2002]*"
    r"(?=[^\W_]|[\"'(\u201c\u201e\u00ab])"
)
"""A sign that is nothing but a bullet, before a word."""


def bullet_of(block: Block) -> str:
    """The bullet that a paragraph of one line begins with; empty for all others."""
    if not isinstance(block, Paragraph):
        return ""
    sign = _sign(block.text)
    return "" if sign and any("\n" in span.text for span in block.text) else sign


def with_item(last: Block, block: Paragraph) -> ListBlock:
    """The list of a paragraph that begins with a bullet, and of the list or paragraph before it."""
    items = last.items if isinstance(last, ListBlock) else (_item(last),)
    return ListBlock((*items, _item(block)))


def typed_list(text: Inline) -> list[Block]:
    """The text of a paragraph as blocks, a list where its lines begin with a bullet several times.

    Where they do not, it stays one paragraph.
    """
    if not any("\n" in span.text for span in text):
        return [Paragraph(text)]
    lines = list(_lines(text))
    signs = [sign for sign in map(_sign, lines) if sign]
    if len(signs) < 2 or len(set(signs)) > 1:
        return [Paragraph(text)]
    blocks: list[Block] = []
    for is_list, group in groupby(lines, key=lambda line: bool(_sign(line))):
        if is_list:
            blocks.append(ListBlock(tuple(_item(Paragraph(line)) for line in group)))
        else:
            blocks.append(Paragraph(joined(with_breaks(group))))
    return blocks


def _sign(text: Inline) -> str:
    match = _BULLET.match(plain(text[:2])) if text and text[0].text[:1] in _SIGNS else None
    return match[1] if match else ""


def _item(block: Block) -> tuple[Block, ...]:
    """A paragraph without its bullet."""
    if not isinstance(block, Paragraph):
        return (block,)
    match = _BULLET.match(plain(block.text))
    left = match.end() if match else 0
    spans: list[Span] = []
    for span in block.text:
        rest = span.text[left:]
        left = max(left - len(span.text), 0)
        if rest:
            spans.append(replace(span, text=rest))
    return (replace(block, text=joined(spans)),)


def _lines(text: Inline) -> Iterator[Inline]:
    line: list[Span] = []
    for span in text:
        first, *others = span.text.split("\n")
        line.append(replace(span, text=first))
        for part in others:
            yield tuple(each for each in line if each.text)
            line = [replace(span, text=part)]
    yield tuple(each for each in line if each.text)
