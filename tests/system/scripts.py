"""Little programs that tests write and put on a path of their own."""

from __future__ import annotations

import os
from pathlib import Path


def script(folder: Path, name: str, does: str) -> Path:
    """A program of that name that does something in the language of the shell."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def with_path(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which the programs of a folder come first."""
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", **more}
