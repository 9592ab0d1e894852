"""The user's own editor, as `$VISUAL` or `$EDITOR` names it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tui.errors import DraftError
from tui.system.commands import CommandError, split
from tui.system.terminal import interrupts_ignored


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The editor and its arguments: `$VISUAL`, else `$EDITOR`, as a shell would split it.

    Raises:
        DraftError: Neither is set, or it cannot be split.
    """
    command = environ.get("VISUAL") or environ.get("EDITOR")
    if not command:
        raise DraftError("No editor is set; name one in $VISUAL or $EDITOR.")
    try:
        return split(command)
    except CommandError as error:
        raise DraftError(f"$VISUAL or $EDITOR cannot be understood: {command}.") from error


def edit(text: str, command: list[str], folder: Path) -> str:
    """Let the user change a text in an editor; waits until it ends.

    Args:
        text: What the editor starts with.
        command: As `editor_command` gives it.
        folder: Where the file for the editor is put. It stays there where the editor failed, so
            that nothing written in it is lost.

    Raises:
        DraftError: The editor could not be started or said that it failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", suffix=".md", prefix="reply-", dir=folder, delete=False, encoding="utf-8", newline=""
    ) as file:
        file.write(text)
    path = Path(file.name)
    try:
        with interrupts_ignored():
            # The command is the user's own; no shell is between.
            status = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 -- as said
    except OSError as error:
        path.unlink()
        raise DraftError(
            f"The editor {command[0]} could not be started: {error.strerror}."
        ) from error
    if status:
        raise DraftError(f"The editor ended with status {status}; what it wrote is in {path}.")
    with path.open(encoding="utf-8", errors="replace", newline="") as written:
        result = written.read()
    path.unlink()
    return result
