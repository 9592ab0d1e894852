"""The log: a file among the program's own, never the screen."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler

from tui.store.places import Places

_MAX_BYTES = 1_000_000


def log_to_file() -> str:
    """Send all log records to the log file, or nowhere where it cannot be written.

    Returns:
        Half a sentence that says where the details are.
    """
    logging.raiseExceptions = False
    root = logging.getLogger()
    path = Places.find(os.environ).log
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path,
            maxBytes=_MAX_BYTES,
            backupCount=1,
            encoding="utf-8",
            delay=True,
            errors="backslashreplace",
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return "no log could be written."
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return f"the log has the details: {path}"
