"""What a page's readers thought of a comment: points, likes, votes, as a number."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.nodes import attribute, short_line

MAX_LABEL = 60
"""The label of a score is no longer than this many characters."""

MOST = 10**9
"""No more people than this ever liked anything."""

_ATTRIBUTES = ("data-score", "data-value", "value", "content", "title")
_NUMBER = regex(
    r"(?<![\w.,])([+\u2212\u2013-]?)\s?(\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+|\d{1,9})"
    r"(?:[.,](\d))?\s?(k\b)?(?![\d])",
    re.IGNORECASE,
)


def score_of(node: LexborNode) -> int | None:
    """The first number of an element's text, else of its attributes; "1.2k" is 1200."""
    for text in (short_line(node, MAX_LABEL), *(attribute(node, name) for name in _ATTRIBUTES)):
        score = read_score(text[:MAX_LABEL])
        if score is not None:
            return score
    return None


def read_score(text: str) -> int | None:
    """The first number of a text as a score, or None."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    sign, digits, tenth, thousand = match.groups()
    number = int(re.sub(r"\D", "", digits))
    if thousand:
        number = number * 1000 + int(tenth or 0) * 100
    return max(-MOST, min(MOST, -number if sign and sign != "+" else number))
