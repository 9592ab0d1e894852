"""How fast the reader is on a thread of 10,000 comments, beside one of 100 and an empty app.

    python -m tests.bench.reader

The program runs without a terminal, and its frames are made up to the bytes that a terminal would
get. Times are those of the processor: the main thread's from a key to the last frame that the key
draws, and all threads' from a parsed page to its first frame. Other work on the machine slows the
clock, but these hardly. Each round opens a long thread, a short one and an empty app in turn.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.events import Key, Resize
from textual.geometry import Size
from textual.screen import Screen

from tests.app.reading import make_services
from tests.bench import threadmaker
from tests.bench.figures import Figure, percentile, report
from tui.app.app import RejoinderApp
from tui.app.reader.screen import ReaderScreen
from tui.cli.program import GARBAGE
from tui.fetch import Opened
from tui.model import Page

SHORT, LONG, HUGE = 100, 10_000, 100_000
SIZE, OTHER_SIZE = (140, 40), (120, 40)
QUIET = 0.06
"""Where no frame came for so many seconds, all that a key sets off is drawn."""

KEYS = {
    "next new": ["n"] * 20,
    "moving": [*"jjjjjjjjjjkkkkkkkkkkJJJJJKKKKKu^"],
    "paging": [*(["space"] * 12), *(["b"] * 10), "G", "g"],
    "folding": ["enter", "enter", "j", "enter", "h", "l", "j", "enter", "enter"] * 3,
    "folding all": ["H", "L", "less_than_sign", "greater_than_sign", "L"] * 4,
    "find next": ["n"] * 20,
}
"""What is typed for each figure."""


class Watch(App[None]):
    """An app that notes when its frames are ready."""

    frames = 0
    drawn_at = 0.0
    drawn_by_all = 0.0

    def _display(self, screen: Screen[object], renderable: object) -> None:
        super()._display(screen, renderable)  # type: ignore[arg-type]
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)  # what a driver would write
            self.frames += 1
            self.drawn_at = time.thread_time()
            self.drawn_by_all = time.process_time()

    async def quiet(self) -> None:
        """Wait until nothing is at work and no frame comes any more."""
        seen = -1
        while seen != self.frames or any(not worker.is_finished for worker in self.workers):
            seen = self.frames
            await asyncio.sleep(QUIET)


class Watched(Watch, RejoinderApp):
    """The program, watched."""


@asynccontextmanager
async def running(app: Watch) -> AsyncIterator[None]:
    """An app at work."""
    async with app.run_test(size=SIZE):
        await app.quiet()
        yield


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, looking often."""
    while not holds():  # noqa: ASYNC110 -- frames and other threads give no event
        await asyncio.sleep(0.001)


class Blocks:
    """The longest time for which the main thread let nothing else run."""

    longest = 0.0

    async def watch(self) -> None:
        """Look every few milliseconds."""
        last = time.thread_time()
        while True:
            await asyncio.sleep(0.002)
            now = time.thread_time()
            self.longest = max(self.longest, now - last)
            last = time.thread_time()


class Run:
    """What was measured, in seconds, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self._rounds: dict[str, list[float]] = defaultdict(list)

    def milliseconds(self, name: str, share: float = 0.5) -> float:
        """The median, or what so large a share of the times does not exceed."""
        times = self.seconds[name]
        return 1000 * (median(times) if share == 0.5 else percentile(times, share))

    def at_rest(self, name: str) -> float:
        """What nineteen of twenty keys do not exceed in the round that was disturbed least.

        Other work on the machine takes the caches of the processor, and so its time, by rounds.
        """
        return min(self._rounds[name])

    async def empty(self) -> None:
        """An empty app: the floor of the first frame."""
        app = Watch()
        async with running(app):
            frames, begun = app.frames, time.process_time()
            app.push_screen(Screen())
            await until(lambda: app.frames > frames)
            self.seconds["first frame"].append(app.drawn_by_all - begun)

    async def page(self, page: Page, *, keys: bool = True) -> None:
        """The reader with a page."""
        with TemporaryDirectory() as home:
            services = make_services(Path(home))
            app = Watched(services, None)
            async with running(app):
                gc.collect()
                blocks = Blocks()
                frames, begun = app.frames, time.process_time()
                watching = asyncio.create_task(blocks.watch())
                screen = ReaderScreen(services, Opened(page, "bench.html", None))
                app.push_screen(screen)
                await until(lambda: app.frames > frames and bool(screen.thread.stack.items))
                frames = app.frames
                await until(lambda: app.frames > frames)
                self.seconds["first frame"].append(app.drawn_by_all - begun)
                count = len(page.thread or ())
                await until(lambda: len(screen.thread.stack.items) >= count)
                self.seconds["all laid out"].append(time.process_time() - begun)
                await app.quiet()
                watching.cancel()
                # What was in sight for a moment is marked by a clock, which is no key's doing.
                screen.thread.read_after = 3_600
                self.seconds["longest block"].append(blocks.longest)
                if keys:
                    await self._type(app, screen)
                    await self._resize(app)

    async def _type(self, app: Watch, screen: ReaderScreen) -> None:
        await self._press(app, ["tab"])
        for name, keys in KEYS.items():
            if name == "find next":
                await self._press(app, ["slash", *threadmaker.SOUGHT, "enter"])
                assert screen.search.found is not None
                assert screen.search.found.places
            times = await self._press(app, keys)
            self.seconds[name] += times
            self._rounds[name].append(percentile(times, 0.95))

    async def _press(self, app: Watch, keys: Iterable[str]) -> list[float]:
        """The seconds from each key to the last frame that it draws."""
        times = []
        for key in keys:
            begun = app.drawn_at = time.thread_time()
            app.post_message(Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
            await app.quiet()
            times.append(app.drawn_at - begun)
        return times

    async def _resize(self, app: Watch) -> None:
        for size in (OTHER_SIZE, SIZE):
            frames, begun = app.frames, time.process_time()
            app.post_message(Resize(Size(*size), Size(*size)))
            await until(lambda: app.frames > frames)  # noqa: B023 -- waited for at once
            self.seconds["resizing"].append(app.drawn_by_all - begun)
            await app.quiet()


_CHARACTERS = {"space": " ", "slash": "/", "less_than_sign": "<", "greater_than_sign": ">"}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--check", action="store_true", help="fail where a figure is missed")
    parser.add_argument("--memory", type=int, metavar="COMMENTS", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.memory is not None:
        print(asyncio.run(_memory(args.memory)))
        return 0
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])  # as the program does
    missed = report(asyncio.run(_figures(args.rounds)))
    return missed if args.check else 0


async def _figures(rounds: int) -> list[Figure]:
    floor, few, many, huge = Run(), Run(), Run(), Run()
    short, long = threadmaker.page(SHORT), threadmaker.page(LONG)
    for _ in range(rounds):
        await floor.empty()
        await few.page(short)
        await many.page(long)
    await huge.page(threadmaker.page(HUGE), keys=False)
    bare = floor.milliseconds("first frame")
    figures = [
        Figure(
            "first frame, over an empty app", many.milliseconds("first frame") - bare, 150, "ms"
        ),
        Figure("all laid out", many.milliseconds("all laid out"), 1000, "ms"),
        Figure("longest block until then", many.milliseconds("longest block"), 150, "ms"),
        Figure("resizing to first frame", many.milliseconds("resizing"), 150, "ms"),
        Figure("memory over an empty app", _megabytes(LONG) - _megabytes(0), 60, "MB"),
        Figure("first frame of 100,000", huge.milliseconds("first frame") - bare, 1500, "ms"),
        Figure("all of 100,000 laid out", huge.milliseconds("all laid out"), 10_000, "ms"),
    ]
    for name in KEYS:
        ratio = many.at_rest(name) / few.at_rest(name)
        figures += [
            Figure(f"{name}, key to frame, p95", many.milliseconds(name, 0.95), 16, "ms"),
            Figure(f"{name}, beside 100 comments", ratio, 1.3),
        ]
    return figures


def _megabytes(comments: int) -> float:
    """What a process holds that shows a thread; without comments, what an empty app does."""
    code = ["-m", "tests.bench.reader", "--memory", str(comments)] if comments else ["-c", _EMPTY]
    done = subprocess.run([sys.executable, *code], capture_output=True, text=True, check=True)
    return int(done.stdout) * resource.getpagesize() / 2**20


_EMPTY = """
import asyncio, gc
from pathlib import Path
from textual.app import App

async def show():
    async with App().run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        gc.collect()
        print(Path("/proc/self/statm").read_text().split()[1])

asyncio.run(show())
"""


async def _memory(comments: int) -> int:
    """The pages of memory of this process with a thread open, all of it laid out."""
    page = threadmaker.page(comments)
    with TemporaryDirectory() as home:
        services = make_services(Path(home))
        app = Watched(services, None)
        async with running(app):
            app.push_screen(ReaderScreen(services, Opened(page, "bench.html", None)))
            await app.quiet()
            gc.unfreeze()
            gc.collect()
            return _held()


def _held() -> int:
    """The pages of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1])


if __name__ == "__main__":
    sys.exit(main())
