"""Compiled patterns, kept beside the compiled modules.

An ordinary page needs some seventy patterns, and to compile them takes a tenth of the time in which
a page is printed. What a pattern is compiled to depends on its text, its flags and the interpreter
alone, as the code of a module does, so that it may be kept where Python keeps that (PEP 3147).

`re` has no door for this. What is used of its inside is used here alone; where an interpreter has
it otherwise, `re` compiles, and nothing is kept.
"""

from __future__ import annotations

import marshal
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final, TypeAlias

PLACE = Path(cache_from_source(__file__)).with_suffix(".patterns")
"""The file that keeps them."""

MOST = 1_000_000
"""A larger file, in bytes, has patterns of many versions of the program, and is begun anew."""

_WORDS: Final = "I"
"""How `array` calls words of four bytes, of which the code of a pattern is made."""

Key: TypeAlias = tuple[str | bytes, int]
"""A pattern and its flags."""

Code: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags of a pattern, its code, how many groups it has, and their names."""


class Codes:
    """The codes of patterns.

    Attributes:
        interpreter: What they depend on besides the patterns.
        codes: Those that are known.
        is_more: Whether some are that the file does not hold.
    """

    def __init__(self, kept: bytes = b"") -> None:
        """The codes that a file holds; none where it is damaged or of another interpreter."""
        self._sre: Any = import_module("_sre")
        self.interpreter = (sys.version, self._sre.MAGIC, self._sre.CODESIZE)
        self.codes: dict[Key, Code] = {}
        self.is_more = False
        with suppress(EOFError, ValueError, TypeError):
            interpreter, codes = marshal.loads(kept)  # noqa: S302 -- as modules are, beside it
            if interpreter == self.interpreter and len(kept) <= MOST:
                self.codes = codes

    def pattern(self, text: str | bytes, flags: int) -> re.Pattern[Any]:
        """What `re.compile` gives."""
        key = text, int(flags)
        if key not in self.codes:
            self.codes[key] = _code(*key)
            self.is_more = True
        whole, code, groups, named, names = self.codes[key]
        words = memoryview(code).cast(_WORDS).tolist()
        made: re.Pattern[Any] = self._sre.compile(text, whole, words, groups, named, names)
        return made

    def to_keep(self) -> bytes:
        """What the file should hold."""
        return marshal.dumps((self.interpreter, self.codes))


def _code(text: str | bytes, flags: int) -> Code:
    """The code of a pattern, as `re._compiler.compile` makes it."""
    from array import array  # noqa: PLC0415 -- what is kept is read without it

    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(text, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    code = array(_WORDS, compiler._code(parsed, flags)).tobytes()  # noqa: SLF001 -- as said
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)


@cache
def codes() -> Codes:
    """The codes of the program's patterns."""
    with suppress(OSError):
        return Codes(PLACE.read_bytes())
    return Codes()


def compiled(text: str | bytes, flags: int) -> re.Pattern[Any]:
    """What `re.compile` gives, from what is kept where it is."""
    try:
        return codes().pattern(text, flags)
    except (AttributeError, ImportError, RuntimeError, TypeError, ValueError):
        return re.compile(text, flags)
