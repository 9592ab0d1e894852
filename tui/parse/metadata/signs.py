"""The signs between the titles of articles and the names of sites, and the words between them."""

# ruff: noqa: RUF001 - signs of many scripts

from __future__ import annotations

from itertools import groupby

from tui.parse.patterns import regex

_FIRST_UNSPACED, _LAST_UNSPACED = "\u3040", "\u9fff"
"""The characters of scripts without spaces, Chinese and Japanese, are between these."""

_BETWEEN = r"(?<=[^\x00-\x7f])_+(?=[^\x00-\x7f])"  # wide ranges take long to compile
_SIGNS = rf"\s+[|·•»«‹›–—~/:-]{{1,2}}\s+|\s*[|｜»«]\s*|{_BETWEEN}"

PARTS = regex(rf"{_SIGNS}|\s+@\s+")
SEPARATORS = regex(rf"{_SIGNS}|:\s+|：")
"""Signs between titles and sites; the second also those within a title."""

UNDERSCORES = regex(_BETWEEN)
"""The sign before sections and sites in Chinese."""

BEFORE_NAME = regex(rf"{_SIGNS}|\s*[:：_]\s*")
"""Signs that may also stand before the name of a site that is known."""

BARS = frozenset({"|", "||", "｜"})
COLONS = frozenset({":", "："})

MOST_CUTS = 10
"""Where a text is cut at each of its signs, no more of them than this are looked at."""

_WORDS = regex(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; in scripts without spaces each two characters.

    Where a word may be divided is no sign between words.
    """
    if text.isascii():
        return _WORDS.findall(text.lower())
    words: list[str] = []
    for word in runs_in(text.lower().replace("\u00ad", "")):
        if is_unspaced(word[0]):
            words.extend(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        else:
            words.append(word)
    return words


def runs_in(text: str) -> list[str]:
    """The words of a text, each in one kind of script."""
    runs: list[str] = []
    for word in _WORDS.findall(text):
        if word.isascii():
            runs.append(word)
        else:
            runs.extend("".join(run) for _, run in groupby(word, is_unspaced))
    return runs


def is_unspaced(character: str) -> bool:
    """Whether a character is one of Chinese or Japanese, which are written without spaces."""
    return _FIRST_UNSPACED <= character <= _LAST_UNSPACED


def key_of(text: str) -> str:
    """The letters and digits of a name, by which it is compared with others."""
    return "".join(_WORDS.findall(text.lower())).removeprefix("the")
