from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.servers import WordPress, wordpress_in
from tests.e2e.terminals import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals, one at a time."""
    opened: list[Terminal] = []

    def start(columns: int = 140, rows: int = 40) -> Terminal:
        if opened:
            opened.pop().close()
        opened.append(Terminal(tmp_path / "home", columns, rows))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def wordpress(tmp_path: Path) -> Iterator[WordPress]:
    """A real WordPress of the test's own."""
    with wordpress_in(tmp_path / "wordpress") as server:
        yield server
