from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tui.app import dialogs

ALL = ["PIL", "httpx", "selectolax", "textual", "textual_image"]


def loaded(code: str) -> set[str]:
    """Which of the slow packages are loaded after the code has run in a fresh interpreter."""
    report = f"\nimport json, sys\nprint(json.dumps([n for n in {ALL} if n in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("tui.cli", set()),
        ("tui.errors", set()),
        ("tui.model.codec", set()),
        ("tui.parse", {"selectolax"}),
        ("tui.store.drafts", {"selectolax"}),
        ("tui.store.library", {"selectolax"}),
        ("tui.dump", {"selectolax"}),
        ("tui.fetch", {"selectolax"}),
        ("tui.cli.dumping", {"selectolax"}),
        ("tui.cli.extracting", {"selectolax"}),
        ("tui.cli.drafting", {"selectolax"}),
        ("tui.cli.plain", {"selectolax"}),
        ("tui.app.app", {"selectolax", "textual"}),
    ],
)
def test_a_part_loads_only_what_it_needs(module: str, allowed: set[str]) -> None:
    assert loaded(f"import {module}") <= allowed


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_word_about_the_program_loads_nothing(option: str) -> None:
    code = f"""
from tui.cli import main
try:
    main(["{option}"])
except SystemExit as end:
    assert end.code == 0
"""
    assert loaded(code) == set()


def test_reading_a_file_needs_no_network_and_no_screen() -> None:
    code = """
from pathlib import Path
from tempfile import NamedTemporaryFile
from tui.cli import main
with NamedTemporaryFile(suffix=".html") as file:
    file.write(b"<p>Een alinea.</p>")
    file.flush()
    assert main(["dump", file.name]) == 0
"""
    assert loaded(code) == {"selectolax"}


def test_the_screen_loads_no_dialog_and_no_text_area_before_it_is_asked_for() -> None:
    code = """
import sys
import tui.app.app
slow = ["textual.widgets._text_area", "tomllib"]
found = [name for name in sys.modules if name in slow or name.startswith("tui.app.dialogs.")]
assert not found, found
"""
    assert loaded(code) <= {"selectolax", "textual"}


def test_every_dialog_is_found_where_it_is_said_to_be() -> None:
    assert all(getattr(dialogs, name).__name__ == name for name in dialogs.__all__)


def test_printing_a_saved_page_loads_only_what_that_page_needs() -> None:
    code = """
import sys
from tempfile import NamedTemporaryFile
from tui.cli import main
with NamedTemporaryFile(suffix=".html") as file:
    file.write(b"<h1>Turf</h1><p>Een alinea over turf, lang genoeg om te breken.</p>")
    file.flush()
    assert main(["dump", file.name]) == 0
seldom = ["asyncio", "email", "logging.handlers", "platformdirs", "rich.console", "socket",
          "sqlite3", "tui.parse.plaintext", "tui.parse.threads.general.finder"]
found = [name for name in sys.modules if name in seldom or ".threads.systems." in name]
assert not found, found
"""
    assert loaded(code) == {"selectolax"}
