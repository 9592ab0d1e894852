"""Lines of a save as blocks: paragraphs re-joined, lists, quotes, preformatted text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.model import Block, Inline, ListBlock, Paragraph, Preformatted, Quote, Span
from tui.parse.clean import clean
from tui.parse.patterns import regex
from tui.parse.plaintext.lines import Line, cells

_CODE = regex(
    r"[;{}]\s*$|^\s*(?:</?\w+[^>]*>|[$>#] \w|\w+\s*=\s*\S+;|(?:def|class|import|var|"
    r"let|const|return|function|public|private|if|for|while)\b.*[:;{(])"
)
_QUOTED = regex(r"^(?:>\s?)+")


def inline(text: str) -> Inline:
    """Text without marks as inline text."""
    return (Span(text),) if text else ()


def text_blocks(lines: Sequence[Line], width: int | None) -> tuple[Block, ...]:
    """The blocks of some lines.

    Args:
        lines: The lines.
        width: The column at which the save was wrapped, or None; then each line is a paragraph.
    """
    return tuple(_blocks(lines, width))


def paragraphs(lines: Sequence[Line], width: int | None) -> list[list[Line]]:
    """The lines grouped to paragraphs; a wrapped line goes on in the next."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and width is not None and goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def joined(group: Sequence[Line]) -> str:
    """The words of a paragraph's lines; scripts without spaces are joined without one."""
    pieces = [group[0].text]
    for before, line in pairwise(group):
        glued = before.text[-1] > "\u2fff" and line.text[0] > "\u2fff"
        pieces.append(line.text if glued else f" {line.text}")
    return "".join(pieces)


def goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line is the wrapped rest of the paragraph that the line above it is of."""
    if line.gap or line.mark or line.indent not in {before.indent, before.column}:
        return False
    first = line.text.split(" ", 1)[0]
    return before.width + 1 + cells(first) > width or first[0] > "\u2fff" < before.text[-1]


def _blocks(lines: Sequence[Line], width: int | None) -> Iterator[Block]:
    groups = paragraphs(lines, width)
    at = 0
    while at < len(groups):
        end = _run(groups, at)
        first = groups[at][0]
        if first.mark and end - at >= 1 and _is_list(groups[at:end]):
            yield _list(groups[at:end])
        elif _is_code(groups[at:end]):
            yield _preformatted([line for group in groups[at:end] for line in group])
        elif _QUOTED.match(first.text):
            parts = (_QUOTED.sub("", joined(group)) for group in groups[at:end])
            yield Quote(tuple(Paragraph(inline(part)) for part in parts if part))
        else:
            end = at + 1
            yield Paragraph(inline(joined(groups[at])))
        at = end


def _run(groups: Sequence[Sequence[Line]], at: int) -> int:
    """Where the groups of one kind that start here end."""
    kind = _kind(groups[at][0])
    end = at + 1
    if kind == "text":
        return end
    while end < len(groups) and _kind(groups[end][0]) == kind:
        if kind == "code" and groups[end][0].gap > 1:
            break
        end += 1
    return end


def _kind(line: Line) -> str:
    if _QUOTED.match(line.text) and not line.mark:
        return "quote" if line.text.strip("> ") else "text"
    if line.mark:
        return "numbers" if line.mark[0].isdigit() else "bullets"
    return "code" if _CODE.search(line.raw) else "text"


def _is_list(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether marked paragraphs are a list: at least two, or one with a bullet."""
    return len(groups) > 1 or not groups[0][0].mark[0].isdigit()


def _list(groups: Sequence[Sequence[Line]]) -> ListBlock:
    first = groups[0][0].mark
    ordered = first[0].isdigit()
    start = int(first.rstrip(".)")) if ordered else 1
    items = tuple((Paragraph(inline(joined(group))),) for group in groups)
    return ListBlock(items, ordered=ordered, start=start)


def _is_code(groups: Sequence[Sequence[Line]]) -> bool:
    return len(groups) > 1 and all(_kind(group[0]) == "code" for group in groups)


def _preformatted(lines: Sequence[Line]) -> Preformatted:
    margin = min(line.indent for line in lines)
    return Preformatted("\n".join(clean(line.raw[margin:]).rstrip() for line in lines))
