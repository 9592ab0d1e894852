"""The documents of the settings say what the program takes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from tests.app.reading import make_services
from tests.keytable import DOCUMENT, key_document
from tests.test_docs import ROOT, code, rows
from tui.app.actions import ACTIONS
from tui.app.themes import SHORT_LIST, own_themes
from tui.store.settings import PRESETS, Settings, Source, read_settings
from tui.store.settings.checks import Each, OneOf, WordOf, command

EXAMPLE = ROOT / "docs" / "rejoinder.example.toml"
TOLD = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def settings_of(kind: type[Struct], name: str = "") -> Iterator[tuple[str, object, object]]:
    """The name, the check and the default of each setting."""
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        path = f"{name}{field.name}"
        if isinstance(hints[field.name], type):
            yield from settings_of(hints[field.name], f"{path}.")
        elif path != "keys.bound":
            yield path, hints[field.name].__metadata__[0], field.default


KNOWN = {name: (check, default) for name, check, default in settings_of(Settings)}


def test_the_table_of_settings_is_that_of_the_program() -> None:
    told = {code(row[0]): row for row in rows(TOLD, "| setting | takes | default | does |")}
    assert list(told) == list(KNOWN)
    for name, (_, takes, default, does) in told.items():
        check, own = KNOWN[name]
        value = tomllib.loads(f"x = {code(default)}")["x"]
        if isinstance(check, Each):
            assert tuple(value) == own
        else:
            assert callable(check)
            assert check(value) == own
        if isinstance(check, OneOf | WordOf):
            words = check.words if isinstance(check, OneOf) else tuple(check.words)
            assert tuple(re.findall(r'"(\w+)"', takes)) == words
        assert (check is command) == (takes == "a command")
        assert does.endswith(".")


def test_the_example_loads_without_a_problem_and_sets_what_is_so(home: Path) -> None:
    settings, source = read_settings(EXAMPLE)
    assert source.problems == []
    assert settings == Settings()
    services = make_services(home).fitted(EXAMPLE)
    assert services.problems == ()
    assert services.keymap.overrides() == {}


def test_the_example_has_every_setting_once() -> None:
    def names(table: Mapping[str, object], path: str = "") -> Iterator[str]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from names(value, f"{path}{key}.")
            else:
                yield f"{path}{key}"

    assert list(names(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))) == list(KNOWN)


def blocks(start: str) -> list[str]:
    """The fenced blocks that begin with a text."""
    found = re.findall(r"^```\n(.*?)^```$", TOLD, re.MULTILINE | re.DOTALL)
    return [block for block in found if block.startswith(start)]


def test_the_keys_of_the_document_are_taken(home: Path) -> None:
    (block,) = blocks("[keys]")
    path = home / "rejoinder.toml"
    path.write_text(block, encoding="utf-8")
    services = make_services(home).fitted(path)
    assert {"thread.next", "reader.zoom", "app.library"} <= {
        name for name, _ in services.preferences.keys.bound
    }
    assert not [each for each in services.problems if "there is no" in str(each)]


def test_the_theme_of_the_document_is_taken() -> None:
    (block,) = blocks("name = ")
    (theme,) = own_themes([Source("moss.toml", tomllib.loads(block))])
    assert (theme.name, theme.dark) == ("moss", False)


def test_the_document_names_the_presets_and_the_short_list_of_themes() -> None:
    for name in (*PRESETS, *SHORT_LIST):
        assert f"`{name}`" in TOLD or f'`"{name}"`' in TOLD


def test_the_document_of_keys_is_that_of_the_table_of_actions() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == key_document(), "run python -m tests.keytable"


def test_the_document_of_keys_has_a_row_an_action() -> None:
    told = [line for line in key_document().splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in told] != []
    assert sorted(line.split("`")[1] for line in told) == sorted(each.name for each in ACTIONS)
    assert {line.count("|") for line in told} == {len(PRESETS) + 3}
