"""Each page of fixtures/threads gives what its expected file says, by hand checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.parse.threads.pages import FIXTURES, found, found_values
from tui.parse.threads.catalogue import system_entries

PAGES = sorted(FIXTURES.glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_gives_the_expected_thread(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert found_values(found(page.read_text(encoding="utf-8"))) == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_name_of_a_page_says_what_is_found_on_it(page: Path) -> None:
    thread = found(page.read_text(encoding="utf-8")).thread
    family = page.stem.partition("-")[0]
    if family == "none" or page.stem == "wordpress-empty-nl":
        assert thread is None
    elif family == "embed":
        assert thread is not None
        assert thread.comments == ()
        assert thread.remote
    else:
        assert thread is not None
        assert thread.comments or thread.stated_count
        assert page.stem.startswith(thread.system)


@pytest.mark.parametrize("system", [entry.name for entry in system_entries()])
def test_every_system_has_a_page(system: str) -> None:
    found_there = {
        json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["system"]
        for page in PAGES
    }
    assert system in found_there
