"""What stands under the last word of an article without a heading of its own."""

from __future__ import annotations

import re

from tui.model import Heading, Paragraph, Quote
from tui.parse.article.bylines import is_byline
from tui.parse.article.pieces import Piece, is_linked, is_silent
from tui.parse.patterns import regex

MOST = 0.15
"""No more than this share of the article's characters is taken off its end."""

_LEGAL = regex(
    r"©|\bcopyright\b|all rights reserved|appeared first on|\bdisclaimer\b|(?:views|opinions)"
    r" expressed|(?:does|do|is|are) not (?:intended|constitute)|informational purposes"
    r"|privacy policy|terms of (?:use|service)",
    re.IGNORECASE,
)
"""Words of notices of law, and of the line that feeds of WordPress carry."""

_LIFE = regex(
    r"(?:about the author|.{0,60}?\b(?:is (?:an?|the|our)|has been an?)\b.{0,80}?\b(?:writer|author"
    r"|editor|journalist|reporter|(?:co-?)?founder|director|professor|freelancer|contributor"
    r"|producer|coach|consultant|specialist|blogger|photographer|ceo)\b)",
    re.IGNORECASE,
)
"""How the line about an author begins: a name, and what they are."""


def without_tail(pieces: list[Piece]) -> list[Piece]:
    """The pieces up to the last word: no notices of law, no author's life, no links elsewhere."""
    most = MOST * sum(len(piece.text) for piece in pieces)
    kept = len(pieces)
    for index in range(len(pieces) - 1, 0, -1):
        piece = pieces[index]
        if is_silent(piece.block):
            continue
        most -= len(piece.text)
        if most < 0 or not _is_foot(piece):
            break
        kept = index
    return pieces[:kept]


def _is_foot(piece: Piece) -> bool:
    block, text = piece
    if is_linked(block) or isinstance(block, Heading) or is_byline(piece):
        return True
    if not isinstance(block, Paragraph | Quote):
        return False
    return _LEGAL.search(text) is not None or _LIFE.match(text) is not None
