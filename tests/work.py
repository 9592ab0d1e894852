"""How much work something takes, told without a clock: machines differ, and are busy."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ENDLESS = 120
"""Seconds of the processor that nothing here takes on any machine, unless time grows faster than
what is read; then it would be hours."""


def calls_of(run: Callable[[], object]) -> int:
    """How many functions something calls, those written in C included; the same on every run."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def assert_in_proportion(work: Callable[[int], object], few: int, times: int) -> None:
    """Fail where so many times as much of something takes more calls than in proportion.

    Args:
        work: Does something so often, or with something so large.
        few: A number that is large enough for what is done once to weigh little.
        times: How many times as much is done the second time.
    """
    work(few)  # loads modules and compiles patterns
    assert calls_of(lambda: work(few * times)) < 1.5 * times * calls_of(lambda: work(few))


@contextmanager
def not_endless() -> Iterator[None]:
    """Fail where what is done within takes time out of all proportion."""
    started = time.process_time()
    yield
    assert time.process_time() - started < ENDLESS
