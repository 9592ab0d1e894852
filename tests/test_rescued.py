"""Drafts that could not be saved, by prompts and by commands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.plain.sessions import Reader, stores, write_page
from tests.test_cli import run
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
from tui.store.places import Places


@pytest.fixture
def places(home: Path) -> Places:
    return Places.find({"REJOINDER_HOME": str(home)})


def second_copies(places: Places) -> list[str]:
    """What is in the second place."""
    return [read(path.read_bytes()).draft.body for path in places.rescued.glob("*.md")]


def test_a_reply_by_prompts_is_rescued_and_brought_home_at_the_next_start(
    home: Path, places: Places
) -> None:
    page = write_page(home)
    reader = Reader(replace(stores(home), drafts=DraftStore.at(places)), page)
    reader("R", "Eerste.")
    shutil.rmtree(places.drafts)
    places.drafts.write_text("no folder")
    told = " ".join(reader("Tweede."))
    assert "a file is in the place of the folder" in told
    assert f"what was typed is in {places.rescued}" in told
    assert second_copies(places) == ["Eerste.\nTweede.\n"]
    reader.leave()
    places.drafts.unlink()
    listed = run("drafts", "list")
    assert b"is brought home" in listed.stderr
    assert b"Eerste. Tweede." in listed.stdout
    assert second_copies(places) == []
    assert run("drafts", "list").stderr == b""


def test_the_linear_mode_tells_what_was_brought_home(home: Path, places: Places) -> None:
    page = write_page(home)
    reader = Reader(replace(stores(home), drafts=DraftStore.at(places)), page)
    places.drafts.parent.mkdir(parents=True, exist_ok=True)
    places.drafts.write_text("no folder")
    reader("R", "Eerste.")
    assert second_copies(places) == ["Eerste.\n"]
    places.drafts.unlink()
    told = run("read", "--plain", str(page), stdin=b"q\n")
    assert b"is brought home" in told.stderr
    assert [draft.body for draft in DraftStore.at(places).all()] == ["Eerste.\n"]
