"""The parts of a comment in unknown markup, as the web at large names them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from tui.model import blocks_text
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.threads.builder import RawComment
from tui.parse.threads.general.buttons import is_button_line
from tui.parse.threads.nodes import Territory, line_of, texts
from tui.parse.threads.reading import read_items
from tui.parse.threads.system import Item, Parts, Surroundings
from tui.parse.words import is_deleted_notice, strip_says

MOST = 0.7
"""The share of elements that need a name and words for a group to be a thread."""

SAMPLE = 30
"""How many items show whether all of them have a name and words."""

MAX_LINES = 20
"""How many texts of an item are tried for a name."""

MAX_NAME = 60
"""The first line of a comment is taken for a name only if it is shorter than this."""

PARTS = Parts(
    author=(
        "[itemprop='author'] [itemprop='name'], [itemprop='creator'] [itemprop='name']",
        "[itemprop='author'], [itemprop='creator'], [rel~='author'], .fn, .p-author",
        "[class*='author-name' i], [class*='authorname' i], [class*='display-name' i]",
        "[class*='user-name' i], [class*='username' i], [class*='nickname' i]",
        "[class*='author' i] a, [class*='author' i] b, [class*='author' i] strong",
        "[class*='author' i]:not(img), [class*='nick' i]",
        "[class~='poster' i], [class~='user' i]",
        "cite",
        "[class*='__name'], [class*='-name'], [class~='name' i]",
        "[class*='profile-link' i], [class*='user-link' i], [class*='userlink' i]",
        "[class~='by' i] a, [class~='by' i]",
        "a[href*='/user'], a[href*='/profile'], a[href*='/member'], a[href*='/author/']",
        "a[href*='/u/'], a[href*='/@']",
        "h3, h4, h5, h6",
        "strong, b",
        "[class*='byline' i], [class*='posted' i], [class*='comment-meta' i], [class~='meta' i]",
        "[class*='comment-footer' i], [class~='footer' i], footer",
    ),
    date=(
        "time, relative-time",
        "[itemprop='dateCreated'], [itemprop='datePublished'], [itemprop='commentTime']",
        "[class*='date' i]:not([class*='update' i]), [class*='-ago' i]",
        "[class*='time' i]:not([class*='timeline' i]), [class*='duration-since']",
        "abbr[title]",
    ),
    body=(
        "[itemprop='text'], [itemprop='commentText'], .e-content",
        "[class*='comment-text' i], [class*='comment__text' i], [class*='commenttext' i]",
        "[class*='comment-body' i], [class*='comment__body' i], [class*='commentbody' i]",
        "[class*='comment-content' i], [class*='comment__content' i], [class*='commentcontent' i]",
        "[class*='message-body' i], [class*='post-content' i], [class~='content' i]",
        "[class~='body' i], [class~='text' i], [class~='message' i]",
    ),
    permalink=("a[class*='permalink' i], a[rel~='bookmark']",),
    left_out=(
        "[class*='reply-link' i]",
        "[class*='permalink' i]",
        "[class*='actions' i]",
        "[class*='toolbar' i]",
        "[class*='buttons' i]",
        "[class*='share' i]",
        "[class*='like' i]",
        "[class*='vote' i]",
        "[class*='signature' i]",
        "[class*='badge' i]",
        "[class~='avatar' i]",
        ".visually-hidden, .sr-only, .screen-reader-text",
        "[role='button']",
        "[role='toolbar']",
        "[hidden]",
    ),
    meta=(
        "[class*='meta' i]",
        "[class*='byline' i]",
        "[class*='comment-footer' i]",
        "[class*='avatar' i]",
    ),
    by_post_author=".bypostauthor, [class*='by-author'], [class*='is-author']",
    deleted="[class~='deleted'], [class*='comment-deleted'], [class*='comment--deleted']",
    pingback=".pingback",
    trackback=".trackback",
)
"""Selectors by meaning: microdata, microformats and the common class names."""

AROUND = Surroundings(
    area=(
        "#comments, .comments, #disqus_thread, .comment-section, .comments-section, "
        "#comment-section, .comments-area, .comment-list, #commentform, .comment-form, "
        "#comment-form, #reacties, "
        ".reacties, #kommentare, .kommentare, #commentaires, #comentarios"
    ),
    closed=".comments-closed",
    more="[class*='pag'] a[href*='comment'], [class*='pag'] a[href*='page']",
)
"""The containers that most hand-made themes give a discussion."""


def complete(document: Document, items: Sequence[Item]) -> list[Item]:
    """The items that say something, or nothing where too few of a sample have a name and words.

    Where no selector gives names to most of the sample, the first line of each item is its name.
    """
    step = max(1, len(items) // SAMPLE)
    sample = items[::step]
    raws = read_items(document, sample, PARTS)
    if sum(raw.author is not None for raw in raws) < MOST * len(raws):
        items = [replace(item, author=_first_line(document, item)) for item in items]
        sample = items[::step]
        raws = read_items(document, sample, PARTS)
    good = sum(raw.author is not None and _has_words(raw) for raw in raws)
    if good < MOST * len(raws):
        return []
    territory = Territory([item.nodes for item in items])
    outer = {territory.around(index) for index in range(len(items))}
    return [item for index, item in enumerate(items) if index in outer or not _is_empty(item)]


def _has_words(raw: RawComment) -> bool:
    """Whether a comment says more than who wrote it and when."""
    beside = f"{raw.author or ''} {raw.date.text if raw.date else ''}".split()
    words = blocks_text(raw.blocks).split()
    return any(any(map(_is_spoken, word)) for word in words if word not in beside)


def _is_spoken(character: str) -> bool:
    """Whether a character is part of a word, or a picture that stands for one."""
    return character.isalnum() or unicodedata.category(character) == "So"


def _is_empty(item: Item) -> bool:
    """Whether an item holds no words at all, as templates for comments to come do."""
    return not any(node.text(separator=" ").strip() for node in item.nodes)


def _first_line(document: Document, item: Item) -> LexborNode | None:
    """The element of the first short line of an item that is no date and no button: its name."""
    for text, _ in zip(texts(item.nodes[0]), range(MAX_LINES), strict=False):
        line = strip_says((text.text_content or "").strip())
        around = text.parent
        if not any(map(str.isalnum, line)) or around is None or is_button_line(line):
            continue
        if shown_date(line, language=document.language).at is not None:
            continue
        fits = len(line) <= MAX_NAME and line_of(around) == line and not is_deleted_notice(line)
        return around if fits else None
    return None
