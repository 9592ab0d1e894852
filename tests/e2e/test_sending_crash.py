"""A few runs of the benchmark that crashes while replies are sent to a real WordPress."""

from __future__ import annotations

import subprocess
import sys

from tests.e2e.servers import installed


def test_no_crash_loses_or_doubles_a_reply() -> None:
    installed("wordpress/up-sqlite.sh")
    command = [sys.executable, "-m", "tests.bench.sending", "--runs", "16"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "runs 16, there twice 0, lost 0, wrong states 0" in done.stdout
    for step, state in (("marked", "ready"), ("leaving", "unknown"), ("kept", "sent")):
        assert any(line.split()[:2] == [step, state] for line in done.stdout.splitlines())
