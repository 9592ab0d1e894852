"""Where each setting stands in a TOML file, which `tomllib` does not tell.

The file is known to be TOML; so what is not a heading or a key is the rest of a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.parse.patterns import regex

_TEXT = r'"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
_PART = rf"(?:[A-Za-z0-9_-]+|{_TEXT})"
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_STATEMENT = regex(
    rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_KEY})[ \t]*\]\]?|(?P<key>{_KEY})[ \t]*=)", re.DOTALL
)
_TOKEN = regex(
    r'(?P<text>"""(?:\\.|[^\\])*?"{3,5}|' + rf"'''.*?'{{3,5}}|{_TEXT})"
    r"|(?P<comment>\#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    r"|(?P<end>\n)|(?P<space>[ \t\r]+)|(?P<other>[^\s\"'#\[\]{},]+|.)",
    re.DOTALL,
)


def setting_lines(source: str) -> dict[str, int]:
    """The line of each table, key and item of a list, by its dotted name, counted from 1.

    Args:
        source: The text of a TOML file.

    Returns:
        Names such as `reading.dates`, `keys.thread.next` and, for the first of a list, `mute.0`.
    """
    lines: dict[str, int] = {}
    table = ""
    at = 0
    while at < len(source):
        statement = _STATEMENT.match(source, at)
        name = ""
        if statement is not None:
            at = statement.end()
            line = source.count("\n", 0, at) + 1
            name = _dotted(statement["key"] or statement["table"])
            if statement["table"] is not None:
                table = name
            elif table:
                name = f"{table}.{name}"
            lines.setdefault(name, line)
        items, at = _value(source, at)
        if statement is not None and statement["key"] is not None:
            lines.update((f"{name}.{number}", line) for number, line in enumerate(items))
    return lines


def line_of(lines: Mapping[str, int], name: str) -> int | None:
    """The line of a setting, or of the nearest thing around it that has one."""
    while name not in lines and "." in name:
        name = name.rpartition(".")[0]
    return lines.get(name)


def _dotted(key: str) -> str:
    """A key without its quotes: `"thread.next"`, `thread.next` and `thread . next` are one."""
    import tomllib  # noqa: PLC0415 -- there may be no settings

    parts: list[str] = []
    try:
        value: object = tomllib.loads(f"{key} = 0")
    except ValueError:  # it is no TOML, and told by others
        return key
    while isinstance(value, dict):
        ((part, value),) = value.items()
        parts.append(part)
    return ".".join(parts)


def _value(source: str, at: int) -> tuple[list[int], int]:
    """The lines of the items of the list that begins here, if any, and where its statement ends."""
    items: list[int] = []
    opened: list[str] = []
    awaited = False
    for token in _TOKEN.finditer(source, at):
        kind = token.lastgroup
        if kind == "end" and not opened:
            return items, token.end()
        if awaited and kind in {"text", "other", "open"}:
            items.append(source.count("\n", 0, token.start()) + 1)
            awaited = False
        if kind == "open":
            opened.append(token[0])
            awaited = opened == ["["] and not items
        elif kind == "close" and opened:
            opened.pop()
        elif kind == "comma":
            awaited = opened == ["["]
    return items, len(source)
