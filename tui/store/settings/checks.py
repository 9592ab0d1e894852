"""What a setting takes: each check gives the value to use, or a `ValueError` that says what fits.

The error's text goes on after the setting's name: "must be true or false, not 3".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from tui.errors import QueryError
from tui.reading import query as language
from tui.store.settings.source import meant, shown
from tui.store.toml import TomlValue

Check: TypeAlias = Callable[[TomlValue], object]


class Each(Struct, frozen=True):
    """A list whose items are checked one by one; those that fail are left out."""

    check: Check


def flag(value: TomlValue) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise _wrong("true or false", value)


def text(value: TomlValue) -> str:
    """Any text on one line."""
    if isinstance(value, str) and "\n" not in value:
        return value
    raise _wrong("a text on one line", value)


def name(value: TomlValue) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and (stripped := " ".join(value.split())):
        return stripped
    raise _wrong("a name in quotes", value)


def query(value: TomlValue) -> str:
    """What the filter of comments takes."""
    words = name(value)
    try:
        language.parse_query(words)
    except QueryError as error:
        raise ValueError(f"cannot be understood: {str(error).rstrip('.')}") from error
    return words


def command(value: TomlValue) -> tuple[str, ...]:
    """A command with its arguments: a text as a shell would split it, or a list."""
    if isinstance(value, str):
        import shlex  # noqa: PLC0415 -- few settings name a command

        try:
            return tuple(shlex.split(value))
        except ValueError as error:
            raise ValueError(f"lacks a quotation mark in {shown(value)}") from error
    if isinstance(value, list):
        return tuple(text(part) for part in value)
    raise _wrong("a command in quotes", value)


class Number(Struct, frozen=True):
    """A number in a range, both ends included."""

    least: int
    most: int
    whole: bool = False

    def __call__(self, value: TomlValue) -> float:
        """The number."""
        kind = int if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kind):
            raise _wrong(self._wanted, value)
        if not self.least <= value <= self.most:
            raise _wrong(self._wanted, value)
        return value if self.whole else float(value)

    @property
    def _wanted(self) -> str:
        return f"a {'whole ' if self.whole else ''}number from {self.least} to {self.most}"


class OneOf:
    """One of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __call__(self, value: TomlValue) -> str:
        """The word."""
        if isinstance(value, str) and value in self.words:
            return value
        near = meant(value, list(self.words)) if isinstance(value, str) else ""
        first = ", ".join(f'"{word}"' for word in self.words[:-1])
        wanted = f'{first} or "{self.words[-1]}"'
        raise ValueError(f"must be {wanted}, not {shown(value)}{near}")


class WordOf(Struct, frozen=True):
    """One of the words of an enumeration."""

    words: type[StrEnum]

    def __call__(self, value: TomlValue) -> StrEnum:
        """The member."""
        return self.words(OneOf(*self.words)(value))


def _wrong(wanted: str, value: TomlValue) -> ValueError:
    return ValueError(f"must be {wanted}, not {shown(value)}")
