"""What reading a page costs in time and memory, beside the best known extractors.

    uv run --group bench python -m tests.bench.cost --corpus ../shared/corpus

Every extractor reads each labelled page in turn, in one run, with Lexbor's bare parse as the floor;
times are those of the processor. Ours finds comments, form and blocks in the same time. Then a page
of 20 MB is read beside one of 200 kB, each in a process of its own, for the time and the memory
that a byte takes.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from tests.bench import threadmaker
from tests.bench.extractors import installed, labelled, lexbor, rejoinder
from tests.bench.figures import Figure, report

SMALL, LARGE = 200_000, 20_000_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--every", type=int, default=4, metavar="N", help="read each Nth page")
    parser.add_argument("--weigh", type=Path, metavar="PAGE", help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="fail where a figure is missed")
    args = parser.parse_args()
    if args.weigh:
        _weigh(args.weigh)
        return 0
    figures = [*_times(args.corpus, args.every)] if args.corpus else []
    missed = report([*figures, *_scale()])
    return missed if args.check else 0


def _times(corpus: Path, every: int) -> list[Figure]:
    """Print a line an extractor; returns the ratios that are asked for."""
    extractors = {"lexbor, bare": lexbor, **installed()}
    times: dict[str, list[float]] = defaultdict(list)
    for number, (_, data, url) in enumerate(labelled(corpus)):
        if number % every:
            continue
        for name, extract in extractors.items():
            begun = time.process_time()
            with suppress(Exception):
                extract(data, url)
            times[name].append(1000 * (time.process_time() - begun))
    print(f"{'':16}{'median ms':>12}{'mean ms':>12}")
    for name, taken in times.items():
        print(f"{name:16}{median(taken):12.2f}{mean(taken):12.2f}")
    print()
    return [
        Figure(f"{told} beside {name}", of(times["rejoinder"]) / of(times[name]), most)
        for name, most in (("trafilatura", 1 / 8), ("resiliparse", 2.0))
        if name in times
        for told, of in (("median", median), ("mean", mean))
    ]


def _scale() -> list[Figure]:
    """Time and memory a byte of a large page."""
    with TemporaryDirectory() as folder:
        seconds, memory = zip(
            *(_process(Path(folder), size) for size in (SMALL, LARGE)), strict=True
        )
    per_byte = (seconds[1] / LARGE) / (seconds[0] / SMALL)
    return [
        Figure("time a byte of 20 MB, beside 200 kB", per_byte, 2.0),
        Figure("peak memory of a 20 MB page, in pages", (memory[1] - memory[0]) / LARGE, 12.0),
    ]


def _process(folder: Path, size: int) -> tuple[float, int]:
    """The seconds and the peak memory in bytes of a process that reads one page."""
    page = folder / f"{size}.html"
    page.write_text(threadmaker.html(size), encoding="utf-8")
    command = [sys.executable, "-m", "tests.bench.cost", "--weigh", str(page)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, memory = printed.split()
    return float(seconds), int(memory)


def _weigh(page: Path) -> None:
    """Read a page some times, a large one once, and print the least seconds and the peak."""
    data = page.read_bytes()
    taken = []
    for _ in range(5 if len(data) <= 2 * SMALL else 1):
        begun = time.process_time()
        rejoinder(data, None)
        taken.append(time.process_time() - begun)
    print(min(taken), _peak())


def _peak() -> int:
    """The peak memory of this process in bytes.

    Linux hands the peak of `getrusage` on from the process that started this one, even when that
    is a larger program (getrusage(2)); what it says of the memory itself begins anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return 1024 * int(fields["VmHWM"].split()[0])
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main())
