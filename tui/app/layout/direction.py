"""Which way a text reads.

Text is kept and drawn in its logical order: reordering is the terminal's (Unicode UAX #9).
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

_LETTER = re.compile(r"[^\W\d_]")


def reads_leftwards(text: str) -> bool:
    """Whether a text reads from right to left, as its first letter tells (UAX #9, rule P2)."""
    if text.isascii():
        return False
    letter = _LETTER.search(text)
    return letter is not None and bidirectional(letter[0]) in {"R", "AL"}
