"""A page as Markdown that CommonMark reads back as the same page (https://spec.commonmark.org).

Tables and struck text use the widespread extensions of GitHub Flavored Markdown. A definition list,
which neither has, becomes a list of bold terms with their descriptions. A reply is quoted once for
each comment above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tui.dump.inline_markdown import code_fence, destination, escape, inline
from tui.dump.text import (
    LEFT_OUT,
    byline,
    more_title,
    part_title,
    thread_and_context,
    thread_title,
    when,
)
from tui.model import (
    Block,
    CommentState,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Mark,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Thread,
    marked,
)
from tui.parse.clean import clean
from tui.parse.patterns import regex
from tui.reading.onward import part_line

if TYPE_CHECKING:  # only filters and orders load it
    from tui.reading.selection import Selection

MAX_QUOTES = 12
"""Replies deeper than this are quoted no further; their bylines say whom they answer."""

_MAX_NUMBER = 999_999_999  # the longest list number that CommonMark reads
_LANGUAGE = regex(r"[\w+#.-]+")


def dump_markdown(page: Page, part: Selection | None = None) -> str:
    """The page as Markdown.

    Args:
        page: The page.
        part: What to write of its thread instead of the whole.
    """
    article = page.article
    by = f"By {', '.join(article.authors)}" if article.authors else ""
    about = ", ".join(filter(None, (by, when(article.published), page.site_beside)))
    address = page.url or page.canonical
    parts = [
        *([_heading(1, (Span(article.title),))] if article.title else []),
        *([_line(about)] if about else []),
        *([f"<{address}>"] if address and destination(address) == address else []),
        _image(article.image_above) if article.image_above else "",
        blocks_markdown(article.blocks),
        inline(part_line(page.parts, " · ")) if page.parts is not None else "",
        *(_thread(page.thread, part) if page.thread is not None else []),
        *(_line(f"Note: {note}") for note in page.notes),
    ]
    return clean("\n\n".join(filter(None, parts)) + "\n")


def blocks_markdown(blocks: Sequence[Block]) -> str:
    """Blocks as Markdown, without a line feed at the end."""
    parts: list[str] = []
    before: Block | None = None
    second_marker = False
    for given in blocks:
        block = _definitions(given) if isinstance(given, DefinitionList) else given
        # Two lists in a row would be read as one, unless their markers differ.
        second_marker = (
            isinstance(block, ListBlock) and isinstance(before, ListBlock) and not second_marker
        )
        written = _list(block, second_marker) if isinstance(block, ListBlock) else _block(block)
        if written:
            parts.append(written)
            before = block
    return "\n\n".join(parts)


def _definitions(block: DefinitionList) -> ListBlock:
    """A list with an item for each definition: its terms in bold, its descriptions under them."""
    return ListBlock(
        tuple(
            (*(Paragraph(marked(term.text, Mark.BOLD)) for term in item.terms), *item.described)
            for item in block.items
        )
    )


def _block(block: Paragraph | Heading | Quote | Preformatted | Table | Image | Rule) -> str:
    match block:
        case Paragraph(text):
            written = inline(text)
        case Heading(level, text):
            written = _heading(level, text)
        case Quote(blocks):
            written = _quoted(blocks_markdown(blocks), 1)
        case Preformatted():
            written = _code_block(block)
        case Table():
            written = _table(block)
        case Image():
            written = _image(block)
        case Rule():
            written = "___"
    return written


def _code_block(block: Preformatted) -> str:
    fence = code_fence(block.text, 3)
    language = block.language or ""
    info = language if _LANGUAGE.fullmatch(language) else ""
    return f"{fence}{info}\n{block.text}\n{fence}"


def _image(block: Image) -> str:
    words = escape(block.alt.replace("\n", " "))
    shown = f"![{words}]({destination(block.src)})" if block.src else _line(f"[image: {block.alt}]")
    return "\n\n".join(filter(None, (shown, inline(block.caption))))


def _heading(level: int, text: Inline) -> str:
    written = inline(text).replace("\\\n", " ")
    # Number signs at the end would be read as the closing of the heading.
    return "#" * level + " " + re.sub(r"(?<![\\#])(#+)$", r"\\\1", written) if written else ""


def _line(text: str) -> str:
    return inline((Span(text.replace("\n", " ")),))


def _list(block: ListBlock, second_marker: bool) -> str:  # noqa: FBT001 -- one of two markers
    items = [
        _item(item, _marker(block, number, second_marker))
        for number, item in enumerate(block.items, block.start)
    ]
    loose = any(len(item) > 1 for item in block.items)
    return ("\n\n" if loose else "\n").join(filter(None, items))


def _marker(block: ListBlock, number: int, second: bool) -> str:  # noqa: FBT001 -- as above
    if block.ordered:
        return f"{min(max(number, 0), _MAX_NUMBER)}{')' if second else '.'} "
    return "* " if second else "- "


def _item(blocks: Sequence[Block], marker: str) -> str:
    indent = " " * len(marker)
    lines = blocks_markdown(blocks).split("\n")
    return marker + "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])


def _quoted(text: str, times: int) -> str:
    prefix = "> " * times
    return "\n".join(
        (prefix + line).rstrip(" ") if not line else prefix + line for line in text.split("\n")
    )


def _table(table: Table) -> str:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    if not rows:
        return inline(table.caption)
    head = rows.pop(0) if table.header else [""] * len(rows[0])
    lines: Iterable[Sequence[str]] = chain([head, ["---"] * len(head)], rows)
    written = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return "\n\n".join(filter(None, (inline(table.caption), written)))


def _cell(text: Inline) -> str:
    return inline(text).replace("\\\n", "<br>").replace("|", "\\|")


def _thread(thread: Thread, part: Selection | None) -> Iterator[str]:
    yield _heading(2, (Span(part_title(part) if part else thread_title(thread)),))
    thread, context = thread_and_context(thread, part)
    for index in thread.preorder:
        comment = thread.comments[index]
        parent = None if comment.parent is None else thread.comments[comment.parent]
        by = Span(byline(comment, parent), Mark.BOLD, comment.permalink)
        text = escape(LEFT_OUT) if index in context else blocks_markdown(comment.blocks)
        if not text and comment.state is CommentState.DELETED:
            text = "\\[deleted\\]"
        written = "\n\n".join(filter(None, (inline((by,)), text)))
        yield _quoted(written, min(thread.depths[index], MAX_QUOTES))
    for link in thread.more:
        yield f"[{escape(link.label or more_title(link))}]({destination(link.url)})"
    if thread.closed:
        yield "Replying is closed."
