"""The user's settings: `rejoinder.toml` in the configuration folder, and theme files beside it.

The file is the user's own. The program reads it once, at its start, into one `Settings`; what is
wrong in it is told by its line, and the rest counts. It writes one line of it, the theme, when
another one is chosen on the screen; everything else stays as it was written.
"""

from tui.store.settings.reading import read_settings
from tui.store.settings.remember import SettingsError, remember_theme
from tui.store.settings.source import Problem, Source, meant, shown
from tui.store.settings.theme_files import read_theme_files
from tui.store.settings.values import (
    PRESETS,
    CommandSettings,
    KeySettings,
    ReadingSettings,
    SendingSettings,
    Settings,
    WritingSettings,
)

__all__ = [
    "PRESETS",
    "CommandSettings",
    "KeySettings",
    "Problem",
    "ReadingSettings",
    "SendingSettings",
    "Settings",
    "SettingsError",
    "Source",
    "WritingSettings",
    "meant",
    "read_settings",
    "read_theme_files",
    "remember_theme",
    "shown",
]
