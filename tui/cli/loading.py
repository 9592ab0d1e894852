"""What is loaded before all else, by a shorter way."""

from __future__ import annotations

import sys
from contextlib import suppress

_EXTENSIONS = "typing_extensions"


def load_msgspec() -> None:
    """Load msgspec as if `typing_extensions` were not there.

    It takes three names from that, or else from `typing`, which has them all. To load the one, and
    what that loads in turn, takes longer than to load the other.
    """
    if _EXTENSIONS in sys.modules:
        return
    sys.modules[_EXTENSIONS] = None  # type: ignore[assignment]  # so that it is not found
    try:
        with suppress(ImportError):  # who needs it loads it as it wants to be
            import msgspec  # noqa: F401, PLC0415 -- here alone it is loaded so
    finally:
        del sys.modules[_EXTENSIONS]
