"""Opening pages: files, pipes, addresses, what goes wrong, and back."""

from __future__ import annotations

import asyncio
import gc
import heapq
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import RenderableType
from textual.screen import Screen
from textual.strip import Strip

from tests.app.pages import URL, Reply, page
from tests.app.reading import (
    article,
    at,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
    thread,
    until,
    write,
)
from tests.fetch.servers import Answer, http_server
from tui.app.app import RejoinderApp
from tui.app.screens.opening import OpeningScreen
from tui.app.services import Services
from tui.errors import SourceError

Save = Callable[[str, str], Path]

GERMAN_SAVE = """Warum der Deich Schafe braucht

Auf dem Deich stehen Schafe, und das ist kein Zufall. Ihre Hufe treten den Boden fest, und
ihr Hunger hält das Gras kurz.

Was sie kosten
Fast nichts. Ein Schäfer, ein Hund und zweimal im Jahr ein Tierarzt genügen für eine Herde.

2 Kommentare

Heike Petersen sagt:
3. März 2026 um 10:15

Und im Winter? Da stehen bei uns keine.

Jens sagt:
4. März 2026 um 08:02

Im Winter kommen sie in den Stall, Heike.

Schreibe einen Kommentar

Deine E-Mail-Adresse wird nicht veröffentlicht.
"""


async def test_a_file_shows_its_article_beside_its_comments(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        text = screen_text(pilot.app)
        assert "De heg en de schaar" in text
        assert "Achter ons huis staat een heg van meidoorn" in text
        assert "Bij ons zitten er elk jaar merels in." in text
        assert "7 comments" in text


@pytest.mark.usefixtures("each_frame")
async def test_a_page_that_is_there_at_once_is_the_first_thing_drawn(
    services: Services, hedge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.opening._SOON", 60.0)  # however slow the machine
    frames: list[str] = []
    display = RejoinderApp._display

    def drawn(app: RejoinderApp, screen: Screen[object], frame: RenderableType | None) -> None:
        display(app, screen, frame)
        if screen.is_current and frame is not None and screen.size:
            frames.append(screen_text(app))

    monkeypatch.setattr(RejoinderApp, "_display", drawn)
    async with reading(services, hedge):
        assert "De heg en de schaar" in frames[0]


async def test_an_empty_screen_is_drawn_in_the_colours_of_the_theme_while_a_page_is_late(
    services: Services, hedge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.opening._PATIENCE", 60.0)
    comes = asyncio.Event()

    async def late(*_: object) -> None:
        await comes.wait()
        raise SourceError("It never came.")

    monkeypatch.setattr(Services, "open", late)
    app = RejoinderApp(services, str(hedge))
    async with app.run_test() as pilot:
        await until(lambda: bool(app.screen._compositor.render_strips(app.size)))
        strip = app.screen._compositor.render_strips(app.size)[0]
        assert {segment.style.bgcolor for segment in strip if segment.style} != {None}
        assert not screen_text(app).strip()
        comes.set()
        await settle(pilot)
        rows = screen_text(app).splitlines()
        assert "It never came." in "".join(rows[5:-5]), "in the middle, as its styles say"


async def test_a_plain_text_save_shows_its_comments(services: Services, save: Save) -> None:
    async with reading(services, save("deich.txt", GERMAN_SAVE)) as pilot:
        assert "Ihre Hufe treten den Boden fest" in " ".join(shown(article(pilot)).split())
        comments = shown(thread(pilot))
        assert comments.index("Heike Petersen") < comments.index("Jens")
        assert "Im Winter kommen sie in den Stall, Heike." in comments


async def test_a_pipe_is_read_once_and_shown(services: Services) -> None:
    piped = replace(services, stdin=page().encode())
    async with reading(piped, "-") as pilot:
        assert "Bij ons zitten er elk jaar merels in." in shown(thread(pilot))


async def test_a_pipe_is_not_read_again_nor_for_another_page(services: Services) -> None:
    async with reading(replace(services, stdin=page().encode()), "-"):
        pass
    other = page("Een ander verhaal", comments=[Reply("Truus", "Een andere.")])
    async with reading(replace(services, stdin=other.encode()), "-") as pilot:
        await press(pilot, "ctrl+r")
        told = "This page came through a pipe, which cannot be read again."
        assert notices(pilot.app).endswith(told)
        await press(pilot, "B")
        assert "from a pipe" in screen_text(pilot.app)
        await press(pilot, "j", "enter")
        assert reader(pilot).page.article.title == "De heg en de schaar"
        assert "kept copy" in screen_text(pilot.app)


@pytest.mark.parametrize("fragment", ["comment-6", "6"])
async def test_an_address_of_a_comment_begins_there(
    services: Services, hedge: Path, fragment: str
) -> None:
    async with reading(services, f"{hedge}#{fragment}") as pilot:
        assert at(pilot) == "Wil"
        assert thread(pilot).has_focus


async def test_an_address_of_no_comment_begins_in_the_article(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-99") as pilot:
        assert article(pilot).has_focus
        assert "The page has nothing of that name." in notices(pilot.app)


async def test_a_missing_file_stays_a_sentence_until_it_is_there(
    services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "straks.html"
    async with reading(services, path) as pilot:
        assert isinstance(pilot.app.screen, OpeningScreen)
        words = "".join(screen_text(pilot.app).split())
        assert f"Thereisnofile{path}" in words
        assert "rtriesagain" in words
        path.write_text(page())
        await press(pilot, "r")
        assert "Bij ons zitten er elk jaar merels in." in shown(thread(pilot))


async def test_a_refused_connection_is_said_and_escape_leaves(services: Services) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    async with reading(services, f"http://127.0.0.1:{port}/") as pilot:
        assert "127.0.0.1" in screen_text(pilot.app)
        assert "r tries again" in screen_text(pilot.app)
        assert pilot.app.is_running
        await pilot.press("escape")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_what_cannot_be_opened_from_a_page_goes_back_to_it(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-5") as pilot:
        before = reader(pilot)
        await press(pilot, "ctrl+o")
        await write(pilot, "weg.html")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OpeningScreen)
        await press(pilot, "escape")
        assert reader(pilot) is before
        assert at(pilot) == "Kees"


async def test_what_is_asked_for_opens_on_top(
    services: Services, hedge: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = save("b.html", page("De sloot", "<p>Een sloot houdt de wei droog.</p>", ()))
    monkeypatch.chdir(other.parent)
    async with reading(services, hedge) as pilot:
        await press(pilot, "ctrl+o")
        await write(pilot, other.name)
        await press(pilot, "enter")
        assert "Een sloot houdt de wei droog." in shown(article(pilot))
        await press(pilot, "q")
        assert "Achter ons huis" in shown(article(pilot))


async def test_what_is_opened_is_in_the_library(services: Services, hedge: Path) -> None:
    async with reading(services, hedge):
        pass
    (entry,) = services.library.recent()
    assert (entry.title, entry.source) == ("De heg en de schaar", str(hedge))


async def test_reading_again_keeps_cursor_and_folds_and_counts_what_is_new(
    services: Services, save: Save
) -> None:
    before = (
        Reply("Anna", "Wo steht die Hecke?", (Reply("Bert", "Am Bach."),)),
        Reply("Carla", "Die Schere war stumpf."),
    )
    after = (*before, Reply("Dora", "Heute geschnitten!"), Reply("Emil", "Gut gemacht."))
    path = save("hecke.html", page(comments=before, language="de", url=URL))
    async with reading(services, path) as pilot:
        await press(pilot, "tab", "enter", "j")
        assert at(pilot) == "Carla"
        path.write_text(page(comments=after, language="de", url=URL))
        await press(pilot, "ctrl+r")
        assert at(pilot) == "Carla"
        assert "Am Bach." not in shown(thread(pilot))
        assert "1 reply hidden" in shown(thread(pilot))
        assert "Heute geschnitten!" in shown(thread(pilot))
        assert "2 new comments" in notices(pilot.app)


async def test_reading_again_what_is_gone_says_so_and_keeps_the_page(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        hedge.rename(hedge.with_name("verhuisd.html"))  # noqa: ASYNC240 -- a small local file
        await press(pilot, "ctrl+r")
        assert "heg.html" in notices(pilot.app)
        assert "Achter ons huis" in shown(article(pilot))


async def test_a_link_to_another_page_opens_on_top_and_q_comes_back_to_the_place(
    services: Services,
) -> None:
    inner = page("De sloot", "<p>Een sloot houdt de wei droog.</p>", ())
    answers = {"/sloot": Answer(inner.encode())}
    with http_server(answers) as server:
        link = f'<a href="{server.base}/sloot">de sloot</a>'
        outer = page(
            comments=(
                Reply("Anna", "Eerst.", (Reply("Bert", "Dan."),)),
                Reply("Kees", f"Zie {link}."),
            )
        )
        async with reading(replace(services, stdin=outer.encode()), "-") as pilot:
            await press(pilot, "tab", "enter", "j")
            pane = thread(pilot)
            place = pane.scroll_offset.y
            await press(pilot, "f")
            (hint,) = [each for each in pane.hints if each.href.endswith("/sloot")]
            assert hint.label in shown(pane).splitlines()[hint.y - pane.scroll_offset.y]
            await press(pilot, *hint.label)
            assert "Een sloot houdt de wei droog." in shown(article(pilot))
            await press(pilot, "q")
            assert thread(pilot) is pane
            assert at(pilot) == "Kees"
            assert pane.scroll_offset.y == place
            assert "1 reply hidden" in shown(pane)
        assert server.paths == ["/sloot"]


async def test_opening_can_be_given_up(services: Services, hedge: Path) -> None:
    """A late answer does not come up over what is shown by then."""
    async with reading(services, hedge) as pilot:
        first = reader(pilot)
        pilot.app.open_source(str(hedge))  # type: ignore[attr-defined]  # it is ours
        await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is first


async def test_pages_that_were_left_take_no_memory_any_more(
    services: Services, hedge: Path, save: Save
) -> None:
    other = str(save("andere.html", page()))

    def strips() -> int:
        # What the test no longer waits for is kept with its context until its time has come.
        loop: Any = asyncio.get_running_loop()
        loop._scheduled[:] = [handle for handle in loop._scheduled if not handle.cancelled()]
        heapq.heapify(loop._scheduled)
        gc.unfreeze()  # the page in sight is kept out of the collector's rounds
        gc.collect()
        return sum(isinstance(each, Strip) for each in gc.get_objects())

    async with reading(services, hedge) as pilot:
        first = 0
        for _ in range(5):
            pilot.app.open_source(other)  # type: ignore[attr-defined]  # it is ours
            await settle(pilot)
            await press(pilot, "q")
            first = first or strips()
        await until(lambda: strips() < 2 * first)  # each page that stays adds half as many
