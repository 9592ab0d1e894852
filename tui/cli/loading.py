"""What is loaded before all else, by shorter ways."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace


def load_msgspec() -> None:
    """Load msgspec as if `typing_extensions` were not there, and `platform` knew one thing alone.

    It takes three names from the first, or else from `typing`, which has them all. To load the one,
    and what that loads in turn, takes longer than to load the other. It loads `uuid`, too, and that
    `platform`, with ten patterns to compile, to ask once for the system's name.
    """
    if hasattr(os, "uname"):
        with _instead("platform", SimpleNamespace(system=lambda: os.uname().sysname)):
            import uuid  # noqa: F401, PLC0415 -- here alone it is loaded so
    with _instead("typing_extensions", None), suppress(ImportError):  # who needs it loads it
        import msgspec  # noqa: F401, PLC0415 -- as above


def load_asyncio() -> None:
    """Load asyncio as if the interpreter had no TLS, to which it has its own ways.

    Those are not taken here: what fetches wraps its connections itself, and loads TLS only then.
    """
    with _instead("ssl", None):
        import asyncio  # noqa: F401, PLC0415 -- as above


def load_hashlib() -> None:
    """Load hashlib as if OpenSSL were not there, whose digests only long texts gain by."""
    with _instead("_hashlib", None):
        import hashlib  # noqa: F401, PLC0415 -- as above


@contextmanager
def _instead(name: str, module: object) -> Iterator[None]:
    """Meanwhile, what is to be found in the place of a module that is not loaded yet.

    In the place of which None is found there seems to be none.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = module  # type: ignore[assignment]  # as far as is needed
    try:
        yield
    finally:
        del sys.modules[name]
