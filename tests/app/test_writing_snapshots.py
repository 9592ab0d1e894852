"""Pictures of the composer: what is misspelt, and how a reply will look."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.app.pages import page
from tests.app.reading import make_services, press, saved, settle, write
from tests.app.test_writing import CHECKER, FORM
from tests.system.scripts import script
from tui.app.app import RejoinderApp
from tui.store.drafts import DraftStore
from tui.store.settings import WritingSettings

Look = Callable[..., None]

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SIZES = {50: (50, 24), 90: (90, 30), 140: (140, 40), 200: (200, 50)}
WIDTHS = pytest.mark.parametrize("width", SIZES)
TEXT = "**Mooi** stuk, al zijn de merls & mussen <3 anders.\n\nZie [hier](https://tuin.example)."


@pytest.fixture
def look(
    snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Look:
    """Compares the screen of somebody who answers Wil with its picture."""
    monkeypatch.setattr(TextArea, "cursor_blink", False)  # else pictures depend on the moment
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    html = page().replace("</body>", f"{FORM}</body>")
    (tmp_path / "heg.html").write_text(html, encoding="utf-8")
    script(tmp_path / "bin", "aspell", CHECKER)
    made = make_services(tmp_path / "kept")
    services = replace(
        made,
        drafts=DraftStore(tmp_path / "kept" / "drafts", lambda: NOON),
        environ={"PATH": str(tmp_path / "bin"), "LOG": str(tmp_path / "log")},
        preferences=replace(made.preferences, writing=WritingSettings()),
    )

    def compare(width: int, *keys: str) -> None:
        app = RejoinderApp(services, "heg.html#comment-6")

        async def before(pilot: Pilot[None]) -> None:
            await settle(pilot)
            await press(pilot, "r")
            await write(pilot, TEXT)
            await saved(pilot)
            await press(pilot, *keys)
            await settle(pilot)

        run_before: Callable[[Pilot[None]], Awaitable[None]] = before
        assert snap_compare(app, terminal_size=SIZES[width], run_before=run_before)

    return compare


@WIDTHS
def test_a_misspelt_word(look: Look, width: int) -> None:
    look(width, "ctrl+n")


@WIDTHS
def test_a_preview(look: Look, width: int) -> None:
    look(width, "f3")
