"""How long the program takes to start, beside the least that it could take.

    python -m tests.bench.start

A saved page of some 100 kB is opened in a terminal of its own, until the first frame with words of
it, beside an empty Textual app until its first frame. The same page is printed by `dump`, beside
an interpreter that only loads the parser of HTML. Each is a process of its own; the two sides of a
ratio take turns, and a figure is the median of the ratios.

The start is timed by the clock, since two processes share it: it wants two processors with nothing
else to do. The dump is timed by the processor, which other work hardly slows.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench import threadmaker
from tests.bench.figures import Figure, report

BYTES = 100_000
ROWS, COLUMNS = 40, 120
PATIENCE = 30.0
"""After so many seconds without a frame something is wrong."""

EMPTY_APP = "from textual.app import App; App().run()"
BARE_PARSER = "import selectolax.lexbor"
FRAME = re.compile(rb"\x1b\[(?:40;1|39;120)H")
"""The last row of an empty screen."""

PAGE = re.compile(rb"spade")
"""A word of the page that stands at its top."""


@dataclass(frozen=True)
class Took:
    """What a process took until it ended or drew: seconds of the clock, and of the processor."""

    clock: float
    processor: float


_CLOCK, _PROCESSOR = attrgetter("clock"), attrgetter("processor")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--check", action="store_true", help="fail where a figure is missed")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(threadmaker.html(BYTES), encoding="utf-8")
        missed = report(list(_figures(page, args.rounds)))
    return missed if args.check else 0


def _figures(page: Path, rounds: int) -> Sequence[Figure]:
    env = _environment(page.parent)
    python, program = [sys.executable, "-c"], [sys.executable, "-m", "tui"]
    empty, opened, bare, dumped = [], [], [], []
    for _ in range(rounds + 1):  # the first compiles what is not compiled yet, and does not count
        empty.append(_drawn([*python, EMPTY_APP], FRAME, env))
        opened.append(_drawn([*program, str(page)], PAGE, env))
        bare.append(_ended([*python, BARE_PARSER], env))
        dumped.append(_ended([*program, "dump", str(page)], env))
    figures = []
    for name, few, many, time_of, most in (
        ("start to first frame, beside an empty app", empty, opened, _CLOCK, 1.3),
        ("dump of a page, beside loading the parser", bare, dumped, _PROCESSOR, 3.5),
    ):
        floor, own = [time_of(took) for took in few[1:]], [time_of(took) for took in many[1:]]
        ratio = median(mine / least for mine, least in zip(own, floor, strict=True))
        print(f"{name}: {1000 * median(own):.0f} ms, {1000 * median(floor):.0f} ms")
        figures.append(Figure(name, ratio, most))
    print()
    return figures


def _environment(home: Path) -> dict[str, str]:
    """The environment of all processes: compiled modules are kept, in a place of their own."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return env | {
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "REJOINDER_HOME": str(home / "own"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def _ended(command: Sequence[str], env: dict[str, str]) -> Took:
    """What a process takes until it ends."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = Took(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return took


def _drawn(command: Sequence[str], frame: re.Pattern[bytes], env: dict[str, str]) -> Took:
    """What a process takes until its terminal gets a certain frame; it is stopped then."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = b""
    while frame.search(shown) is None:
        if not select.select([ours], [], [], PATIENCE)[0]:
            process.kill()
            raise TimeoutError(f"no frame came: {shown[-500:]!r}")
        shown += os.read(ours, 1 << 16)
    clock = time.perf_counter() - begun
    process.kill()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    os.close(ours)
    return Took(clock, usage.ru_utime + usage.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
