from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.idle import install
from tests.app.pages import LONG_WALK, URL, page
from tests.app.reading import make_services
from tui.app.services import Services


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Empty stores."""
    return make_services(tmp_path / "kept")


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, str], Path]:
    """Saves a page under a name."""

    def write(name: str, html: str) -> Path:
        path = tmp_path / name
        path.write_text(html, encoding="utf-8")
        return path

    return write


@pytest.fixture
def hedge(save: Callable[[str, str], Path]) -> Path:
    """A page with a short article and seven comments in three conversations."""
    return save("heg.html", page())


@pytest.fixture
def walk(save: Callable[[str, str], Path]) -> Path:
    """A page that fills many screens on both sides."""
    return save("deich.html", LONG_WALK)


@pytest.fixture
def online(save: Callable[[str, str], Path]) -> Path:
    """The page of the hedge with an address of its own."""
    return save("online.html", page(url=URL))


@pytest.fixture
def each_frame() -> None:
    """Frames are drawn as often as on a terminal, also while more is about to change."""


@pytest.fixture(autouse=True)
def _prompt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the program takes no longer than what is waited for."""
    if "each_frame" not in request.fixturenames:
        install(monkeypatch)
