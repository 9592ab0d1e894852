"""Regular expressions that are compiled when they are first needed.

The parser has more than two hundred, of which one page needs a quarter; to compile them all takes
longer than to read most pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import AnyStr, cast

from tui.parse.compiled import compiled


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as something that is compiled with its first use.

    It stands in for the pattern wherever that is called by its methods, but not as an argument of
    `re`'s functions.
    """
    return cast("re.Pattern[AnyStr]", _Late(partial(compiled, pattern, flags), pattern))


class _Late:
    def __init__(self, compiled: Callable[[], object], pattern: str | bytes) -> None:
        self._compiled = compiled
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        """A method of the pattern, which from now on is found at once."""
        value = getattr(self._compiled(), name)
        setattr(self, name, value)
        return value
