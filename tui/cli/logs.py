"""The log: a file among the program's own, never the screen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

_MAX_BYTES = 1_000_000


class LogFile(logging.Handler):
    """Writes to the log file; looks for it with the first record, since most runs have none."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, or drop it where no log can be written."""
        self._found[0].handle(record)

    def close(self) -> None:
        """Close the file, if there was anything to write."""
        if "_found" in self.__dict__:
            self._found[0].close()
        super().close()

    @property
    def where(self) -> str:
        """Half a sentence that says where the details are."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[logging.Handler, str]:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 -- loads sockets

        from tui.store.places import Places  # noqa: PLC0415 -- as said

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
            return logging.NullHandler(), "no log could be written."
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler, f"the log has the details: {path}."


@contextmanager
def log_to_file() -> Iterator[LogFile]:
    """Send all log records to the log file, or nowhere where it cannot be written.

    Yields:
        The log, which says where it is.
    """
    logging.raiseExceptions = False
    log = LogFile()
    root = logging.getLogger()
    root.addHandler(log)
    root.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # else each address, with what it tells
    try:
        yield log
    finally:
        root.removeHandler(log)
        log.close()
