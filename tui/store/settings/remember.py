"""The one line of the settings that the program writes: the theme, chosen on the screen."""

from __future__ import annotations

from pathlib import Path

from tui.errors import RejoinderError
from tui.store.atomic import explain, write_atomic
from tui.store.settings.lines import setting_lines


class SettingsError(RejoinderError):
    """The settings could not be written."""


def remember_theme(path: Path, theme: str) -> None:
    """Write the theme into the file, leaving everything else in it alone.

    Raises:
        SettingsError: It cannot be written.
    """
    import json  # noqa: PLC0415 -- no start waits for it

    line = f"theme = {json.dumps(theme)}"
    try:
        lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else [""]
        at = setting_lines("\n".join(lines)).get("theme")
        if at is None:
            # Above everything else, for a key below a table's heading would belong to the table.
            lines.insert(0, line)
        else:
            lines[at - 1] = line
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, "\n".join(lines).encode(), path.with_suffix(".tmp"))
    except OSError as error:
        raise SettingsError(f"The theme was not remembered: {explain(error, path)}.") from error
    except ValueError as error:  # it is not UTF-8
        raise SettingsError(f"The settings in {path} cannot be understood.") from error
