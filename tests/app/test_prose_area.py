"""A text area that draws only the rows that look otherwise: what it leaves alone must be right."""

from __future__ import annotations

import asyncio

from hypothesis import given, strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from tests.chance import examples
from tui.app.widgets.prose_area import ProseArea

TEXT = "\n".join(["De heg aan de sloot moet weg, zei Kees.", "", "Dat\tvind ik niet. " * 8] * 6)
KEYS = ("a", "é", "space", "tab", "enter", "backspace", "delete", "left", "right", "up", "down",
        "home", "end", "shift+up", "shift+down", "shift+left", "ctrl+w", "ctrl+k", "ctrl+z",
        "ctrl+y", "pageup", "pagedown", "ctrl+a")  # fmt: skip


class Recorded(ProseArea):
    """Knows which rows went to the screen, and how."""

    def __init__(self, text: str) -> None:
        super().__init__(text, id="text", max_checkpoints=50)
        self.screened: dict[int, Strip] = {}
        self.fresh: set[int] = set()

    def render_line(self, y: int) -> Strip:
        """The row, which is noted."""
        self.screened[y] = strip = super().render_line(y)
        self.fresh.add(y)
        return strip

    def now(self) -> dict[int, Strip]:
        """The rows as they ought to be on the screen."""
        return {y: super(Recorded, self).render_line(y) for y in range(self.size.height)}


class Area(App[None]):
    """An app with nothing but the area."""

    CSS = "#text { border: none; padding: 0; overflow-y: scroll; scrollbar-gutter: stable; }"

    def __init__(self, text: str = TEXT) -> None:
        super().__init__()
        self.area = Recorded(text)

    def compose(self) -> ComposeResult:
        """The area."""
        yield self.area

    def on_mount(self) -> None:
        """Begin at the end, without a cursor that blinks."""
        self.area.cursor_blink = False
        self.area.move_cursor(self.area.document.end)
        self.area.focus()


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def check(keys: list[str], width: int) -> None:
    app = Area()
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        for key in keys:
            await press(pilot, key)
            assert app.area.screened == app.area.now()
        await pilot.resize_terminal(width + 9, 15)
        await press(pilot, "left")
        assert app.area.screened == app.area.now()
        app.theme = "textual-light"
        await pilot.pause()
        assert app.area.screened == app.area.now()


@examples(1 / 2)
@given(st.lists(st.sampled_from(KEYS), max_size=30), st.sampled_from((20, 41)))
def test_the_screen_shows_what_was_written(keys: list[str], width: int) -> None:
    asyncio.run(check(keys, width))


async def test_a_letter_draws_its_own_row_and_a_move_two() -> None:
    app = Area("Een zin.\n" * 9 + "De laatste zin.")
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        for key, rows in {"x": {9}, "left": {9}, "up": {8, 9}, "enter": {8, 9, 10}}.items():
            app.area.fresh = set()
            await press(pilot, key)
            assert app.area.fresh == rows, key
