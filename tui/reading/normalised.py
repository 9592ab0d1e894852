"""Text as it is compared: without capitals, accents, and differences in quotation marks and space.

What a reader types without accents finds what was written with them, and the other way round.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ACCENTS = re.compile("[\u0300-\u036f]")  # the marks that Latin, Greek and Cyrillic letters take
_ALIKE = str.maketrans("‘’“”„‐øłđ\u0131", '\'\'"""-oldi')  # noqa: RUF001 -- look-alikes are the point


class _Letters(dict[int, str]):
    """What each character is compared as, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", chr(code)))
        self[code] = bare.casefold().translate(_ALIKE)
        return self[code]


_LETTERS = _Letters()


def normalised(text: str) -> str:
    """The text as it is compared with others."""
    plain = _NOT_ASCII.sub(lambda run: run[0].translate(_LETTERS), text)
    return " ".join(plain.lower().split())
