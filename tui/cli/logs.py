"""The log: a file among the program's own, never the screen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tui.store.places import Places

_MAX_BYTES = 1_000_000


@contextmanager
def log_to_file() -> Iterator[str]:
    """Send all log records to the log file, or nowhere where it cannot be written.

    Yields:
        Half a sentence that says where the details are.
    """
    logging.raiseExceptions = False
    handler, where = _handler(Places.find(os.environ).log)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield where
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(path: Path) -> tuple[logging.Handler, str]:
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
        return logging.NullHandler(), "no log could be written."
    return handler, f"the log has the details: {path}."
