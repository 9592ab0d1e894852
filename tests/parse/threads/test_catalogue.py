"""Systems are known by an index of their signs, and one that is not in it is found all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.parse.threads.pages import FIXTURES
from tui.parse.threads import catalogue


def loaded_systems(page: Path) -> set[str]:
    """The modules of systems that reading a page loads in a fresh interpreter."""
    code = """
import json, sys
from tui.parse import parse_page
parse_page(open(sys.argv[1], "rb").read())
prefix = "tui.parse.threads.systems."
print(json.dumps([name.removeprefix(prefix) for name in sys.modules if name.startswith(prefix)]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, page], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(("page", "system"), [("phpbb-nl", {"phpbb"}), ("none-homepage-fr", set())])
def test_a_page_loads_the_systems_whose_sign_it_has(page: str, system: set[str]) -> None:
    assert loaded_systems(FIXTURES / f"{page}.html") == system


def test_a_module_without_a_line_in_the_index_is_asked_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    everything = {entry.name: entry.rank for entry in catalogue.system_entries()}
    monkeypatch.setattr(catalogue, "INDEX", tmp_path / "none.json")
    for cached in (catalogue._entries, catalogue.system_entries):
        monkeypatch.setattr(catalogue, cached.__name__, cached.__wrapped__)
    assert {entry.name: entry.rank for entry in catalogue.system_entries()} == everything
