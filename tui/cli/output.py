"""Where printed text goes: standard output or a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.parse.clean import clean

PIPE_WIDTH = 80
"""The width of text that goes to no terminal, in cells."""

STANDARD = "-"
"""What stands for standard output where a file may be named."""


def emit(text: str, output: str | None = None) -> None:
    """Print text, or write it to a file.

    Args:
        text: The text, with its last line feed.
        output: The file; it gets UTF-8. Standard output, which is None or `-`, gets its own
            encoding, with question marks for what that lacks.

    Raises:
        RejoinderError: The file cannot be written.
    """
    if output is None or output == STANDARD:
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding, "replace"))
        sys.stdout.buffer.flush()
    else:
        from tui.store.output import write_output  # noqa: PLC0415 -- mostly, it is printed

        write_output(Path(output), text.encode("utf-8", "replace"))


def width() -> int:
    """The cells of a line: the terminal's, else 80."""
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    from shutil import get_terminal_size  # noqa: PLC0415 -- loads archivers

    return get_terminal_size((PIPE_WIDTH, 24)).columns


def one_line(text: str, most: int) -> str:
    """The beginning of a text, clean and on one line."""
    line = " ".join(clean(text[: 4 * most]).split())
    return line if len(line) <= most else line[: most - 1] + "…"
