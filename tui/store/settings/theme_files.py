"""The user's own themes: TOML files in the folder `themes` beside the settings."""

from __future__ import annotations

from pathlib import Path

from tui.store.atomic import explain
from tui.store.settings.source import Problem, Source

FOLDER = "themes"
"""The name of their folder."""


def read_theme_files(settings: Path) -> list[Source]:
    """The theme files beside a settings file, by name; what they hold is for the screen to judge.

    Args:
        settings: The settings file.
    """
    folder = settings.parent / FOLDER
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        return []
    except OSError as error:
        why = f"it was not read: {explain(error, folder)}"
        return [Source(FOLDER, problems=[Problem(FOLDER, None, why)])]
    return [Source.read(path) for path in paths]
