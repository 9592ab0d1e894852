"""Pages without the network: the copies that the library keeps."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from tui.errors import SourceError
from tui.fetch import Address, locate
from tui.fetch.fetched import shown
from tui.model import Page
from tui.store.library import Library
from tui.store.places import Places


def kept_page(source: str) -> Page | None:
    """The copy of the page at an address, with its age; None for a source that is no address.

    Raises:
        SourceError: The page was never kept.
        LibraryError: The library cannot be read.
    """
    location, _ = locate(source)
    if not isinstance(location, Address):
        return None
    path = Places.find(os.environ).library
    copy = Library(path).copy(location.url) if path.exists() else None
    if copy is None:
        raise SourceError(
            f"{shown(location.url)} was never kept, so it cannot be read offline; "
            "`rejoinder sync ADDRESS` fetches and keeps it."
        )
    return copy.noted(datetime.now(UTC))
