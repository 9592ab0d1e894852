"""Themes: Textual's own, one of high contrast, the terminal's colours, and files of the user's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui.store.settings import Settings, Source, meant, shown

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#00ff00",
    warning="#ffd700",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    text_alpha=1.0,
)
"""White on black with pure colours: every colour of text is at least 7 to 1 against black."""

SHORT_LIST = ("textual-dark", "textual-light", "ansi-dark", "ansi-light", HIGH_CONTRAST.name)
"""What the theme key goes through, before the user's own; the ansi ones are the terminal's."""

_COLORS = (
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
_OTHERS = ("name", "dark")
_NAME = re.compile(r"[A-Za-z0-9_-]+")


def own_themes(files: Sequence[Source]) -> list[Theme]:
    """The themes of files, as far as they are whole; each file is told what is wrong in it."""
    themes: dict[str, Theme] = {}
    for file in files:
        before = len(file.problems)
        theme = _theme(file)
        if theme.name in BUILTIN_THEMES or theme.name == HIGH_CONTRAST.name:
            file.tell("name", f"there is a theme {theme.name} already; give this one another name")
        elif theme.name in themes:
            file.tell("name", f"another file has a theme {theme.name}, too")
        if not before and not file.problems:
            themes[theme.name] = theme
    return list(themes.values())


def _theme(file: Source) -> Theme:
    """The theme of a file; where something is wrong in it, that is told."""
    name, dark = file.name.removesuffix(".toml"), True
    colors: dict[str, str] = {}
    for key, value in file.table.items():
        if key in _COLORS:
            if isinstance(value, str) and _is_color(value):
                colors[key] = value
            else:
                wanted = 'a colour such as "#ffa62b" or "orange"'
                file.tell(key, f"{key} must be {wanted}, not {shown(value)}")
        elif key == "name" and isinstance(value, str):
            name = value
        elif key == "dark" and isinstance(value, bool):
            dark = value
        elif key in _OTHERS:
            wanted = "true or false" if key == "dark" else "a name in quotes"
            file.tell(key, f"{key} must be {wanted}, not {shown(value)}")
        else:
            near = meant(key, [*_OTHERS, *_COLORS])
            file.tell(key, f"a theme has no {key}{near}")
    if not _NAME.fullmatch(name):
        wanted = "a theme's name has letters, digits, hyphens and underscores"
        file.tell("name", f"{wanted}, unlike {shown(name)}")
    if "primary" not in file.table and not file.problems:
        file.tell("", "a theme needs at least the colour primary")
    theme = Theme(name=name, primary=colors.pop("primary", "#808080"), dark=dark)
    return replace(theme, **colors)  # type: ignore[arg-type]  # all of them are colours


def _is_color(value: str) -> bool:
    try:
        return Color.parse(value).a == 1
    except ColorParseError:
        return False


def theme_names(own: Sequence[Theme]) -> list[str]:
    """The themes that the theme key goes through."""
    return [*SHORT_LIST, *(theme.name for theme in own)]


def wanted_theme(settings: Settings, own: Sequence[Theme], source: Source) -> str:
    """The theme that the settings name, or the program's own where there is no such theme."""
    known = [*BUILTIN_THEMES, *theme_names(own)]
    if settings.theme in known:
        return settings.theme
    near = meant(settings.theme, known) or f"; there are {', '.join(sorted(set(known)))}"
    source.tell("theme", f"there is no theme {settings.theme}{near}")
    return SHORT_LIST[0]
