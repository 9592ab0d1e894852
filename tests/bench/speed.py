"""How long finding a page's thread takes, beside Lexbor's bare parse of the same page.

    python -m tests.bench.speed --corpus ../shared/corpus

Both are timed one after the other on each page, some rounds over all pages; the figure of a page
is the median of its rounds' ratios, so that the noise of a machine meets both sides alike.
`--scale` times threads of 200 and of 20,000 comments instead.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from tests.bench.corpus import pages_of
from tests.parse.threads.markup import wordpress
from tests.parse.threads.markup.writing import Sample
from tui.parse import parse_page
from tui.parse.decode import decode
from tui.parse.document import Document, read_document, within_limits
from tui.parse.threads import find_thread

_T = TypeVar("_T")

FEW, MANY = 200, 20_000
FIRST = datetime(2021, 3, 14, tzinfo=UTC)


@dataclass
class Timed:
    """A page and what it took, in seconds a round.

    Attributes:
        page: Its id in the corpus.
        text: Its HTML.
        document: It, parsed.
        system: The comment system found on it, or "none".
        found: Finding its thread.
        bare: Parsing its HTML.
    """

    page: str
    text: str
    document: Document
    system: str = "none"
    found: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """How many bare parses finding the thread takes."""
        return median(one / other for one, other in zip(self.found, self.bare, strict=True))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--scale", action="store_true", help="time threads of two sizes instead")
    args = parser.parse_args()
    if args.scale:
        _scale(args.rounds)
    elif args.corpus is None:
        parser.error("--corpus or --scale is needed")
    else:
        _corpus(_pages(args.corpus), args.rounds, args.worst)
    return 0


def _pages(corpus: Path) -> list[Timed]:
    timed = []
    for page, data, url in pages_of(corpus):
        text = within_limits(decode(data, None))
        timed.append(Timed(page, text, read_document(text, url)))
    return timed


def _corpus(pages: Sequence[Timed], rounds: int, worst: int) -> None:
    gc.disable()
    for _ in range(rounds):
        for page in pages:
            begun = time.perf_counter()
            tree = LexborHTMLParser(page.text)
            parsed = time.perf_counter()
            document = replace(page.document, tree=tree)
            ready = time.perf_counter()
            find_thread(document)
            page.found.append(time.perf_counter() - ready)
            page.bare.append(parsed - begun)
        gc.collect()
    for page in pages:
        thread = find_thread(page.document).thread
        if thread is not None and thread.comments:
            page.system = thread.system
    systems: dict[str, list[Timed]] = defaultdict(list)
    for page in pages:
        systems[page.system].append(page)
    print(f"finding threads / bare parse, median of pages, {rounds} rounds\n")
    print(f"{'':24}{'pages':>6}{'ratio':>8}{'ms':>8}{'bare ms':>9}")
    _line("all", pages)
    _line("with comments", [page for page in pages if page.system != "none"])
    for system in sorted(systems):
        _line(f"  {system}", systems[system])
    for page in sorted(pages, key=lambda page: -page.ratio)[:worst]:
        _line(f"  {page.page}", [page])


def _line(name: str, pages: Sequence[Timed]) -> None:
    ratio = median(page.ratio for page in pages)
    found = 1000 * median(median(page.found) for page in pages)
    bare = 1000 * median(median(page.bare) for page in pages)
    print(f"{name:<24}{len(pages):>6}{ratio:>8.2f}{found:>8.2f}{bare:>9.2f}")


def _scale(rounds: int) -> None:
    """The time per comment of one long page beside that of as many comments in short pages."""
    short = [_thread(start, FEW) for start in range(0, MANY, FEW)]
    long = [_thread(0, MANY)]
    _per_comment("whole pages", parse_page, short, long, rounds)
    few, many = ([read_document(text, None) for text in texts] for texts in (short, long))
    _per_comment("threads alone", lambda page: find_thread(replace(page)), few, many, rounds)


def _per_comment(
    name: str, work: Callable[[_T], object], few: Sequence[_T], many: Sequence[_T], rounds: int
) -> None:
    """Print the time per comment of many short things and of a long one, and their ratio."""
    short, long = (median(_all(work, things) for _ in range(rounds)) for things in (few, many))
    print(f"{name}, microseconds a comment: {1e6 * short / MANY:.1f} in threads of {FEW}, ", end="")
    print(f"{1e6 * long / MANY:.1f} in one of {MANY}, ratio {long / short:.2f}")


def _all(work: Callable[[_T], object], things: Sequence[_T]) -> float:
    """The seconds that a work takes on all things."""
    begun = time.perf_counter()
    for thing in things:
        work(thing)
    return time.perf_counter() - begun


def _thread(start: int, count: int) -> str:
    """A thread in WordPress markup, three deep."""
    samples = []
    for index in range(count):
        depth = index % 3
        number = start + index
        samples.append(
            Sample(
                number=number + 1,
                parent=index - 1 if depth else None,
                depth=depth,
                author=f"Reader {number % 997}",
                at=FIRST + timedelta(minutes=number),
                words=(f"Number {number}: the spade is longer than I thought.", "So is the day."),
            )
        )
    return wordpress.MARKUP.write(samples)


if __name__ == "__main__":
    sys.exit(main())
