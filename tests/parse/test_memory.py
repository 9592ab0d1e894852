"""How much memory a large page takes while it is read, and once it has been."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.bench import threadmaker
from tui.parse import memory, parse_page

SIZE = 5_000_000
_READ = """
import sys
from pathlib import Path
from tui.parse import parse_page

def taken(what):
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith(what))

data = sys.stdin.buffer.read()
parse_page(data[:200_000])  # with all that any page needs
before = taken("VmRSS")
page = parse_page(data)
pages = ((taken(what) - before) / len(data) for what in ("VmHWM", "VmRSS"))
print(len(page.thread), *pages)
"""


def test_a_large_page_takes_some_twelve_times_its_length_and_gives_it_back() -> None:
    data = threadmaker.html(SIZE).encode()
    done = subprocess.run(
        [sys.executable, "-c", _READ], input=data, capture_output=True, check=True, timeout=120
    )
    comments, peak, held = map(float, done.stdout.split())
    assert comments > SIZE / 2_000
    assert peak < 13
    assert held < 4


def test_a_large_page_is_read_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    data = threadmaker.html(100_000).encode()
    page = parse_page(data)
    monkeypatch.setattr(memory, "LARGE", 0)
    assert parse_page(data) == page
