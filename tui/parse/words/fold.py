"""Two spellings of one label made equal: case, quotes, spaces and punctuation do not count."""

# ruff: noqa: RUF001 - look-alikes are what is folded

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from tui.parse.patterns import regex

NUMBER = "#"
"""What stands for a number in a key."""

SPACELESS = "\u2e80"
"""The first of the letters of scripts that write no spaces."""

_SPELLINGS = str.maketrans({"İ": "i", "ı": "i", "’": "'", "‘": "'", "`": "'", "´": "'"})
_ODD = tuple(map(chr, _SPELLINGS))
_NUMBER = regex(r"\d+(?:[.,' ]\d{3})*")
_PUNCTUATION = regex(r"[^\w#]+|_+")


@lru_cache(maxsize=4096)  # one line is compared with many labels
def fold(text: str) -> str:
    """Text for comparison: compatibility forms, small letters, straight apostrophes, one space."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    if _is_odd(text):
        text = text.translate(_SPELLINGS)
    plain = unicodedata.normalize("NFKC", text)
    if _is_odd(plain):
        plain = plain.translate(_SPELLINGS)
    return " ".join(plain.casefold().split())


def _is_odd(text: str) -> bool:
    """Whether a text has a letter or sign that is spelt otherwise here."""
    return any(map(text.__contains__, _ODD))


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The words of a label without punctuation."""
    folded = fold(text)
    if folded.replace(" ", "").isalnum():  # words alone, as most labels are
        return folded
    return _PUNCTUATION.sub(" ", folded.replace(NUMBER, " ")).strip()


def by_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first letters: a text begins with one of few instead of hundreds."""
    return {first: tuple(alike) for first, alike in groupby(sorted({*words}), itemgetter(0))}


def numbered_keys(text: str) -> list[tuple[str, int]]:
    """The words of a label with a number taken out: for each number, the key and its value.

    Of more than two numbers only the first and the last can be a count; the rest is a title's.
    """
    folded = fold(text).replace(NUMBER, " ")
    found = list(_NUMBER.finditer(folded))
    keys = []
    for match in found[:1] + found[1:][-1:]:
        digits = re.sub(r"\D", "", match[0])
        if len(digits) > 7:
            continue
        marked = f"{folded[: match.start()]}{NUMBER}{folded[match.end() :]}"
        keys.append((_PUNCTUATION.sub(" ", marked).strip(), int(digits)))
    return keys
