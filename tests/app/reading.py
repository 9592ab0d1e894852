"""What tests of the screen share: a running program, its screen as text, waiting without sleep."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual._styles_cache import StylesCache
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from tests.app.idle import idle
from tui.app.app import RejoinderApp
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.composer import Composer
from tui.app.widgets.thread_pane import ThreadPane
from tui.store.drafts import DraftStore
from tui.store.library import Library
from tui.store.settings import Settings
from tui.store.settings.values import ReadingSettings, WritingSettings

WIDE = (140, 40)
_PATIENCE = 60.0
"""In seconds: what takes longer never comes, however busy the machine."""


def make_services(home: Path, **changes: str) -> Services:
    """Stores in a folder; `changes` is the environment.

    No comment is read by its being in sight for a while, as some would be on a slow machine, and
    no spelling is checked by what is installed there.
    """
    patient = Settings(
        reading=ReadingSettings(read_after=60.0), writing=WritingSettings(spelling="off")
    )
    drafts, library = DraftStore(home / "drafts"), Library(home / "library.db")
    return Services(drafts, library, changes, preferences=patient)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for is done and drawn: workers, and what they set off."""
    async with asyncio.timeout(_PATIENCE):
        await idle()
        while running := _awaited(pilot.app):
            await asyncio.sleep(0.005)
            await idle()
            for worker in running:
                if worker.state is WorkerState.ERROR and worker.error is not None:
                    raise worker.error


def _awaited(app: App[None]) -> list[Worker[object]]:
    """The workers that will be done without another key."""
    return [each for each in app.workers if not each.is_finished and not _asks(each)]


def _asks(worker: Worker[object]) -> bool:
    """Whether a worker waits for the answer to a dialog that it has opened."""
    step: object = None if worker._task is None else worker._task.get_coro()
    while step is not None and getattr(step, "__name__", "") != "push_screen_wait":
        step = getattr(step, "cr_await", None)
    return step is not None


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, and fail where it does not in time."""
    async with asyncio.timeout(_PATIENCE):
        while not holds():
            await asyncio.sleep(0.005)  # files and other threads give no event
            await idle()


@asynccontextmanager
async def reading(
    services: Services, source: str | Path | None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    """The program with a source open."""
    app = RejoinderApp(services, None if source is None else str(source))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot
    StylesCache.get_inner_outer.cache_clear()  # which keeps all that was ever drawn


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what each does."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text in one go; a line feed is the enter key."""
    driver = pilot.app._driver
    assert driver is not None
    for letter in text:
        key = "enter" if letter == "\n" else _character_to_key(letter)
        driver.send_message(events.Key(key, "\r" if letter == "\n" else letter))
    await settle(pilot)


async def saved(pilot: Pilot[None]) -> None:
    """Wait until a reply that is being written, if any, is on disk, and the screen says so.

    It is counted and checked then, and the tree shows it.
    """
    composers = [each for each in pilot.app.screen.query(Composer) if each.is_open]
    await until(
        lambda: not any(each.writing.unsaved or each._reading is not None for each in composers)
    )
    await settle(pilot)
    for desk in pilot.app.screen_stack:
        if isinstance(desk, ReaderScreen) and desk.drafts._showing is not None:
            desk.drafts._showing.stop()  # else it would be waited for
            desk.drafts.show_written()
    await settle(pilot)


def screen_text(app: App[None]) -> str:
    """The whole screen as a person sees it."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def dialog_text(app: App[None]) -> str:
    """What the dialog on top says, in one line."""
    parts = (line.split("│") for line in screen_text(app).splitlines())
    return " ".join(" ".join(part[1] for part in parts if len(part) == 3).split())


def shown(widget: Widget) -> str:
    """What a widget shows, row by row."""
    height = widget.size.height
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(height))


def reader(pilot: Pilot[None]) -> ReaderScreen:
    """The topmost reading screen, perhaps under a dialog."""
    readers = [screen for screen in pilot.app.screen_stack if isinstance(screen, ReaderScreen)]
    assert readers, screen_text(pilot.app)
    return readers[-1]


def thread(pilot: Pilot[None]) -> ThreadPane:
    """The comments that are shown."""
    return reader(pilot).thread


def article(pilot: Pilot[None]) -> ArticlePane:
    """The article that is shown."""
    return reader(pilot).article


def at(pilot: Pilot[None]) -> str | None:
    """The author of the comment that the cursor is on."""
    pane = thread(pilot)
    return None if pane.comment is None else pane.thread.comments[pane.comment].author


def notices(app: App[None]) -> str:
    """All that the program told in passing."""
    return "\n".join(notification.message for notification in app._notifications)
