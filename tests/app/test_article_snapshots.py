"""Articles as pictures: every kind of block at every width, and scripts of wide characters.

`pytest tests/app/test_article_snapshots.py -n 0 --snapshot-update` takes new ones.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.app.reading import article, make_services, press, reading, settle, shown
from tui.app.app import RejoinderApp

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
HEIGHTS = {50: 110, 90: 84, 140: 84, 200: 76}
"""So high that the whole article is in sight."""

SCRIPTS = ("ar-souq", "ja-niwa", "en-emoji")
_NOT_FIRST, _NOT_LAST = "、。」』）", "「『（"


async def alone(pilot: Pilot[None]) -> None:
    """Have the article over the whole width."""
    await settle(pilot)
    if pilot.app.size.width >= 100:
        await press(pilot, "z")


@pytest.mark.parametrize("width", HEIGHTS)
def test_every_kind_of_block(snap_compare: Callable[..., bool], tmp_path: Path, width: int) -> None:
    app = RejoinderApp(make_services(tmp_path), str(PAGES / "en-every-block.html"))
    assert snap_compare(app, terminal_size=(width, HEIGHTS[width]), run_before=alone)


@pytest.mark.parametrize("width", [50, 90])
@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts(
    snap_compare: Callable[..., bool], tmp_path: Path, script: str, width: int
) -> None:
    app = RejoinderApp(make_services(tmp_path), str(PAGES / f"{script}.html"))
    assert snap_compare(app, terminal_size=(width, 40), run_before=alone)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("width", [24, 33, 50, 71, 90])
async def test_every_script_wraps_to_the_cell(tmp_path: Path, script: str, width: int) -> None:
    async with reading(make_services(tmp_path), PAGES / f"{script}.html", (width, 120)) as pilot:
        pane = article(pilot)
        lines = [line.rstrip() for line in shown(pane).splitlines()]
        assert max(map(cell_len, lines)) <= pane.scrollable_content_region.width
        words = [line.strip().removeprefix("▌").strip() for line in lines if line.strip()]
        assert not any(line.startswith(tuple(_NOT_FIRST)) for line in words)
        assert not any(line.endswith(tuple(_NOT_LAST)) for line in words)
        full = [line for line in words if cell_len(line) >= pane.text_width - 16]
        assert len(full) >= 3, "lines are filled"
