"""How fast the composer is with a thread of 50,000 words behind it, beside a bare text area.

    python -m tests.bench.composing

As `tests.bench.reader` does, the program runs without a terminal and times are those of the main
thread's processor time, from a key to the last frame that the key draws. What typing sets off later
counts as well: putting the draft on disk, counting it, and showing it in the tree. Each round has
the program and an app with nothing but Textual's own text area in turn, with the same text in it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import TextArea

from tests.app.reading import make_services
from tests.bench import threadmaker
from tests.bench.figures import Figure, percentile, report
from tests.bench.reader import Watch, Watched, running, until
from tui.app.reader.screen import ReaderScreen
from tui.app.widgets.composer import Composer
from tui.cli.program import GARBAGE
from tui.fetch import Opened
from tui.model import Page, blocks_text

COMMENTS = 1_100
WORDS = 50_000
OPENINGS = 20
SHOWN_AFTER = 1.5
"""By so many seconds after a key, all that it sets off later is drawn."""

PROSE = "the dike held all winter and nobody knew why. "
TEXT = "> " + PROSE * 4 + "\n\n" + "\n\n".join([PROSE * 12] * 6)
LONG_LINE = PROSE * 110
"""A paragraph of 5,000 characters."""

LETTERS = [*"the dike held", "space", *"and nobody", "space", *"knew why"]
KEYS = {
    "letters": LETTERS * 2,
    "line ends": ["enter", "a"] * 8,
    "deleting": ["backspace"] * 24,
    "moving": [*["up"] * 8, *["left"] * 8, *["down"] * 8, "home", "end"],
    "undo and redo": ["ctrl+z", "ctrl+y"] * 8,
}
_CHARACTERS = {"space": " ", "enter": "\r"}


class Bare(Watch):
    """An app with nothing but a text area."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.area = TextArea(text, soft_wrap=True)

    def compose(self) -> ComposeResult:
        """The text area."""
        yield self.area

    def on_mount(self) -> None:
        """Begin at the end."""
        self.area.move_cursor(self.area.document.end)
        self.area.focus()


class Run:
    """What was measured, in milliseconds, by name."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)

    def p95(self, name: str) -> float:
        """What 95 of 100 times do not exceed."""
        return percentile(self.times[name], 0.95)

    async def type(self, app: Watch, area: TextArea) -> None:
        """Type all keys, and letters in a long paragraph."""
        for name, keys in KEYS.items():
            self.times[name] += await press(app, keys)
        area.insert(f"\n\n{LONG_LINE}", area.document.end)
        area.move_cursor(area.document.end)
        await app.quiet()
        self.times["letters in 5,000"] += await press(app, LETTERS)

    async def bare(self) -> None:
        """The app with nothing but a text area, which comes into sight again and again."""
        app = Bare(TEXT)
        async with running(app):
            for _ in range(OPENINGS):
                app.area.display = False
                await app.quiet()
                frames, begun = app.frames, time.thread_time()
                app.area.display = True
                app.area.text = TEXT
                app.area.focus()
                await until(lambda: app.frames > frames)  # noqa: B023 -- waited for at once
                self.times["opening"].append(1000 * (app.drawn_at - begun))
                await app.quiet()
                self.times["opened"].append(1000 * (app.drawn_at - begun))
            app.area.move_cursor(app.area.document.end)
            await app.quiet()
            await self.type(app, app.area)

    async def composer(self, page: Page) -> None:
        """The program: draft a reply, open it again and again, and write on."""
        with TemporaryDirectory() as home:
            services = make_services(Path(home))
            app = Watched(services, None)
            async with running(app):
                screen = ReaderScreen(services, Opened(page, "bench.html", None))
                app.push_screen(screen)
                await until(lambda: len(screen.thread.stack.items) >= COMMENTS)
                await app.quiet()
                screen.thread.read_after = 3_600
                await press(app, ["tab", *"jjjjjjjj", "R"])
                composer = await self._opened(app, screen)
                composer.text.insert(TEXT)
                await self._settled(app, composer)
                gc.collect()
                await self._open(app, screen)
                composer = await self._opened(app, screen)
                await self.type(app, composer.text)
                await self._later(app, composer)

    async def _opened(self, app: Watch, screen: ReaderScreen) -> Composer:
        await until(lambda: screen.composer is not None and screen.desk.is_writing)
        await app.quiet()
        composer = screen.composer
        assert composer is not None
        return composer

    @staticmethod
    async def _settled(app: Watch, composer: Composer) -> None:
        """Wait until all that typing sets off is done and drawn."""
        await asyncio.sleep(SHOWN_AFTER)
        await until(lambda: not composer.writing.unsaved)
        await app.quiet()

    async def _open(self, app: Watch, screen: ReaderScreen) -> None:
        """Open the draft from the tree, close it, and so on; it stays open in the end."""
        await press(app, ["escape", "j"])
        for _ in range(OPENINGS):
            frames, begun = app.frames, time.thread_time()
            app.post_message(Key("e", "e"))
            await until(lambda: app.frames > frames)  # noqa: B023 -- waited for at once
            self.times["opening"].append(1000 * (app.drawn_at - begun))
            await self._opened(app, screen)
            self.times["opened"].append(1000 * (app.drawn_at - begun))
            self.times["closing"] += await press(app, ["escape"])
            await press(app, ["j", "k"])
            screen.thread.go_to_draft(next(iter(screen.drafts.known)))
            await app.quiet()
        app.post_message(Key("e", "e"))

    async def _later(self, app: Watch, composer: Composer) -> None:
        """What a key sets off after its own frame, in the main thread."""
        for _ in range(8):
            await press(app, ["x"])
            begun, drawn = time.thread_time(), app.frames
            await self._settled(app, composer)
            assert app.frames > drawn
            self.times["what typing sets off"].append(1000 * (time.thread_time() - begun))


async def press(app: Watch, keys: Iterable[str]) -> list[float]:
    """The milliseconds from each key to the last frame that it draws."""
    times = []
    for key in keys:
        begun = app.drawn_at = time.thread_time()
        app.post_message(Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
        await app.quiet()
        times.append(1000 * (app.drawn_at - begun))
    return times


async def _figures(rounds: int) -> list[Figure]:
    page = threadmaker.page(COMMENTS)
    assert page.thread is not None
    words = sum(len(blocks_text(comment.blocks).split()) for comment in page.thread.comments)
    assert words >= WORDS, words
    bare, ours = Run(), Run()
    for _ in range(rounds):
        await bare.bare()
        await ours.composer(page)
    figures = [
        Figure("opening a draft, to its frame, p95", ours.p95("opening"), 16, "ms"),
        Figure("the same, beside a bare text area", _beside("opening", ours, bare), 1.3),
        Figure("opening a draft, all told, p95", ours.p95("opened"), 50, "ms"),
        Figure("the same, beside a bare text area", _beside("opened", ours, bare), 1.5),
    ]
    for name in (*KEYS, "letters in 5,000"):
        figures += [
            Figure(f"{name}, key to frame, p95", ours.p95(name), 16, "ms"),
            Figure(f"{name}, beside a bare text area", _beside(name, ours, bare), 2.0),
        ]
    figures += [
        Figure("closing a draft, p95", ours.p95("closing"), 50, "ms"),
        Figure("the same, beside opening a bare text area", _closing(ours, bare), 1.3),
        Figure("what typing sets off later, p95", ours.p95("what typing sets off"), 50, "ms"),
        Figure("the same, beside letters in a bare text area", _later(ours, bare), 3.0),
    ]
    return figures


def _beside(name: str, ours: Run, bare: Run) -> float:
    return ours.p95(name) / bare.p95(name)


def _closing(ours: Run, bare: Run) -> float:
    return ours.p95("closing") / bare.p95("opened")


def _later(ours: Run, bare: Run) -> float:
    return ours.p95("what typing sets off") / bare.p95("letters")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--check", action="store_true", help="fail where a figure is missed")
    args = parser.parse_args()
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])  # as the program does
    missed = report(asyncio.run(_figures(args.rounds)))
    return missed if args.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
