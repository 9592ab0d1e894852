from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench import kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

HELD_UP = 4.0
"""Seconds for which a machine that is busy with all other tests may hold the program up by itself.

`python -m tests.bench.kills` asks for the half second, where nothing else runs.
"""


def test_what_was_typed_is_on_disk_whenever_the_program_is_killed(tmp_path: Path) -> None:
    jobs = min(os.cpu_count() or 1, 2)
    runs = kills.many(tmp_path, 4, jobs=jobs, seed=5, longest=2 * HELD_UP)
    assert sum(run.keys for run in runs) > 20
    assert [run.damaged for run in runs if run.damaged] == []
    assert not any(run.touched for run in runs)
    assert max(run.keys - run.lost for run in runs) > 20
    assert max(run.oldest for run in runs) <= HELD_UP
