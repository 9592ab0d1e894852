"""What is made of the tables of all languages, made ahead of time.

To load twenty tables and to fold their labels takes as long as to read a page. `ahead.json` holds
what comes of it, so that an ordinary page loads no table; `python -m tests.wordtables` writes it,
and a test holds it to the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tui.parse.words.language import Language

KEPT = Path(__file__).with_name("ahead.json")
"""What the makers gave when it was written, by their names."""

MAKERS: dict[str, Callable[[tuple[Language, ...]], Any]] = {}
"""All makers that are loaded, by module and name."""

_T = TypeVar("_T")


def ahead(make: Callable[[tuple[Language, ...]], _T]) -> Callable[[], _T]:
    """Give what a function makes of all languages, from the file where it is there.

    Args:
        make: A function of the tables. It gives a value of JSON's kinds: text, numbers, and lists
            and dictionaries by text of these.
    """
    name = f"{make.__module__.removeprefix('tui.parse.')}.{make.__name__.strip('_')}"
    MAKERS[name] = make

    @cache
    @wraps(make)
    def made() -> _T:
        kept = _kept().get(name)
        value: _T = make(_languages()) if kept is None else msgspec.json.decode(kept)
        return value

    return made


@cache
def _kept() -> dict[str, msgspec.Raw]:
    """The values by the names of their makers, read no further: a page needs a third of them."""
    return (
        msgspec.json.decode(KEPT.read_bytes(), type=dict[str, msgspec.Raw])
        if KEPT.is_file()
        else {}
    )


def _languages() -> tuple[Language, ...]:
    from tui.parse.words.languages import LANGUAGES  # noqa: PLC0415 -- twenty modules

    return LANGUAGES
