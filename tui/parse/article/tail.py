"""What stands under the last word of an article without a heading of its own."""

from __future__ import annotations

from tui.model import Block, Heading, ListBlock, Paragraph, Quote, Span, inner_blocks
from tui.parse.article.bylines import is_byline
from tui.parse.article.pieces import LINES, Piece, is_linked, is_silent
from tui.parse.blocks.anchors import anchors_in
from tui.parse.patterns import regex

MOST = 0.15
"""No more than this share of the article's characters is taken off its end."""

_LEGAL = regex(
    r"©|\bcopyright\b|all rights reserved|appeared first on|\bdisclaimer\b|(?:views|opinions)"
    r" expressed|(?:does|do|is|are) not (?:intended|constitute)|informational purposes"
    r"|privacy policy|terms of (?:use|service)"
)
"""Words of notices of law, and of the line that feeds of WordPress carry."""

_IN_LEGAL = (
    *("©", "copyright", "rights reserved", "appeared first", "disclaimer", " expressed", " not "),
    *("informational", "privacy policy", "terms of"),
)
"""One of these is in every such line."""

_LIFE = regex(
    r"(?:about the author|.{0,60}?\b(?:is (?:an?|the|our)|has been an?)\b.{0,80}?\b(?:writer|author"
    r"|editor|journalist|reporter|(?:co-?)?founder|director|professor|freelancer|contributor"
    r"|producer|coach|consultant|specialist|blogger|photographer|ceo)\b)"
)
"""How the line about an author begins: a name, and what they are."""

_IN_LIFE = ("about the author", "is a", "is the", "is our", "has been a")
"""One of these is in every such line, too."""


_MARK = regex(r"\W*(?:\d{1,3}|[*\u2020\u2021^\u2191\u21a9\u23ce]\ufe0e?)\W*")
"""A number or a sign of a note."""


def without_tail(pieces: list[Piece]) -> list[Piece]:
    """The pieces up to the last word: no notices of law, no author's life, no links elsewhere."""
    most = MOST * sum(len(piece.text) for piece in pieces)
    kept = len(pieces)
    for index in range(len(pieces) - 1, 0, -1):
        piece = pieces[index]
        if _is_note(piece.block):
            is_alone = _MARK.fullmatch(piece.text) is not None
            kept = max(kept, index + 1 + is_alone)  # its note is on the line after a mark alone
            break
        if is_silent(piece.block):
            continue
        most -= len(piece.text)
        if most < 0 or not _is_foot(piece):
            break
        kept = index
    return pieces[:kept]


def _is_note(block: Block) -> bool:
    """Whether a block is a note or holds some: they lead back to their marks."""
    if isinstance(block, ListBlock):
        inner = inner_blocks(block)
        return any(map(_is_note, inner)) or any(anchors_in(inner))
    if not isinstance(block, LINES):
        return False
    return _leads_back(block.text[0]) or _leads_back(block.text[-1])


def _leads_back(span: Span) -> bool:
    href = span.href
    return href is not None and href.startswith("#") and _MARK.fullmatch(span.text) is not None


def _is_foot(piece: Piece) -> bool:
    block, text = piece.block, piece.text
    if is_linked(block) or isinstance(block, Heading) or is_byline(piece):
        return True
    if not isinstance(block, (Paragraph, Quote)):
        return False
    line = text.lower()
    if any(map(line.__contains__, _IN_LEGAL)) and _LEGAL.search(line):
        return True
    return any(map(line.__contains__, _IN_LIFE)) and _LIFE.match(line) is not None
