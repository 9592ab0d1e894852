"""Pull quotes: words of an article that its page shows once more, large and apart.

They are told by their repeating what the article's running text says; a quote whose words stand
nowhere else is kept, and so is one that only another quote repeats.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from tui.model import Paragraph, Quote
from tui.parse.article.pieces import Piece
from tui.parse.patterns import regex

LEAST = 40
"""Fewer letters than this are no whole sentence: refrains and sayings may be quoted. Characters of
scripts that write a word in one or two count twice."""

LONGEST = 1_000
MOST = 50
"""Longer quotes than this many characters, and quotes past so many, are not pulled."""

_NAMES = regex(r"pull(?:ed)?[-_]?quote|quote[-_]?pull|click[-_]?to[-_]?tweet|tweet[-_]?this")
"""How pull quotes are called, also those that are there to be shared."""

PULLED = ("quote", "tweet")
"""One of these is in every such name."""

_NO_LETTERS = regex(r"[\W_]+")
_SIGNS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_DENSE = regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_CUT = regex(r"\[?(?:…|\.{3})\]?")
_ATTRIBUTION = regex(r"\s*[\u2012-\u2015~-]\s*\w")


def is_pull_quote(names: str) -> bool:
    """Whether the classes or the id of an element, in lower case, call it a pull quote."""
    return _NAMES.search(names) is not None


def without_pull_quotes(pieces: list[Piece], named: Collection[str] = ()) -> list[Piece]:
    """The pieces without quotes that repeat the text, and without the names under those.

    Args:
        pieces: The pieces of an article.
        named: The texts of paragraphs that the page calls pull quotes.
    """
    quotes = [
        number
        for number, piece in enumerate(pieces)
        if (isinstance(piece.block, Quote) or piece.text in named) and _may_be_pulled(piece)
    ]
    if not quotes:
        return pieces
    prose = _letters(
        "".join(
            piece.text
            for piece in pieces
            if not isinstance(piece.block, Quote) and piece.text not in named
        )
    )
    pulled = {number for number in quotes[:MOST] if _is_repeated(pieces[number].text, prose)}
    for number in sorted(pulled):
        below = takewhile(
            lambda at: _is_of_quote(pieces[at], named), range(number + 1, len(pieces))
        )
        pulled.update(below)
    return [piece for number, piece in enumerate(pieces) if number not in pulled]


def _may_be_pulled(piece: Piece) -> bool:
    return isinstance(piece.block, (Paragraph, Quote)) and LEAST // 2 <= len(piece.text) <= LONGEST


def _is_repeated(quote: str, prose: str) -> bool:
    """Whether the prose says the same, but for what the quote leaves out and who is quoted."""
    first, *others = quote.split("\n")
    if others and _weight(_letters(others[-1])) < LEAST:
        others.pop()
    parts = [_letters(part) for part in _CUT.split("".join((first, *others)))]
    return sum(map(_weight, parts)) >= LEAST and all(part in prose for part in parts)


def _is_of_quote(piece: Piece, named: Collection[str]) -> bool:
    """Whether a piece below a pull quote says who is quoted, after a dash or within its element."""
    block, text = piece.block, piece.text
    if not isinstance(block, Paragraph) or len(text) >= LEAST * 2:
        return False
    return text in named or _ATTRIBUTION.match(text) is not None


def _letters(text: str) -> str:
    # The signs of ASCII, which are most, go from bytes many times faster than by pattern.
    folded = text.casefold().encode("utf-8", "surrogatepass").translate(None, _SIGNS)
    return _NO_LETTERS.sub("", folded.decode("utf-8", "surrogatepass"))


def _weight(letters: str) -> int:
    return len(letters) + len(_DENSE.findall(letters))
