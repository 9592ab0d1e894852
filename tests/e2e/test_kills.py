from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench import kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")


def test_what_was_typed_is_on_disk_whenever_the_program_is_killed(tmp_path: Path) -> None:
    runs = kills.many(tmp_path, 6, jobs=min(os.cpu_count() or 1, 2), seed=6)
    assert sum(run.keys for run in runs) > 20
    assert [run.damaged for run in runs if run.damaged] == []
    assert not any(run.touched for run in runs)
    assert max(run.oldest for run in runs) <= kills.KEPT_WITHIN
