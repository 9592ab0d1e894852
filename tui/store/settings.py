"""The user's settings: `rejoinder.toml` in the configuration folder.

The file is the user's own. The program reads it and changes one line of it, the theme, when another
one is chosen on the screen; everything else stays as it was written.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tui.errors import RejoinderError
from tui.store.atomic import explain, write_atomic

_THEME_LINE = re.compile(r"^theme\s*=.*$", re.MULTILINE)


class SettingsError(RejoinderError):
    """The settings could not be read or written."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set.

    Attributes:
        theme: The name of a theme, or None for the program's choice.
    """

    theme: str | None = None


def read_settings(path: Path) -> Settings:
    """The settings of a file; none where there is no file.

    Raises:
        SettingsError: It cannot be read or understood.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"The settings were not read: {explain(error, path)}.") from error
    except ValueError as error:  # it is not UTF-8, or no TOML
        raise SettingsError(f"The settings in {path} cannot be understood: {error}.") from error
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        raise SettingsError(f"The settings in {path} name a theme that is no text.")
    return Settings(theme)


def remember_theme(path: Path, theme: str) -> None:
    """Write the theme into the file, leaving everything else in it alone.

    Raises:
        SettingsError: It cannot be written.
    """
    line = f"theme = {json.dumps(theme)}"
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        # Above everything else, for a key below a table's heading would belong to the table.
        changed = _THEME_LINE.sub(lambda _: line, text, count=1)
        if changed == text and not _THEME_LINE.search(text):
            changed = f"{line}\n{text}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, changed.encode(), path.with_suffix(".tmp"))
    except OSError as error:
        raise SettingsError(f"The theme was not remembered: {explain(error, path)}.") from error
    except ValueError as error:  # it is not UTF-8
        raise SettingsError(f"The settings in {path} cannot be understood.") from error
