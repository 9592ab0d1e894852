"""Files that the user names, such as those of exports."""

from __future__ import annotations

import os
from pathlib import Path

from tui.errors import RejoinderError
from tui.store.atomic import explain, write_atomic


def write_output(path: Path, data: bytes) -> None:
    """Put a file in place, whole or not at all; what is no regular file is written straight on.

    Raises:
        RejoinderError: It cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # such as /dev/stdout
            path.write_bytes(data)
        else:
            target = path.resolve()
            write_atomic(target, data, target.with_name(f".{target.name}.{os.getpid()}.tmp"))
    except OSError as error:
        raise RejoinderError(f"The output cannot be written: {explain(error, path)}.") from error
