"""The words of a reply that its writer wrote: what a spelling check is about.

Quotes are others' words. Code, links, addresses, elements and names that begin with @ are no
words; neither is what has a digit in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_QUOTE = re.compile(r"\s{0,3}>")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4}|\t)")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s")
# Nothing here looks far from where it begins, so that a line takes time in proportion to it.
_NO_WORDS = re.compile(
    r"(?<!`)(`{1,9})(?!`).{1,300}?(?<!`)\1(?!`)"  # code
    r"|\]\([^)\]\s]{0,2000}(?:\s[^)]{0,300})?\)"  # where a link leads
    r"|<[^<>\s][^<>]{0,2000}>"  # an element, or an address in brackets
    r"|\b(?:https?|ftp|mailto):\S+|\bwww\.\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|(?<!\w)[@#]\w+"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0dff\u0e31-\u0e4e"
"""Signs that stand over, under and behind letters and belong to their word."""

_WORD = re.compile(rf"[\w{_MARKS}]+(?:['\u2019][\w{_MARKS}]+)*")
_DIGIT = re.compile(r"[\d_]")


class Word(NamedTuple):
    """A word and where it is.

    Attributes:
        row: Its line, from 0.
        start: The characters of the line before it.
        end: The characters of the line up to its end.
        text: The word, with a straight apostrophe.
    """

    row: int
    start: int
    end: int
    text: str


def words_of(lines: Sequence[str]) -> list[Word]:
    """The words of a text that are its writer's own, in order."""
    return [word for row in own_rows(lines) for word in words_in(lines[row], row)]


def own_rows(lines: Iterable[str]) -> Iterator[int]:
    """The lines that are neither quoted nor code."""
    fence = ""
    before_code = True  # whether an indented line would be code: after an empty one, or after code
    for row, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif opening:
            fence = opening[1]
        elif not line.strip():
            before_code = True
        elif before_code and _INDENTED.match(line):
            pass
        else:
            before_code = False
            if not _QUOTE.match(line) and not _DEFINITION.match(line):
                yield row


def words_in(line: str, row: int = 0) -> Iterator[Word]:
    """The words of one line."""
    bare = _NO_WORDS.sub(lambda match: " " * len(match[0]), line)
    for match in _WORD.finditer(bare):
        text = match[0].replace("\u2019", "'")
        if len(text) > 1 and not _DIGIT.search(text):
            yield Word(row, match.start(), match.end(), text)
