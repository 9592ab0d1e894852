"""Writing TOML, which the standard library only reads (https://toml.io/en/v1.0.0)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TypeAlias

from tui.parse.patterns import regex

TomlValue: TypeAlias = (
    "str | bool | int | float | datetime | date | time | list[TomlValue] | dict[str, TomlValue]"
)
"""What `tomllib` gives."""

_BARE_KEY = regex(r"[A-Za-z0-9_-]+")
_SPECIAL = regex(r'[\x00-\x1f"\\\x7f]')
_SPECIAL_BUT_LINE_FEED = regex(r'[\x00-\x09\x0b-\x1f"\\\x7f]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def toml_lines(pairs: Mapping[str, TomlValue]) -> str:
    """Pairs as lines of `key = value`, without a table header."""
    return "".join(f"{_key(key)} = {toml_value(value)}\n" for key, value in pairs.items())


def toml_value(value: TomlValue) -> str:
    """One value; a text of several lines is written over several lines."""
    match value:
        case str():
            return _string(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return "[" + ", ".join(toml_value(item) for item in value) + "]"
        case dict():
            pairs = ", ".join(f"{_key(key)} = {_inline(item)}" for key, item in value.items())
            return "{" + pairs + "}"


def _inline(value: TomlValue) -> str:
    """A value inside an inline table, where a text stays on its line for the reader's sake."""
    return f'"{_SPECIAL.sub(_escape, value)}"' if isinstance(value, str) else toml_value(value)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else f'"{_SPECIAL.sub(_escape, key)}"'


def _string(text: str) -> str:
    if "\n" not in text:
        return f'"{_SPECIAL.sub(_escape, text)}"'
    escaped = _SPECIAL_BUT_LINE_FEED.sub(_escape, text)
    # A line of plus signs ends the front matter, so none may stand inside a text.
    return '"""\n' + re.sub(r"^\+", r"\\u002B", escaped, flags=re.MULTILINE) + '"""'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
