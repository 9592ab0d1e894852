"""Files that parts of a page are exported to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.reading import (
    notices,
    press,
    reader,
    reading,
    screen_text,
)
from tui.app.dialogs.export import ExportDialog
from tui.app.services import Services


async def export(pilot: Pilot[None], path: Path | str | None = None, *keys: str) -> None:
    """Export to a file; the keys choose what before, from the file's name."""
    await press(pilot, "E", *keys)
    assert isinstance(pilot.app.screen, ExportDialog)
    field = pilot.app.screen.query_one("#export-path", Input)
    if path is not None:
        field.value = str(path)
    field.focus()
    await press(pilot, "enter")


async def test_a_page_is_exported_under_its_title_in_the_current_folder(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, hedge) as pilot:
        await export(pilot)
        text = (tmp_path / "de-heg-en-de-schaar.md").read_text(encoding="utf-8")
        assert text.startswith("# De heg en de schaar\n")
        assert "Dit jaar drie." in text
        assert f"Written: {tmp_path / 'de-heg-en-de-schaar.md'}" in notices(pilot.app)


async def choose(pilot: Pilot[None], part: int, form: int) -> str:
    """Choose the numbered part and form with keys; the file's name then."""
    await press(pilot, "E", "shift+tab", *["down"] * form, "space", "shift+tab")
    await press(pilot, *["down"] * part, "space")
    return pilot.app.screen.query_one("#export-path", Input).value


@pytest.mark.parametrize(
    ("part", "form", "name", "begins", "holds", "lacks"),
    [
        (3, 0, "de-heg-en-de-schaar-branch.md", "# De heg", "Dit jaar drie.", "Ineke"),
        (2, 1, "de-heg-en-de-schaar-thread.txt", "De heg", "Ineke", "Achter ons"),
        (1, 2, "de-heg-en-de-schaar-article.html", "<!DOCTYPE html>", "Achter ons", "Ineke"),
        (0, 3, "de-heg-en-de-schaar.json", "{", "Ineke", "<p>"),
    ],
)
async def test_any_part_is_exported_in_any_form(  # noqa: PLR0913, PLR0917 -- the cases
    services: Services,
    hedge: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: int,
    form: int,
    name: str,
    begins: str,
    holds: str,
    lacks: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, f"{hedge}#comment-2") as pilot:
        assert await choose(pilot, part, form) == name
        await press(pilot, "ctrl+s")
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(begins)
        assert holds in text
        assert lacks not in text
        if form == 3:
            assert len(json.loads(text)["comments"]) == 7


async def test_a_name_of_one_s_own_keeps_its_stem(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "E")
        pilot.app.screen.query_one("#export-path", Input).value = "notities/heg.md"
        await press(pilot, "shift+tab", "down", "down", "space")
        assert pilot.app.screen.query_one("#export-path", Input).value == "notities/heg.html"


async def test_a_file_is_replaced_only_after_a_yes(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "heg.md"
    path.write_text("van mij", encoding="utf-8")
    async with reading(services, hedge) as pilot:
        await export(pilot, path)
        assert "Replace the file?" in screen_text(pilot.app)
        await press(pilot, "n")
        assert path.read_text(encoding="utf-8") == "van mij"
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        assert dialog.query_one("#export-path", Input).value == str(path)
        await press(pilot, "enter", "y")
        assert path.read_text(encoding="utf-8").startswith("# De heg")
        assert pilot.app.screen is reader(pilot)


async def test_what_cannot_be_written_is_said_and_can_be_put_right(
    services: Services, hedge: Path, tmp_path: Path
) -> None:
    path = tmp_path / "weg" / "heg.md"
    async with reading(services, hedge) as pilot:
        await export(pilot, path)
        assert f"There is no folder {path.parent}; make it, or name another." in notices(pilot.app)
        assert isinstance(pilot.app.screen, ExportDialog)
        path.parent.mkdir()
        await press(pilot, "enter")
        assert path.is_file()


async def test_a_tilde_is_one_s_own_folder_and_a_folder_gets_a_file(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "blogs").mkdir()
    async with reading(services, hedge) as pilot:
        await export(pilot, "~/blogs/")
        assert (tmp_path / "blogs" / "de-heg-en-de-schaar.md").is_file()


async def test_escape_exports_nothing(
    services: Services, hedge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(services, hedge) as pilot:
        await press(pilot, "E", "escape")
        assert pilot.app.screen is reader(pilot)
    assert not (tmp_path / "de-heg-en-de-schaar.md").exists()
