from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.sessions import Reader, stores, write_page


@pytest.fixture
def hedge(home: Path) -> Path:
    """The page of the hedge as a file."""
    return write_page(home)


@pytest.fixture
def reader(home: Path, hedge: Path) -> Reader:
    """A reader who has opened the page of the hedge."""
    return Reader(stores(home), hedge)
