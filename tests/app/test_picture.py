from __future__ import annotations

import asyncio
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from textual.geometry import Size

from tests.app.pages import HEDGE_TEXT, Reply, page
from tests.app.reading import (
    article,
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
)
from tests.fetch.pictures import picture
from tests.fetch.servers import Answer, http_server
from tui.app.dialogs.picture import PictureDialog
from tui.app.layout.glyphs import ASCII
from tui.app.services import Services
from tui.app.widgets.picture_view import PictureView, speaks_graphics
from tui.model import Paragraph
from tui.store.settings import Settings
from tui.store.settings.values import ReadingSettings

Save = Callable[[str, str], Path]

PNG = {"Content-Type": "image/png"}
FIGURE = "<figure><img src='{src}' alt='Een kas'><figcaption>Achter het huis</figcaption></figure>"


@pytest.fixture
def beside(save: Save, tmp_path: Path) -> Path:
    """A saved page whose article has a picture in a file beside it."""
    (tmp_path / "kas.png").write_bytes(picture())
    return save("heg.html", page(text=FIGURE.format(src="kas.png") + HEDGE_TEXT))


def drawn(pilot_screen: PictureDialog) -> list[str]:
    view = pilot_screen.query_one(PictureView)
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_p_shows_the_picture_in_sight_with_its_words(
    services: Services, beside: Path
) -> None:
    async with reading(services, beside) as pilot:
        await press(pilot, "p")
        screen = pilot.app.screen
        assert isinstance(screen, PictureDialog)
        text = screen_text(pilot.app)
        for words in ("Een kas", "Achter het huis", "40 by 20 pixels"):
            assert words in text
        assert drawn(screen) == ["▀" * 40] * 10
        left, right = (
            next(iter(screen.query_one(PictureView).render_line(3).crop(x, x + 1))).style
            for x in (5, 35)
        )
        assert left is not None
        assert right is not None
        assert left.color is not None
        assert right.color is not None
        assert left.color.get_truecolor() == (255, 255, 255)
        assert right.color.get_truecolor() == (0, 0, 0)
        await press(pilot, "escape")
        assert article(pilot).has_focus


async def test_the_lead_image_stands_under_the_byline_and_is_fetched_by_the_key_alone(
    services: Services, save: Save
) -> None:
    with http_server({"/heg-in-mei.png": Answer(picture(), headers=PNG)}) as seen:
        lead = f'<meta property="og:image" content="{seen.base}/heg-in-mei.png"></head>'
        html = page().replace("</head>", lead)
        async with reading(services, save("heg.html", html)) as pilot:
            first = shown(article(pilot)).split("\n\n")[:3]
            assert ["lead picture" in part for part in first] == [False, False, True]
            (quoted,) = article(pilot).passage_in_sight()
            assert isinstance(quoted, Paragraph)
            assert seen.paths == []
            await press(pilot, "p")
            assert isinstance(pilot.app.screen, PictureDialog)
            assert seen.paths == ["/heg-in-mei.png"]


async def test_a_lead_image_that_the_article_shows_stands_there_alone(
    services: Services, save: Save
) -> None:
    lead = '<meta property="og:image" content="https://heg.example/a/heg-in-mei.png"></head>'
    figure = FIGURE.format(src="https://heg.example/b/heg-in-mei-300x200.png")
    html = page(text=figure + HEDGE_TEXT).replace("</head>", lead)
    async with reading(services, save("heg.html", html)) as pilot:
        text = shown(article(pilot))
        assert "lead picture" not in text
        assert text.count("Een kas") == 1


async def test_nothing_is_fetched_before_the_key_and_all_of_it_by_the_key(
    services: Services, save: Save
) -> None:
    with http_server({"/kas.png": Answer(picture(), headers=PNG)}) as seen:
        comments = [Reply("Wil", f"Kijk:</p><p><img src='{seen.base}/kas.png' alt='Een kas'>")]
        async with reading(services, save("heg.html", page(comments=comments))) as pilot:
            await press(pilot, "tab")
            assert seen.paths == []
            await press(pilot, "p")
            assert seen.paths == ["/kas.png"]
            assert isinstance(pilot.app.screen, PictureDialog)
            assert drawn(pilot.app.screen) == ["▀" * 40] * 10


async def test_what_cannot_be_shown_is_told_and_o_opens_it_in_the_browser(
    services: Services, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    with http_server({}) as seen:
        path = save("heg.html", page(text=FIGURE.format(src=f"{seen.base}/kas.png") + HEDGE_TEXT))
        async with reading(services, path) as pilot:
            opened: list[str | None] = []
            monkeypatch.setattr(reader(pilot).links, "open_in_browser", opened.append)
            await press(pilot, "p")
            assert "The server has no picture at" in screen_text(pilot.app)
            assert "o opens it in the browser" in screen_text(pilot.app)
            await press(pilot, "o")
            assert opened == [f"{seen.base}/kas.png"]


async def test_of_several_pictures_one_is_chosen(
    services: Services, save: Save, tmp_path: Path
) -> None:
    (tmp_path / "b.png").write_bytes(picture((8, 8)))
    text = "<p><img src=a.png alt=Schuur></p><p><img src=b.png alt=Sloot></p>" + HEDGE_TEXT
    async with reading(services, save("heg.html", page(text=text))) as pilot:
        await press(pilot, "p")
        assert "Which picture?" in screen_text(pilot.app)
        await press(pilot, "2")
        assert "8 by 8 pixels" in screen_text(pilot.app)


async def test_where_there_is_no_picture_that_is_said(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "p", "tab", "p")
        assert "part of the article in sight has no picture" in notices(pilot.app)
        assert "This comment has no picture" in notices(pilot.app)


async def test_a_picture_on_a_slow_server_can_be_left(
    services: Services, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("tui.fetch.pictures.fetch_picture", never)
    async with reading(services, beside) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert "Fetching kas.png" in screen_text(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert article(pilot).has_focus


async def test_signs_of_ascii_draw_the_picture_where_others_are_not_wished(
    services: Services, beside: Path
) -> None:
    wished = replace(services, preferences=Settings(reading=ReadingSettings(guides="ascii")))
    async with reading(wished, beside) as pilot:
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PictureDialog)
        assert drawn(pilot.app.screen) == ["@" * 20 + " " * 20] * 10


async def test_without_colours_signs_tell_the_brightness(tmp_path: Path, beside: Path) -> None:
    async with reading(make_services(tmp_path / "kept", NO_COLOR="1"), beside) as pilot:
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PictureDialog)
        assert drawn(pilot.app.screen) == ["█" * 20 + " " * 20] * 10
        await press(pilot, "escape")
        pilot.app.theme = "textual-light"
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PictureDialog)
        assert drawn(pilot.app.screen) == [" " * 20 + "█" * 20] * 10


@pytest.mark.parametrize("levels", ["", ASCII.levels])
@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (200, 100)])
@pytest.mark.parametrize("room", [Size(40, 12), Size(1, 1), Size(120, 50)])
def test_a_picture_keeps_its_shape_and_the_room(
    size: tuple[int, int], room: Size, levels: str
) -> None:
    view = PictureView(Image.new("RGB", size), levels)
    cells = view._cells(room)
    assert 1 <= cells.width <= room.width
    assert 1 <= cells.height <= room.height
    strips = list(view._draw(cells))
    assert [strip.cell_length for strip in strips] == [cells.width] * cells.height


@pytest.mark.parametrize(
    ("environ", "speaks"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-ghostty"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, False),  # noqa: S108 -- tmux's own name
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, False),
    ],
)
def test_pixels_are_for_terminals_that_are_known_to_draw_them(
    environ: dict[str, str], speaks: object
) -> None:
    assert speaks_graphics(environ) is speaks


_LOADS = """
from PIL import Image
from tui.app.widgets.picture_view import graphics_view
graphics_view(Image.new("RGB", (8, 8)))
print("loaded")
"""


def test_the_terminal_is_asked_nothing_when_the_way_to_draw_in_pixels_is_loaded() -> None:
    ours, theirs = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-c", _LOADS], stdin=theirs, stdout=theirs, check=True, timeout=60
        )
        written = os.read(ours, 10_000)
    finally:
        os.close(ours)
        os.close(theirs)
    assert written.split() == [b"loaded"]


async def test_a_terminal_that_draws_pictures_gets_one_and_is_told_to_forget_it(
    tmp_path: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = StringIO()
    monkeypatch.setattr(sys, "__stdout__", terminal)
    services = make_services(tmp_path / "kept", TERM="xterm-kitty")
    async with reading(services, beside) as pilot:
        await press(pilot, "p")
        assert "\U0010eeee" in screen_text(pilot.app)
        assert "a=p" in terminal.getvalue()
        assert "a=d" not in terminal.getvalue()
        await press(pilot, "escape")
        assert "a=d" in terminal.getvalue()
