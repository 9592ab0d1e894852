from __future__ import annotations

import os
import signal
import time

import pytest

from tui.cli.workers import spread

TOO_LONG = 300
"""Seconds that nobody waits for."""


def work(item: str) -> str:
    """Double an item; some items are the end of the process, or last."""
    match item:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
        case "sleep":
            time.sleep(TOO_LONG)
        case "slow":
            time.sleep(0.2)
    return item * 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_worker_that_dies_costs_one_item(jobs: int) -> None:
    items = ["a", "kill", "slow", "b", "exit", "exit", "c"]
    results = list(
        spread(work, items, jobs=jobs, failed=lambda item, why: f"{item}: {why}", limit=20)
    )
    assert [results[at] for at in (0, 2, 3, 6)] == ["aa", "slowslow", "bb", "cc"]
    for at in (1, 4, 5):
        assert results[at].startswith(f"{items[at]}: reading it ended the process")


def test_a_worker_that_hangs_is_given_up() -> None:
    results = list(
        spread(work, ["sleep", "a"], jobs=1, failed=lambda item, why: f"{item}: {why}", limit=5)
    )
    assert results == ["sleep: reading it took too long", "aa"]


def test_the_results_can_be_left_before_their_end() -> None:
    results = spread(work, ["a", "sleep"], jobs=2, failed=lambda *_: "", limit=60)
    begun = time.monotonic()
    assert next(results) == "aa"
    results.close()
    assert time.monotonic() - begun < TOO_LONG / 2


def test_many_more_items_than_workers_come_in_order() -> None:
    items = [str(number) for number in range(300)]
    assert list(spread(work, items, jobs=2, failed=lambda *_: "", limit=20)) == [
        item * 2 for item in items
    ]
    assert list(spread(work, [], jobs=2, failed=lambda *_: "", limit=20)) == []
