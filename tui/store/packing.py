"""Values as JSON, plain or packed, as the database keeps them.

JSON is loaded with the first value, which comes after the first frame.
"""

from __future__ import annotations

import zlib
from typing import Any

MAX_UNPACKED = 64 * 1024 * 1024
"""What unpacks to more bytes than this is taken as damaged."""

BAD = ValueError, RecursionError, zlib.error
"""What is raised where something is damaged."""


def written(value: object) -> str:
    """A value as JSON."""
    import json  # noqa: PLC0415 -- as said

    return json.dumps(value)


def read(text: str | bytes) -> Any:  # noqa: ANN401 -- as `json.loads` has it
    """What is in JSON; raises one of `BAD`."""
    import json  # noqa: PLC0415 -- as said

    return json.loads(text)


def packed(value: object, level: int = -1) -> bytes:
    """A value as packed JSON; the higher the level, to 9, the smaller and slower."""
    return zlib.compress(written(value).encode("ascii"), level)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 -- as `json.loads` has it
    """What is in packed JSON; raises one of `BAD`."""
    return read(zlib.decompressobj().decompress(data, MAX_UNPACKED))
