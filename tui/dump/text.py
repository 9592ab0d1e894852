"""A page as plain text: the article, then the thread, indented by depth.

Made to be read from top to bottom, by eyes or by a screen reader: no boxes, and every reply says
whom it answers, so that the indent repeats what the words say already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.dump.wrapping import wrap
from tui.model import (
    Block,
    Comment,
    CommentKind,
    CommentState,
    Definition,
    DefinitionList,
    Heading,
    Image,
    LinkKind,
    ListBlock,
    Page,
    Paragraph,
    Parts,
    Preformatted,
    Quote,
    ReplyForm,
    Rule,
    ShownDate,
    Table,
    Thread,
    ThreadLink,
)
from tui.parse.clean import clean
from tui.reading.scripts import drawn_text
from tui.reading.spacing import follows, is_loose

if TYPE_CHECKING:  # only filters and orders load it
    from tui.reading.selection import Selection

INDENT = 2
"""Cells by which a reply is indented under its parent."""

MIN_COLUMN = 40
"""The indent stops growing where the text would have fewer cells than this, if there are any."""

DESCRIPTION = 4
"""Cells by which what is said of a term is indented under it."""

LEFT_OUT = "[...]"
"""What stands for the words of a comment that is there only for the sake of what is below it."""


def dump_text(page: Page, width: int, part: Selection | None = None) -> str:
    """The page as text of at most that many cells a line, but for code and long words' sake.

    Args:
        page: The page.
        width: The cells of a line.
        part: What to print of its thread instead of the whole.
    """
    parts = [*_head(page, width), *block_lines(page.article.blocks, width)]
    if page.parts is not None:
        parts += ["", *_part_lines(page.parts, width)]
    if page.thread is not None:
        parts += ["", *_thread_lines(page.thread, part, width)]
    if page.form is not None:
        parts += ["", *_form_lines(page.form, width)]
    for note in page.notes:
        parts += ["", *wrap(f"Note: {note}", width)]
    return clean("\n".join(parts).strip("\n") + "\n")


def block_lines(blocks: Sequence[Block], width: int) -> list[str]:
    """Blocks as lines, with an empty one between two blocks."""
    lines: list[str] = []
    for block in blocks:
        own = list(_lines(block, width))
        if own and lines:
            lines.append("")
        lines += own
    return lines


def when(date: ShownDate | None) -> str:
    """A date as the page shows it, else as it is known; empty where there is none."""
    if date is None:
        return ""
    if date.text or date.at is None:
        return date.text
    at = date.at
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else at.isoformat()


_STATES = {
    CommentState.HELD: "waiting for moderation",
    CommentState.COLLAPSED: "collapsed by the page",
}


def byline(comment: Comment, parent: Comment | None) -> str:
    """Who wrote a comment, when, and in answer to whom."""
    name = comment.author or "Anonymous"
    if comment.kind is not CommentKind.COMMENT:
        name = f"{comment.kind.capitalize()}: {name}"
    if comment.by_post_author:
        name += " (author of the post)"
    parts = [name, when(comment.date)]
    if parent is not None:
        parts.append(f"in reply to {parent.author or 'Anonymous'}")
    if comment.score is not None:
        parts.append("1 point" if comment.score == 1 else f"{comment.score} points")
    if comment.state in _STATES:
        parts.append(_STATES[comment.state])
    return ", ".join(filter(None, parts))


_MORE = {LinkKind.OLDER: "Older comments", LinkKind.NEWER: "Newer comments"}
_MORE |= {LinkKind.REPLIES: "More replies", LinkKind.ALL: "All comments"}


def more_title(link: ThreadLink) -> str:
    """What a link from a thread leads to."""
    return _MORE.get(link.kind, "More comments")


def thread_title(thread: Thread) -> str:
    """How many comments there are, and how many the page says there are."""
    found = len(thread)
    title = "1 comment" if found == 1 else f"{found} comments"
    if thread.stated_count is not None and thread.stated_count > found:
        title += f" here, {thread.stated_count} according to the page"
    return title


def part_title(part: Selection) -> str:
    """How many comments match a filter, of how many; without a filter, how many there are."""
    if part.context is None:
        return thread_title(part.thread)
    verb = "matches" if part.matches == 1 else "match"
    return f"{part.matches} of {part.total} comments {verb}"


def thread_and_context(thread: Thread, part: Selection | None) -> tuple[Thread, frozenset[int]]:
    """The comments to print, and those of them whose words are left out."""
    return (thread, frozenset()) if part is None else (part.thread, part.context or frozenset())


def _head(page: Page, width: int) -> Iterator[str]:
    article = page.article
    if article.title:
        yield from wrap(article.title, width)
    by = f"By {', '.join(article.authors)}" if article.authors else ""
    line = ", ".join(filter(None, (by, when(article.published), page.site_beside)))
    if line:
        yield from wrap(line, width)
    if page.url or page.canonical:
        yield str(page.url or page.canonical)
    image = article.image_above
    if image is not None and (image.alt or image.caption):
        yield from _image(image, width)
    yield ""


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from wrap(drawn_text(text), width)
        case Heading(level, text):
            yield from _prefixed(wrap(drawn_text(text), width - level - 1), "#" * level + " ")
        case ListBlock(items, ordered, start):
            loose = is_loose(block)
            for number, item in enumerate(items, start):
                if loose and number > start:
                    yield ""
                marker = f"{number}. " if ordered else "- "
                yield from _prefixed(_item_lines(item, width - len(marker)), marker)
        case DefinitionList(items):
            for definition in items:
                yield from _definition(definition, width)
        case Quote(blocks):
            for line in block_lines(blocks, width - 2):
                yield f"> {line}".rstrip()
        case Preformatted(text):
            for line in text.split("\n"):
                yield f"    {line}".rstrip()
        case Table():
            yield from _table(block, width)
        case Image():
            yield from _image(block, width)
        case Rule():
            yield "* * *"


def _item_lines(item: Sequence[Block], width: int) -> list[str]:
    """An item of a list; a list in it follows a paragraph without an empty line."""
    lines: list[str] = []
    before: Block | None = None
    for block in item:
        own = list(_lines(block, width))
        if own and lines and not follows(block, before):
            lines.append("")
        lines += own
        before = block
    return lines


def _table(table: Table, width: int) -> Iterator[str]:
    if table.caption:
        yield from wrap(drawn_text(table.caption), width)
    for row in table.rows:
        cells = (drawn_text(cell).replace("\n", " ") for cell in row)
        yield from wrap(" | ".join(cells), width)


def _image(image: Image, width: int) -> Iterator[str]:
    alt, caption = image.own_words, drawn_text(image.caption)
    words = alt or caption
    yield from wrap(f"[image: {words}]" if words else "[image]", width)
    if alt and caption:
        yield from wrap(caption, width)


def _definition(definition: Definition, width: int) -> Iterator[str]:
    """The terms, and the descriptions further in, as in HTML's rendering of them."""
    for term in definition.terms:
        yield from wrap(drawn_text(term.text), width)
    indent = " " * DESCRIPTION if width >= MIN_COLUMN else ""
    for blocks in definition.descriptions:
        yield from _prefixed(block_lines(blocks, width - len(indent)), indent)


def _prefixed(lines: Sequence[str], prefix: str) -> Iterator[str]:
    """Lines of which the first has the prefix and the others are as far in."""
    for index, line in enumerate(lines):
        yield f"{' ' * len(prefix) if index else prefix}{line}".rstrip()


def _thread_lines(thread: Thread, part: Selection | None, width: int) -> Iterator[str]:
    yield from wrap(part_title(part) if part else thread_title(thread), width)
    thread, context = thread_and_context(thread, part)
    deepest = max(0, (width - MIN_COLUMN) // INDENT)
    for index in thread.preorder:
        comment = thread.comments[index]
        parent = None if comment.parent is None else thread.comments[comment.parent]
        indent = " " * (INDENT * min(thread.depths[index], deepest))
        column = width - len(indent)
        yield ""
        for line in wrap(byline(comment, parent), column):
            yield f"{indent}{line}"
        lines = [LEFT_OUT] if index in context else block_lines(comment.blocks, column - INDENT)
        if not lines and comment.state is CommentState.DELETED:
            lines = ["[deleted]"]
        for line in lines:
            yield f"{indent}{' ' * INDENT}{line}".rstrip()
    for link in thread.more:
        yield ""
        yield from wrap(": ".join(filter(None, (more_title(link), link.label))), width)
        yield link.url
    if thread.closed:
        yield ""
        yield "Replying is closed."


def _part_lines(parts: Parts, width: int) -> Iterator[str]:
    from tui.reading.onward import part_links, which_part  # noqa: PLC0415 -- few pages have parts

    yield from wrap(which_part(parts), width)
    for link in part_links(parts):
        yield from wrap(link.words, width)
        yield link.href


def _form_lines(form: ReplyForm, width: int) -> Iterator[str]:
    yield from wrap(f"This page takes replies: {form.title or 'Reply'}", width)
    for note in form.notes:
        yield from wrap(note, width)
