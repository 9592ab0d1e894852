"""What may be missing: reading goes on without it, and the log tells.

What is not known of a page is no reason not to show it, and a place that cannot be kept is no loss
of words.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from tui.errors import RejoinderError

_log = logging.getLogger(__name__)

T = TypeVar("T")


def if_known(read: Callable[[], T], what: str) -> T | None:
    """What is read; None, and a line in the log, where it cannot be."""
    try:
        return read()
    except RejoinderError:
        _log.warning("%s is not known", what, exc_info=True)
        return None


def or_logged(write: Callable[[], None], what: str) -> None:
    """Write something; a line in the log where it cannot be."""
    try:
        write()
    except RejoinderError:
        _log.warning("%s is not kept", what, exc_info=True)
