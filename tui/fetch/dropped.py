"""What is dropped on a terminal: it comes as a pasted text, the path written as for a shell."""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Iterator

from tui.errors import SourceError
from tui.fetch.source import Address, FileSource, locate

_LONGEST = 4_096


def dropped_source(text: str) -> str | None:
    """The source that a pasted text names: a file that is there, or a whole address; else None.

    Args:
        text: What was pasted: a path as it is, in quotation marks or with backslashes, a file
            address, or an address of the web.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return None
    return next((words for words in _readings(text) if _is_there(words)), None)


def _readings(text: str) -> Iterator[str]:
    yield text
    with contextlib.suppress(ValueError):
        words = shlex.split(text)
        if len(words) == 1:
            yield words[0]


def _is_there(source: str) -> bool:
    try:
        location, _ = locate(source)
        match location:
            case FileSource(path):
                return path.is_file()
            case Address():
                return source.startswith(("http://", "https://")) and " " not in source
            case _:
                return False
    except (SourceError, OSError):
        return False
