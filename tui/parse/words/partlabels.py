"""Lines that number a part of an article: "Page 2", "Teil 2 von 3", "continued from page 1"."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import NUMBER, fold
from tui.parse.words.language import Language

MAX_PART_LABEL = 60
"""No such line has more characters than this."""

_DIGITS = regex(r"\d+")
_MOST_DIGITS = 3
_OF = "/"
"""What stands between a number and how many there are, in any language."""

_BARE = NUMBER * 2


class PartLabel(Struct, frozen=True):
    """What a line says that numbers a part.

    Attributes:
        number: The number.
        count: How many parts there are, or None where it does not say that.
        continued: Whether it is that of the part before or after, where the text goes on.
    """

    number: int
    count: int | None = None
    continued: bool = False


def part_label(line: str) -> PartLabel | None:
    """What a line says that does nothing but number a part, or None."""
    if len(line) > MAX_PART_LABEL:
        return None
    folded = fold(line).replace(NUMBER, " ")
    digits = _DIGITS.findall(folded)
    if not 0 < len(digits) < 3 or max(map(len, digits)) > _MOST_DIGITS:
        return None
    key = _key(_DIGITS.sub(NUMBER, folded))
    continued = _labels().get(key)
    if continued is None and not (key == _BARE and _OF in folded):
        return None
    numbers = sorted(map(int, digits))
    return PartLabel(numbers[0], numbers[1] if len(numbers) > 1 else None, bool(continued))


def _key(text: str) -> str:
    """The letters and marked numbers of a line."""
    return "".join(sign for sign in text if sign == NUMBER or sign.isalnum())


@cache
def _labels() -> dict[str, bool]:
    """The keys of lines, each with whether it says that the text goes on."""
    kept = _kept_labels()
    return dict.fromkeys(kept["part"], False) | dict.fromkeys(kept["continued"], True)


@ahead
def _kept_labels(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """The keys as they are kept; each label of one number may have a second one beside it."""
    keys = {_marked(label) for table in languages for label in table.part}
    counted = {key.replace(NUMBER, _BARE) for key in keys if key.count(NUMBER) == 1}
    return {
        "part": sorted(keys | counted),
        "continued": sorted({_marked(label) for t in languages for label in t.continued}),
    }


def _marked(label: str) -> str:
    return _key(fold(label.replace("{n}", "1").replace("{m}", "1")).replace("1", NUMBER))
