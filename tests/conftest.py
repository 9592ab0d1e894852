from __future__ import annotations

import gc
import os
import signal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tui.cli.program import GARBAGE

# Under load an example, or drawing it, can take long, which is no fault of what is tested.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The usual run tries the same examples each time, so that it tells of a change and nothing else.
settings.register_profile("suite", _PATIENT, max_examples=25, derandomize=True)
settings.register_profile("thorough", _PATIENT, max_examples=500)
settings.load_profile("suite")


_numbers = count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the folders of the tests are: apart, for what numbers folders looks at all others."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test's drafts, library and log; no proxy on the way."""
    folder = homes / str(next(_numbers))
    folder.mkdir()
    monkeypatch.setenv("REJOINDER_HOME", str(folder))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("TZ", "UTC")
    return folder


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than processors, since tests of whole programs wait some of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_configure() -> None:
    """Let ctrl+C reach the programs under test, also where the tests run in the background.

    And have what they compile kept: without that each start of one takes a second more, and each
    worker of the tests several.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as the program does, and never among the tests themselves.

    Else a third of the time goes into that, since thousands of tests are many objects.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])


def pytest_sessionfinish() -> None:
    """Leave what is there to the end of the process: pytest looks through all of it five times."""
    gc.collect()
    gc.freeze()
