"""What the screen shows by place, colour and signs, said in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from tui.dump.text import block_lines, more_title, thread_title
from tui.dump.wrapping import wrap
from tui.model import (
    Block,
    Comment,
    CommentState,
    Heading,
    Page,
    Paragraph,
    Quote,
    ShownDate,
    Span,
    Thread,
    ThreadLink,
    blocks_text,
)
from tui.parse.clean import clean_line
from tui.reading.dates import date_text
from tui.reading.scripts import drawn_text
from tui.reading.state import ThreadState
from tui.reading.states import ReadState
from tui.store.draft import Draft
from tui.store.placing import Placed

ToldDate: TypeAlias = Callable[[ShownDate | None], str]
"""What tells a date, on one line."""

UNWRAPPED = 1_000_000
"""The width, in cells, of lines that are not wrapped."""

_FIRST_WORDS = 60  # characters
_STATES = {ReadState.NEW: "new", ReadState.SEEN: "not read"}
_COMMENT_STATES = {
    CommentState.HELD: "waiting for moderation",
    CommentState.COLLAPSED: "collapsed by the page",
    CommentState.DELETED: "deleted",
}


def many(number: int, word: str) -> str:
    """`2 replies`, `no replies`."""
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number or 'no'} {word if number == 1 else plural}"


def name(author: str | None) -> str:
    """An author's name as sentences hold it."""
    return clean_line(author or "") or "Anonymous"


def first_words(text: str, most: int = _FIRST_WORDS) -> str:
    """The beginning of a text, on one line."""
    line = clean_line(text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1]}…"


# The page


def head_lines(page: Page, width: int) -> Iterator[str]:
    """Title, byline and notes, and how much there is to read."""
    article = page.article
    yield from wrap(clean_line(article.title or "") or "Untitled page", width)
    by = f"By {', '.join(map(clean_line, article.authors))}" if article.authors else ""
    facts = ", ".join(filter(None, (by, clean_line(page.site or ""), date_text(article.published))))
    if facts:
        yield from wrap(f"{facts}.", width)
    for note in page.notes:
        yield from wrap(f"Note: {note}", width)
    yield from wrap(f"{size_sentence(page)}", width)


def size_sentence(page: Page) -> str:
    """How much there is to read."""
    blocks, thread = page.article.blocks, page.thread
    article = f"An article of {many(len(blocks), 'part')}" if blocks else "No article was found"
    if thread is None or not (len(thread) or thread.remote or thread.stated_count):
        return f"{article}, no comments."
    if not len(thread) and thread.remote:
        services = " and ".join(remote.service for remote in thread.remote)
        return f"{article}. The comments are loaded by {services}; the page does not hold them."
    closed = " Replying is closed." if thread.closed else ""
    return f"{article}, {thread_title(thread)}.{closed}"


def passage_lines(block: Block, width: int, *, short_quotes: bool = False) -> list[str]:
    """A part of the article."""
    if isinstance(block, Heading):
        return wrap(f"Heading {block.level}: {drawn_text(block.text)}", width)
    return block_lines(shortened((block,)) if short_quotes else (block,), width)


# Comments


def position(
    state: ThreadState,
    index: int,
    told_date: ToldDate,
    *,
    names: Collection[str] = (),
    drafts: int = 0,
    yours: bool = False,
) -> str:
    """Where a comment stands and whose it is, as a sentence.

    Args:
        state: How the thread is read.
        index: The comment.
        told_date: Tells its date.
        names: The reader's own names.
        drafts: How many drafts answer it.
        yours: Whether a draft became it.
    """
    thread = state.thread
    comment = thread.comments[index]
    parts = [
        f"{comment.kind.capitalize()} {state.arranged.ranks[index] + 1} of {len(thread)}",
        f"level {thread.depths[index] + 1}",
        name(comment.author),
        "author of the post" if comment.by_post_author else "",
        "yourself" if yours or comment.author in names else "",
        _STATES.get(state.marks.state(index), ""),
        _COMMENT_STATES.get(comment.state, ""),
        _addressee(thread, comment, names),
        told_date(comment.date),
        "" if comment.score is None else many(comment.score, "point"),
        _replies(state, index),
        "muted" if index in state.muted else "",
        "kept for what answers it" if index in state.context else "",
        f"{many(drafts, 'draft')} of yours" if drafts else "",
    ]
    return f"{', '.join(filter(None, parts))}."


def _addressee(thread: Thread, comment: Comment, names: Collection[str]) -> str:
    if comment.parent is None:
        return ""
    author = thread.comments[comment.parent].author
    return f"in reply to {'you' if author in names else name(author)}"


def _replies(state: ThreadState, index: int) -> str:
    below = state.thread.descendant_counts[index]
    if index not in state.folded:
        replies = len(state.thread.children(index))
        return many(replies, "reply") if replies else ""
    if not below:
        return "folded"
    new = state.marks.new_in(index)
    return f"folded with {many(below, 'reply')}" + (f" of which {new} new" if new else "")


def words_lines(
    state: ThreadState, index: int, width: int, *, short_quotes: bool = False
) -> list[str]:
    """What a comment says; of a folded one, and one kept for its replies, the first words."""
    blocks = state.thread.comments[index].blocks
    if index in state.folded or index in state.context:
        words = first_words(blocks_text(blocks))
        return wrap(words, width) if words else []
    return block_lines(shortened(blocks) if short_quotes else blocks, width)


def brief(state: ThreadState, index: int, told_date: ToldDate) -> str:
    """A comment in a list: its number, whose it is, when it was written, how it begins."""
    comment = state.thread.comments[index]
    parts = (name(comment.author), told_date(comment.date),
             _STATES.get(state.marks.state(index), ""))  # fmt: skip
    words = first_words(blocks_text(comment.blocks)) or "(no words)"
    return f"{state.arranged.ranks[index] + 1}: {', '.join(filter(None, parts))}: {words}"


def more_label(link: ThreadLink) -> str:
    """What a link from the thread to more of it says."""
    return ": ".join(filter(None, (more_title(link), link.label)))


# Quotes and drafts


def beginning(draft: Draft) -> str:
    """How a draft begins, after what it quotes."""
    lines = draft.body.splitlines()
    own = [line for line in lines if line.strip() and not line.startswith(">")]
    return first_words(" ".join(own)) or "nothing but a quote" if lines else "nothing yet"


def change(placed: Placed) -> str:
    """What became of what a draft answers, as a sentence after another; nothing for nothing."""
    anchored = placed.anchored
    return f" What it answers {anchored.change}." if anchored and anchored.changed else ""


def astray(placed: Placed) -> str:
    """A draft whose comment is not there, with what it kept of that."""
    kept = placed.draft.parent
    words = first_words(kept.text) if kept is not None else ""
    author = name(kept.author if kept is not None else None)
    return f"Your draft to {author} stands at the article.{change(placed)} It said: {words}"


def shortened(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the first line alone of what they quote."""
    return tuple(
        replace(block, blocks=_first_line(block.blocks)) if isinstance(block, Quote) else block
        for block in blocks
    )


def _first_line(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Paragraph((Span(first_words(blocks_text(blocks)) or "…"),)),)


def addressee(draft: Draft) -> str:
    """Whom or what a draft answers."""
    if draft.parent is None:
        return f"on “{first_words(draft.page.title or draft.page.source)}”"
    return (
        f"to {name(draft.parent.author)} on “{first_words(draft.page.title or draft.page.source)}”"
    )
