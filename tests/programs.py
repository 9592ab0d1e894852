"""The program as a user runs it, but for Python's start: in the process of the test."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from tui.cli import main


class _Stream(io.TextIOWrapper):
    """A standard stream that is no terminal, of which all bytes are kept."""

    def __init__(self, given: bytes = b"") -> None:
        self.raw_bytes = io.BytesIO(given)
        super().__init__(self.raw_bytes, encoding="utf-8", errors="surrogateescape")

    def said(self) -> bytes:
        """What was written."""
        self.flush()
        return self.raw_bytes.getvalue()


def ran(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What a run of the program gives, for tests of what it says and does.

    `run` of `tests.test_cli` starts a process, for tests of what only one can show.
    """
    out, err = _Stream(), _Stream()
    with (
        patch.object(sys, "stdin", _Stream(stdin)),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        try:
            status = main([str(each) for each in args])
        except SystemExit as exit_:
            status = exit_.code if isinstance(exit_.code, int) else 1
    return subprocess.CompletedProcess(list(args), status, out.said(), err.said())
