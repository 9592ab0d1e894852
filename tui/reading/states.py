"""Whether a comment was read."""

from __future__ import annotations

from enum import IntEnum


class ReadState(IntEnum):
    """What a reader knows of a comment; the value is what a byte of `ReadMarks` holds."""

    NEW = 0  # not read, and not there at the visit before
    SEEN = 1  # not read, but there at an earlier visit
    READ = 2  # in sight for a moment, passed by the cursor, or marked
