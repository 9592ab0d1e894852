"""What is taken off the article's blocks: the title said again, boxes of something else.

Many pages put boxes of related posts, of the author or of the newsletter into the very element of
their article; what heads them says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.model import Block, Heading, ListBlock, Paragraph
from tui.parse.article.asides import without_asides
from tui.parse.article.bylines import without_bylines
from tui.parse.article.captions import with_captions
from tui.parse.article.pieces import LINES, Piece, is_linked, is_silent, pieces_of
from tui.parse.article.pullquotes import without_pull_quotes
from tui.parse.article.tail import without_tail
from tui.parse.patterns import regex
from tui.parse.words import is_comments_heading, is_share_label

_WORDS = regex(r"\w+")
_SOFT_HYPHEN = "\u00ad"
_LONGEST_HEADING = 60
_PROSE = 3
"""So many paragraphs without links under a label are a section of the article."""

_FRAMED = 20
"""A heading and so many paragraphs are among so many first blocks of an item that is a page."""

_FIRST = 6
"""Only among this many first blocks is the title looked for."""

_SENTENCE = 4
"""A title of so many words is no name, which the heading of a section may end with."""

MOST_OVER = 0.5
"""The title has more than this share of the characters of a heading that says more."""

MOST_AFTER = 0.15
MOST_AFTER_LINE = 0.05
MOST_IN_SECTION = 0.4
"""All that follows such a heading, or such a plain line, goes where it is no more than this share
of the article's characters; where it is no more than the third, what is under the heading goes."""

_AFTER = regex(
    r"(?:about the (?:authors?|writers?|editors?|reviewers?|contributors?)"
    r"|(?:more|recommended|related) (?:from|reading|stories|articles|posts|news|content|resources)"
    r"|(?:read|up|what to read) next|(?:leave|post|add) a (?:comment|reply)|newsletter"
    r"|(?:recent|latest|popular|trending|similar|other) (?:posts|articles|stories|news|blogs?)"
    r"|(?:latest|popular|trending|recommended) (?:\w+ )?(?:stories|videos)$"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|connect with us|follow us"
    r"|(?:subscribe|sign up) (?:to|for)|join (?:our|the)|share (?:this|your)|advertisement"
    r"|mehr (?:zum thema|zu[mr]?)|lesen sie (?:auch|mehr)|meistgelesen"
    r"|(?:neueste|weitere) (?:artikel|beiträge|meldungen|nachrichten)|à lire (?:aussi|également)"
    r"|sur le même (?:sujet|thème)|leggi anche|le[ea] también|te puede interesar"
    r"|lees (?:ook|verder)|läs (?:också|mer|även)|l[eæ]s også|leia (?:também|mais)"
    r"|czytaj (?:też|także|więcej)|zobacz (?:też|także)|lue myös|čtěte také"
    r"|читайте (?:также|також))\b"
)
"""How headings of what follows an article begin, in small letters, beside the labels of
`tui.parse.words`."""


def trimmed(
    blocks: tuple[Block, ...],
    title: str | None,
    pulled: Collection[str] = (),
    told: Sequence[str] = (),
) -> tuple[Block, ...]:
    """The blocks without what is none of the article.

    Args:
        blocks: All blocks of the article's elements.
        title: The article's title, which is not repeated in the blocks.
        pulled: The texts of paragraphs that the page calls pull quotes.
        told: The names of its authors and the words of its date.
    """
    pieces = with_captions(pieces_of(_without_title(_without_frames(blocks), title)))
    pieces = without_bylines(pieces, told)
    pieces = without_pull_quotes(pieces, pulled)
    pieces = without_tail(without_asides(_without_boxes(pieces)))
    return tuple(piece.block for piece in pieces)


def _without_frames(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without lists of a single item that has a title and text: they lay out a page."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, ListBlock) and len(block.items) == 1 and _is_framed(block.items[0]):
            found.extend(block.items[0])
        else:
            found.append(block)
    return tuple(found)


def _is_framed(blocks: tuple[Block, ...]) -> bool:
    kinds = [type(block) for block in blocks[:_FRAMED]]
    return Heading in kinds and kinds.count(Paragraph) >= _PROSE


def _without_title(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """The blocks without the heading that repeats the title, or the two that do together.

    One of the first level may be a piece of the title or say more; one above all text may have a
    word or two over it.
    """
    if not title:
        return blocks
    wanted = _words(title)
    is_first = True
    for index, block in enumerate(blocks[:_FIRST]):
        if not isinstance(block, Heading):
            is_first = is_first and not isinstance(block, Paragraph)
            continue
        words = _words_of(block)
        is_title = words == wanted or (block.level == 1 and _overlaps(words, wanted))
        if is_title or (is_first and _ends(words, wanted)):
            return blocks[:index] + blocks[index + 1 :]
        below = blocks[index + 1 : index + 2]
        if is_first and below and isinstance(below[0], Heading) and below[0].level == block.level:
            words = words.rstrip() + _words_of(below[0])
            if words == wanted or _ends(words, wanted):
                return blocks[:index] + blocks[index + 2 :]
    return blocks


def _overlaps(heading: str, title: str) -> bool:
    """Whether a heading is the title with more words or fewer."""
    shorter, longer = sorted((heading, title), key=len)
    return shorter in longer and len(shorter) > MOST_OVER * len(longer)


def _ends(heading: str, title: str) -> bool:
    """Whether a heading ends with the title, a sentence under a word or two of its own."""
    is_long = title.count(" ") > _SENTENCE and len(title) > MOST_OVER * len(heading)
    return is_long and heading.endswith(title)


def _words_of(heading: Heading) -> str:
    return _words("".join(span.text for span in heading.text))


def _words(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.lower().replace(_SOFT_HYPHEN, '')))} "


def _without_boxes(pieces: list[Piece]) -> list[Piece]:
    """The pieces without boxes of something else, which their headings give away.

    Near the end all that follows goes; before, what is under the heading; else its links.
    """
    total = left = sum(len(piece.text) for piece in pieces) or 1
    kept: list[Piece] = []
    end = 0
    for index, piece in enumerate(pieces):
        size = len(piece.text)
        may_head = size <= _LONGEST_HEADING and index >= end and index > 0
        is_head = may_head and _heads_box(piece, left / total)
        if is_head and not _heads_prose(pieces, index):
            end = _end_of_box(pieces, index, left / total)
        if index >= end:
            kept.append(piece)
        left -= size
    return kept


def _heads_prose(pieces: list[Piece], start: int) -> bool:
    """Whether a label of some box, such as "Next" or "Tags", heads a section of the article."""
    if _AFTER.match(pieces[start].text.strip().lower()):
        return False
    below = pieces[start + 1 : start + 1 + _PROSE]
    return len(below) == _PROSE and all(map(_is_prose, below))


def _is_prose(piece: Piece) -> bool:
    block, text = piece.block, piece.text
    if not isinstance(block, Paragraph) or len(text) <= _LONGEST_HEADING:
        return False
    return not any(span.href for span in block.text)


def _end_of_box(pieces: list[Piece], start: int, share: float) -> int:
    """The index after the box that the piece at an index heads; the index itself where none is.

    A line that is a label of such boxes goes alone where they were left out already.

    Args:
        pieces: All pieces.
        start: The index of the heading, or of the line that is like one.
        share: How much of the article's characters stands there and after it.
    """
    head = pieces[start].block
    is_heading = isinstance(head, Heading)
    if share <= (MOST_AFTER if is_heading else MOST_AFTER_LINE):
        return len(pieces)
    end = start + 1
    if isinstance(head, Heading) and share <= MOST_IN_SECTION:
        while end < len(pieces) and not _closes(pieces[end].block, head.level):
            end += 1
        return end
    at = end
    while at < len(pieces) and (is_linked(pieces[at].block) or is_silent(pieces[at].block)):
        at += 1
        if is_linked(pieces[at - 1].block):
            end = at  # a picture after the last link is one of the article's
    if end > start + 1:
        return end
    label = _label_in(pieces[start].text)
    is_alone = is_share_label(label) or _AFTER.fullmatch(label.lower()) is not None
    return start + (is_alone and not is_heading)


def _closes(block: Block, level: int) -> bool:
    """Whether a block heads a new section of the same rank or a higher one."""
    return isinstance(block, Heading) and block.level <= level


def _label_in(text: str) -> str:
    return text.strip().rstrip(" :!…")


def _heads_box(piece: Piece, share: float) -> bool:
    block = piece.block
    if not isinstance(block, LINES):
        return False
    text = _label_in(piece.text)
    is_label = (
        _AFTER.match(text.lower()) is not None
        or is_share_label(text)
        or (share <= MOST_AFTER and is_comments_heading(text))  # studies discuss their results
    )
    is_button = isinstance(block, Paragraph) and is_linked(block)
    return is_label and not is_button
