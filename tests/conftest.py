from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Under load a first example can take long, which is no fault of what is tested.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test's drafts, library and log; no proxy on the way."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REJOINDER_HOME", str(folder))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("TZ", "UTC")
    return folder


def pytest_xdist_auto_num_workers() -> int:
    """Twice as many workers as processors, since tests of the screen wait half of their time."""
    return 2 * (os.cpu_count() or 1)
