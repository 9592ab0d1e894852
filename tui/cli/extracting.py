"""`rejoinder extract`: many pages to JSON, one a line, whatever befalls single ones."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import track

from tui.cli.workers import spread
from tui.dump.jsonform import JsonObject, record, to_line
from tui.errors import SourceError
from tui.fetch import Limits
from tui.fetch.files import read_file, read_pipe
from tui.parse import parse_page

SECONDS_A_PAGE = 120.0
"""A page that takes longer is given up."""


def extract(list_source: str, jobs: int | None) -> int:
    """Print a line for each page of a list, in its order.

    Args:
        list_source: The list's file, or `-` for standard input.
        jobs: How many pages to read at once, or None for one a processor.

    Raises:
        SourceError: The list cannot be read.
    """
    lines = _list_lines(list_source)
    results = spread(
        extract_line,
        lines,
        jobs=jobs or os.cpu_count() or 1,
        failed=lambda line, fault: _error(_page_id(line), f"{fault}."),
        limit=SECONDS_A_PAGE,
    )
    with closing(results):
        for result in _tracked(results, len(lines)):
            sys.stdout.buffer.write(result.encode("utf-8") + b"\n")
            sys.stdout.buffer.flush()
    return 0


def extract_line(line: str) -> str:
    """The output line for a line of the list; never raises but for what stops the process."""
    page_id = _page_id(line)
    try:
        entry = json.loads(line)
        if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
            return _error(page_id, 'The line of the list is no object with "page" and "path".')
        url = entry.get("url")
        fetched = read_file(Path(entry["path"]).absolute(), Limits())
        page = parse_page(fetched.data, url=url if isinstance(url, str) else None)
        return to_line(record(page, page_id or entry["path"]))
    except SourceError as error:
        return _error(page_id, str(error))
    except (ValueError, RecursionError):
        return _error(page_id, "The line of the list is no JSON.")
    except Exception as error:  # noqa: BLE001 -- one page must not end the run
        return _error(page_id, f"The page could not be read ({type(error).__name__}).")


def _list_lines(source: str) -> Sequence[str]:
    fetched = (
        read_pipe(sys.stdin.buffer)
        if source == "-"
        else read_file(Path(source).absolute(), Limits())
    )
    text = fetched.data.decode("utf-8-sig", "replace")
    return [line for line in text.split("\n") if line.strip()]


def _page_id(line: str) -> str | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    page = entry.get("page") if isinstance(entry, dict) else None
    return page if isinstance(page, str) else None


def _error(page_id: str | None, sentence: str) -> str:
    answer: JsonObject = {"page": page_id, "error": sentence}
    return to_line(answer)


def _tracked(results: Iterable[str], total: int) -> Iterable[str]:
    """The results, with a progress line on standard error where that is a terminal."""
    console = Console(stderr=True)
    return track(
        results,
        "Reading pages",
        total=total,
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
