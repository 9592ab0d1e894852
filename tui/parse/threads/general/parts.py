"""The parts of a comment in unknown markup, as the web at large names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from tui.model import blocks_text
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.threads.builder import RawComment
from tui.parse.threads.nodes import line_of, texts
from tui.parse.threads.reading import read_items
from tui.parse.threads.system import Item, Parts, Surroundings
from tui.parse.words import is_action_label, is_reply_label, strip_says

MOST = 0.7
"""The share of elements that need a name and words for a group to be a thread."""

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
    """The items with a name each, or nothing where too few have a name and words."""
    raws = read_items(document, items, PARTS)
    named = [
        item if raw.author else replace(item, author=_first_line(document, item))
        for item, raw in zip(items, raws, strict=True)
    ]
    outer = {raw.around for raw in raws}
    good = sum(_has_words(raw) and _named(raw, item) for raw, item in zip(raws, named, strict=True))
    if good < MOST * len(items):
        return []
    pairs = enumerate(zip(raws, named, strict=True))
    return [item for index, (raw, item) in pairs if not raw.is_blank or index in outer]


def _has_words(raw: RawComment) -> bool:
    return any(character.isalnum() for character in blocks_text(raw.blocks))


def _named(raw: RawComment, item: Item) -> bool:
    return raw.author is not None or item.author is not None


def _first_line(document: Document, item: Item) -> LexborNode | None:
    """The element of the first short line of an item that is no date and no button: its name."""
    for text, _ in zip(texts(item.nodes[0]), range(20), strict=False):
        line = strip_says((text.text_content or "").strip())
        if not line or text.parent is None or is_reply_label(line) or is_action_label(line):
            continue
        if shown_date(line, language=document.language).at is not None:
            continue
        fits = len(line) <= MAX_NAME and line_of(text.parent) == line
        return text.parent if fits else None
    return None
