from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tui.app import dialogs, screens

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
        ("tui.dump.text", {"selectolax"}),
        ("tui.dump.jsonform", {"selectolax"}),
        ("tui.dump.markdown", {"selectolax"}),
        ("tui.dump.html", {"selectolax"}),
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


def test_what_was_spared_when_the_program_was_loaded_is_there_once_it_is_used() -> None:
    code = """
import sys
from tui.cli.loading import load_for_screen, load_msgspec, load_platformdirs, load_standard
load_standard()
load_msgspec()
load_platformdirs()
assert "typing_extensions" not in sys.modules
load_for_screen()
spared = {"_hashlib", "_uuid", "asyncio.sslproto", "asyncio.staggered", "bz2", "difflib",
          "ipaddress", "locale", "mimetypes", "msgspec.inspect", "ntpath", "platform", "rich.panel",
          "rich.table", "rich.tree", "ssl", "tempfile", "textual.canvas", "textual.command",
          "textual.markup", "textual.widgets._input", "textwrap", "tokenize"}
assert not spared & set(sys.modules)
import asyncio, hashlib, inspect, linecache, msgspec, pathlib, subprocess, traceback, urllib.parse
import uuid
assert any("inspect" in line for line in linecache.getlines(msgspec.__file__))
assert inspect.getsource(inspect.getsource).startswith("def getsource")
try:
    raise ValueError("turf")
except ValueError as error:
    error.add_note("nat")
    assert traceback.format_exception(error)[-2:] == ["ValueError: turf\\n", "nat\\n"]
assert subprocess.run(["echo", "turf"], capture_output=True, text=True).stdout == "turf\\n"
assert pathlib.PureWindowsPath("c:/turf").drive == "c:"
assert urllib.parse.urlsplit("http://[::1]/pad").hostname == "::1"
assert msgspec.json.schema(int) == {"type": "integer"}
assert len(hashlib.sha256(b"turf").hexdigest()) == 64
assert uuid.uuid4() != uuid.uuid1()
import bz2, platform, ssl, tempfile
assert platform.python_version() and ssl.create_default_context()
assert asyncio.base_events.sslproto.SSLProtocol and asyncio.base_events.staggered.staggered_race
from platformdirs.unix import gettempdir
assert gettempdir() == tempfile.gettempdir()
"""
    assert loaded(code) == {"textual"}


def test_what_textual_is_loaded_without_is_there_once_it_is_used() -> None:
    code = """
from tui.cli.loading import load_for_screen
load_for_screen()
from rich.panel import Panel
from textual import types
from textual.app import App
from textual.content import Content
from textual.containers import Grid
from textual.command import CommandPalette
from textual.css.errors import StyleValueError
from textual.design import show_design
from textual.suggestions import get_suggestion
from textual.widgets import Input, Select, Static
assert types.SelectType and Select.NULL is not None
assert Content.from_markup("[b]turf[/b]").plain == "turf" and Panel("turf").box
assert get_suggestion("turg", ["turf"]) == "turf"
colours = App().theme_variables and App().current_theme.to_color_system()
assert show_design(colours, colours).row_count
try:
    Static().styles.padding = 1, 2, 3
except StyleValueError as error:
    assert "padding" in str(error.help_text)
else:
    raise AssertionError

class Boxes(App[None]):
    CSS = "Grid { keyline: thin red; grid-size: 2; }"

    def compose(self):
        with Grid():
            yield Static("turf")
            yield Input(value="nat")

async def show():
    app = Boxes()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert len(app.screen.tree.children[0].children) == 2
        assert "\u250c" in app.export_screenshot()
        app.search_commands([("nat", app.bell)])
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette) and CommandPalette.is_open(app)
import asyncio
asyncio.run(show())
"""
    assert loaded(code) == {"textual"}


def test_the_screen_loads_nothing_before_it_is_asked_for() -> None:
    code = """
import sys
import tui.app.app
slow = ["textual.widgets._text_area", "tomllib", "html", "json", "shlex", "sqlite3", "webbrowser",
        "tui.app.screens.lists", "tui.app.layout.draft_texts", "tui.dump.draft_files",
        "tui.dump.text", "tui.dump.markdown", "tui.reading.anchoring", "tui.reading.proofing",
        "tui.reading.sorting", "tui.reading.query.parser", "tui.send.rules", "tui.store.writing",
        "tui.system.editor", "tui.system.proofreading"]
found = [name for name in sys.modules if name in slow or name.startswith("tui.app.dialogs.")]
assert not found, found
"""
    assert loaded(code) <= {"selectolax", "textual"}


def test_a_page_without_drafts_is_shown_without_what_filters_writes_and_sends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REJOINDER_HOME", str(tmp_path))
    file = tmp_path / "turf.html"
    file.write_text("<h1>Turf</h1><p>Een alinea over turf, lang genoeg.</p>", encoding="utf-8")
    code = f"""
import asyncio, sys
from tui.app.app import RejoinderApp
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
async def show():
    app = RejoinderApp(Services.find(), {str(file)!r})
    async with app.run_test() as pilot:
        while not isinstance(app.screen, ReaderScreen):
            await pilot.pause(0.05)
        await app.workers.wait_for_complete()
        await pilot.pause()
asyncio.run(show())
seldom = ["html", "tui.reading.proofing", "tui.reading.query.parser", "tui.send.arriving"]
found = [name for name in sys.modules if name in seldom]
assert not found, found
"""
    assert loaded(code) <= {"selectolax", "textual"}


@pytest.mark.parametrize("package", [dialogs, screens])
def test_every_dialog_and_screen_is_found_where_it_is_said_to_be(package: ModuleType) -> None:
    assert all(getattr(package, name).__name__ == name for name in package.__all__)


def test_printing_a_saved_page_loads_only_what_that_page_needs() -> None:
    code = """
import sys
from tempfile import NamedTemporaryFile
from tui.cli import main
with NamedTemporaryFile(suffix=".html") as file:
    file.write(b"<h1>Turf</h1><p>Een alinea over turf, lang genoeg om te breken.</p>")
    file.flush()
    assert main(["dump", file.name]) == 0
seldom = ["argparse", "asyncio", "dataclasses", "email", "inspect", "json", "logging.handlers",
          "platform", "platformdirs", "rich.console", "socket", "sqlite3", "textwrap", "tokenize",
          "typing_extensions", "tui.parse.plaintext", "tui.parse.threads.general.finder"]
found = [name for name in sys.modules if name in seldom or ".threads.systems." in name]
assert not found, found
"""
    assert loaded(code) == {"selectolax"}
