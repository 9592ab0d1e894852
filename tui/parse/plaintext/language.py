"""The language of a text, by its most frequent words."""

from __future__ import annotations

from collections import Counter
from functools import cache

from tui.parse.patterns import regex
from tui.parse.words.languages import LANGUAGES

SAMPLE = 20_000
"""So many characters are enough to tell."""

_WORD = regex(r"[^\W\d_]+")
_KANA = regex("[\u3040-\u30ff]")
_HAN = regex("[\u4e00-\u9fff]")
_HANGUL = regex("[\uac00-\ud7af]")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is frequent."""
    found: dict[str, list[str]] = {}
    for table in LANGUAGES:
        for word in table.stop.split():
            found.setdefault(word, []).append(table.code)
    return {word: tuple(codes) for word, codes in found.items()}


def guess_language(text: str) -> str | None:
    """The BCP 47 tag of the language that a text is most likely in, or None for too few signs."""
    sample = text[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if not letters:
        return None
    if len(_HANGUL.findall(sample)) > letters / 4:
        return "ko"
    kana = len(_KANA.findall(sample))
    if kana + len(_HAN.findall(sample)) > letters / 4:
        return "ja" if kana > letters / 20 else "zh"
    votes: Counter[str] = Counter()
    frequent = _languages_of()
    for word in _WORD.findall(sample.lower()):
        codes = frequent.get(word, ())
        for code in codes:
            votes[code] += 12 // len(codes)  # a word of one language alone says more
    ranked = votes.most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] >= 36 else None
