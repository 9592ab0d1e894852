"""What `rejoinder dump` compiles once and keeps."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>The dike | Peat</title></head><body>
<article><h1>The dike</h1><p>By Ann Visser, 3 May 2024</p><p>After the storm of Sunday the path was
full of branches, and whoever wanted to walk had to climb. It is cleared this week.</p></article>
</body></html>"""
TEXT = "After the storm of Sunday the path was full of branches"

COUNTED = """
import re, sys
from tui.cli import main
from tui.parse import compiled
made, code = [], compiled._code
compiled._code = lambda *args: made.append(args) or code(*args)
status = main(sys.argv[1:])
print(len(made), file=sys.stderr)
sys.exit(status)
"""
"""Prints a page, and how many patterns were compiled for it."""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


def printed(page: Path, home: str, **others: str) -> tuple[str, int]:
    """What `dump` prints, and how many patterns were compiled for it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, "dump", str(page)],
        env=env | {"PYTHONPYCACHEPREFIX": home} | others,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, int(done.stderr)


def test_patterns_are_compiled_once(page: Path, tmp_path: Path) -> None:
    home = str(tmp_path / "compiled")
    first, many = printed(page, home)
    second, none = printed(page, home)
    assert many > 10
    assert none == 0
    assert first == second
    assert TEXT in first


def test_nothing_is_kept_where_python_keeps_no_code(page: Path, tmp_path: Path) -> None:
    home = tmp_path / "compiled"
    printed(page, str(home), PYTHONDONTWRITEBYTECODE="1")
    assert not home.exists()


def test_a_page_is_printed_where_nothing_can_be_kept(page: Path, tmp_path: Path) -> None:
    home = tmp_path / "compiled"
    home.write_text("in the way")
    text, _ = printed(page, str(home))
    assert TEXT in text
    assert home.read_text() == "in the way"


def test_a_damaged_file_is_replaced(page: Path, tmp_path: Path) -> None:
    home = tmp_path / "compiled"
    text, _ = printed(page, str(home))
    (kept,) = home.rglob("*.patterns")
    kept.write_bytes(b"damaged")
    assert printed(page, str(home))[0] == text
    assert printed(page, str(home)) == (text, 0)
