"""A source in, bytes or a page out: addresses, files, saved pages and pipes.

    source -> locate -> Address    -> http.py  -> Fetched -> parsing.py -> Opened
                        FileSource -> files.py
                        Pipe       -> files.py

Everything that goes wrong is a `SourceError` with one sentence for the user.
"""

from tui.fetch.fetched import MAX_BYTES, Fetched, Limits
from tui.fetch.opening import Opened, fetch, fetch_blocking, open_blocking, open_page
from tui.fetch.source import Address, FileSource, Pipe, locate, told_source

__all__ = [
    "MAX_BYTES",
    "Address",
    "Fetched",
    "FileSource",
    "Limits",
    "Opened",
    "Pipe",
    "fetch",
    "fetch_blocking",
    "locate",
    "open_blocking",
    "open_page",
    "told_source",
]
