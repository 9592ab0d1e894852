"""The parts of a comment in unknown markup, as the web at large names them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence, Set as AbstractSet

from msgspec.structs import asdict, replace
from selectolax.lexbor import LexborNode

from tui.model import CommentKind, blocks_text
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.marks import Marks
from tui.parse.selectors import possible
from tui.parse.threads.builder import RawComment
from tui.parse.threads.bylines import name_alone
from tui.parse.threads.general.buttons import is_button_line
from tui.parse.threads.nodes import line_of, texts
from tui.parse.threads.reading import read_words
from tui.parse.threads.system import Item, Parts, Surroundings
from tui.parse.threads.wording import SIGNS, is_by
from tui.parse.words import is_deleted_notice, stated_count, strip_says

MOST = 0.7
"""The share of elements that need a name and words for a group to be a thread."""

SAMPLE = 30
"""How many items show whether all of them have a name and words."""

MAX_LINES = 20
"""How many texts of an item are tried for a name."""

MAX_SET = 3
"""The words of a byline are no more than these, and so many comments do not say the same."""

MAX_NAME = 60
"""The first line of a comment is taken for a name only if it is shorter than this."""


def _called(*names: str, around: str = "") -> str:
    """A selector for classes that hold one of some names, however its words are joined.

    Args:
        names: Words, as in "author name"; capitals count, as they do in classes.
        around: What is added to each selector.
    """
    return ", ".join(
        f"[class*='{spelling}']{around}"
        for name in names
        for spelling in dict.fromkeys(
            (
                *(name.replace(" ", sign) for sign in ("-", "_", "__", "")),
                name.title().replace(" ", ""),
                name[0] + name.title().replace(" ", "")[1:],
            )
        )
    )


PINGS = ".pingback, .trackback"
"""What most systems call the elements of pingbacks and trackbacks."""

PARTS = Parts(
    author=(
        "[itemprop='author'] [itemprop='name'], [itemprop='creator'] [itemprop='name']",
        "[itemprop='author'], [itemprop='creator'], [rel~='author'], .fn, .p-author",
        _called("author name"),
        _called("display name"),
        "[class~='username'], [class~='userName'], [class~='user-name'], [class~='nickname']",
        _called("user name", "nick name"),
        ", ".join(_called("author", around=f" > {tag}") for tag in ("a", "b", "strong", "cite")),
        _called("author", around=":not(img)") + ", comment-author",
        _called("nick", "autor", "auteur", "naam"),
        "[class~='poster'], [class~='user'], [class~='User'], [class~='nome'], [class~='nom']",
        "cite",
        "[class$='-user'], [class$='_user'], [class*='-user '], [class*='_user ']",
        "[class*='__name'], [class*='-name'], [class*='_name'], [class~='name'], [class~='Name']",
        _called("profile link", "user link"),
        "[class~='by'] a, [class~='by']",
        "a[href*='/user'], a[href*='/profile'], a[href*='/member'], a[href*='/author/']",
        "a[href*='/u/'], a[href*='/@'], a[href*='/perfil'], a[href*='/profil']",
        "h3, h4, h5, h6",
        "strong, b",
        _called("byline", "posted", "comment meta") + ", [class~='meta']",
        ".pingback a, .trackback a",
        _called("comment footer") + ", [class~='footer'], footer",
    ),
    date=(
        "time, relative-time",
        "[itemprop='dateCreated'], [itemprop='datePublished'], [itemprop='commentTime']",
        _called("date", around=":not([class*='update'])") + ", [class*='-ago']",
        _called("datum", "fecha"),
        _called("time", around=":not([class*='timeline'])") + ", [class*='duration-since']",
        "abbr[title]",
    ),
    body=(
        "[itemprop='text'], [itemprop='commentText'], .e-content",
        _called("comment text"),
        _called("comment body"),
        _called("comment content"),
        _called("post text", "reply content", "reply body", "reply text"),
        _called("message body", "post content") + ", [class~='content'], [class~='Content']",
        "[class~='body'], [class~='text'], [class~='message'], [class~='tekst'], [class~='texto']",
        "[class*='__body'], [class*='__text'], [class*='__content'], comment-text",
    ),
    permalink=("a[class*='permalink'], a[rel~='bookmark']",),
    left_out=(
        _called("reply link"),
        _called("permalink", "actions", "toolbar", "buttons", "share", "signature", "badge"),
        ".avatar, .visually-hidden, .sr-only, .screen-reader-text",
        "[role='button'], [role='toolbar'], [hidden]",
    ),
    meta=(
        _called("meta", "byline", "comment footer", "avatar"),
        _called("like", "vote", "score", "points", "karma", "reaction count", "headline"),
        "[class*='-role'], [class*='__role'], [class*='tagline']",
    ),
    by_post_author=(
        f".bypostauthor, {_called('by author', 'is author', 'author reply')}, "
        "[data-is-author='true']"
    ),
    badges=_called("badge", "label", "role", "flair", "marker"),
    held=f"{_called('awaiting moderation', 'is pending')}, .pending",
    deleted=f".deleted, .removed, {_called('comment deleted', 'is deleted')}, .comment--deleted",
    collapsed=f".collapsed, {_called('is collapsed')}, .comment--collapsed, details:not([open])",
    pingback=".pingback",
    trackback=".trackback",
    score=(
        "[itemprop='upvoteCount'], [data-score], [data-votes], [data-likes]",
        _called("score", "karma", "points"),
        _called("vote count", "votes"),
        _called("like count", "likes", "reaction count"),
        _called("upvote", "recommend"),
    ),
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


def possible_parts(marks: Marks) -> Parts:
    """The parts without the selectors that cannot match on a page with these marks."""
    pruned: dict[str, str | tuple[str, ...]] = {}
    for name, told in asdict(PARTS).items():
        if isinstance(told, str):
            pruned[name] = possible(told, marks)
        elif isinstance(told, tuple):
            pruned[name] = tuple(filter(None, (possible(one, marks) for one in told)))
    return replace(PARTS, **pruned)


def complete(document: Document, items: Sequence[Item], parts: Parts) -> list[Item]:
    """The items that say something, or nothing where too few of a sample have a name and words.

    Where no selector gives names to most of the sample, the first line of each item is its name.
    """
    step = max(1, -(-len(items) // SAMPLE))
    sample = items[::step]
    raws = read_words(document, sample, parts)
    if sum(raw.author is not None for raw in raws) < MOST * len(raws):
        items = [replace(item, author=_first_line(document, item)) for item in items]
        sample = items[::step]
        raws = read_words(document, sample, parts)
    if not any(map(str.isalpha, "".join(raw.author or "" for raw in raws))):
        return []  # counts, where names would be
    said = [_words_beside(raw) for raw in raws]
    idle = _set_words(said)
    good = sum(
        raw.author is not None
        and (raw.kind is not CommentKind.COMMENT or (words != idle and _are_spoken(words)))
        for raw, words in zip(raws, said, strict=True)
    )
    if good < MOST * len(raws):
        return []
    if raws[0].author is None and _is_head(blocks_text(raws[0].blocks)):
        items = items[1:]
    marks = {node.mem_id for item in items for node in item.nodes}
    return [item for item in items if _says_anything(item, marks)]


def _is_head(words: str) -> bool:
    """Whether some words beside a date are the line over all comments: "3 replies", or none."""
    return len(words) <= MAX_NAME and (not words or stated_count(words.strip(SIGNS)) is not None)


def _words_beside(raw: RawComment) -> tuple[str, ...]:
    """What a comment says beside who wrote it and when."""
    beside = f"{raw.author or ''} {raw.date.text if raw.date else ''}".split()
    return tuple(word for word in blocks_text(raw.blocks).split() if word not in beside)


def _set_words(said: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The few words that half of several comments say: those of a byline, such as "Posted by"."""
    words, count = Counter(said).most_common(1)[0]
    is_set = len(said) > MAX_SET and len(words) <= MAX_SET and 2 * count >= len(said)
    return words if is_set else ()


def _are_spoken(words: Sequence[str]) -> bool:
    """Whether some words are more than signs."""
    return any(any(map(_is_spoken, word)) for word in words)


def _is_spoken(character: str) -> bool:
    """Whether a character is part of a word, or a picture that stands for one."""
    return character.isalnum() or unicodedata.category(character) == "So"


def _says_anything(item: Item, marks: AbstractSet[int]) -> bool:
    """Whether an item holds words outside all other items, unlike templates and mere wrappings."""
    return any(
        (text.text_content or "").strip()
        for node in item.nodes
        for part in (node.iter(include_text=True) if node.is_element_node else (node,))
        for text in texts(part, marks)
    )


def _first_line(document: Document, item: Item) -> LexborNode | None:
    """The element of the first short line of an item that is no date and no button: its name."""
    for text, _ in zip(texts(item.nodes[0]), range(MAX_LINES), strict=False):
        line = strip_says((text.text_content or "").strip())
        around = text.parent
        if not any(map(str.isalpha, line)) or around is None or is_button_line(line):
            continue  # a sign, or a number of votes or of the comment
        if is_by(line):
            continue  # "Posted by", and the name in an element of its own
        name = name_alone(line, document.language)
        if name == line and shown_date(line, language=document.language).at is not None:
            continue
        if len(line) > MAX_NAME or is_deleted_notice(line):
            return None
        whole = name_alone(strip_says(line_of(around)), document.language)
        return around if whole == name else None
    return None
