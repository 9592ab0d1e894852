"""The names of keys: as people write them, and as Textual knows them."""

from __future__ import annotations

import unicodedata
from string import punctuation

from textual.keys import KEY_NAME_REPLACEMENTS, REPLACED_KEYS, Keys, key_to_character

from tui.store.settings import meant

SAME_BYTE = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that terminals send as the byte of another."""

_MODIFIERS = {"alt", "ctrl", "hyper", "meta", "shift", "super"}
_ALIASES = {
    "esc": "escape",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    "ins": "insert",
    "return": "enter",
    "bksp": "backspace",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SHOWN = {
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_NAMED = {key.value for key in Keys if "+" not in key.value and key.value[0] != "<"} - {
    "ctrl-at",
    "return",
}


def key_name(key: str) -> str:
    """How a key is written for people."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, _SHOWN.get(base) or _character(base) or base])


def is_text(key: str) -> bool:
    """Whether a key writes something where one types, or takes it away."""
    return key in {"space", "enter", "backspace"} or _character(key) is not None


def _character(key: str) -> str | None:
    """The character that a key writes; none for keys with a name, and for what is not seen."""
    character = key_to_character(REPLACED_KEYS.get(key, key))
    visible = character is not None and character.isprintable() and not character.isspace()
    return character if visible else None


def known_key(written: str) -> str:
    """A key as Textual knows it.

    Args:
        written: The key as a person wrote it: `j`, `?`, `ctrl+d`, `pgdn`, `alt+V`.

    Raises:
        ValueError: There is no such key, or terminals cannot tell it from another; the text says
            so, with the key first.
    """
    base, modifiers = _taken_apart(written)
    if base is None:
        near = "" if "+" in written else meant(written, sorted(_NAMED | _PUNCTUATION))
        raise ValueError(f"{written} is no key{near}")
    if len(base) == 1 and base.isalpha() and base.isupper() and "ctrl" in modifiers:
        base = base.lower()
    elif len(base) == 1 and base.isalpha() and modifiers == {"shift"}:
        base, modifiers = base.upper(), set()
    elif len(base) == 1 and base.isupper() and modifiers:
        base, modifiers = base.lower(), modifiers | {"shift"}
    key = "+".join([*sorted(modifiers), base])
    if key in SAME_BYTE:
        raise ValueError(f"{written} is the same as {SAME_BYTE[key]} in a terminal")
    return key


def _taken_apart(written: str) -> tuple[str | None, set[str]]:
    """What a key is without its modifiers, None where there is no such key; and these."""
    modifiers: set[str] = set()
    rest = written.strip()
    while "+" in rest[:-1]:
        modifier, _, rest = rest.partition("+")
        modifiers.add(modifier.lower())
    if not modifiers <= _MODIFIERS:
        return None, modifiers
    if len(rest) == 1 and rest not in _ALIASES:
        return _of_character(rest), modifiers
    lower = _ALIASES.get(rest.lower(), rest.lower())
    if lower in _NAMED:
        return lower, modifiers
    name = KEY_NAME_REPLACEMENTS.get(lower, lower)
    character = _character(name)
    known = character is not None and _of_character(character) == name
    return name if known else None, modifiers


def _of_character(character: str) -> str | None:
    """The name of the key of one character."""
    if character.isalnum():
        return character
    if not character.isprintable() or character.isspace():
        return None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    name = KEY_NAME_REPLACEMENTS.get(name, name)
    return name if name and _character(name) == character else None


_PUNCTUATION = {name for mark in punctuation if (name := _of_character(mark))}
