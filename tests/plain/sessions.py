"""What tests of the linear mode share: a session on a page of our own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from tests.app.pages import HEDGE, HEDGE_TEXT, URL, Reply, page
from tui.plain.page import PageView
from tui.plain.session import Session
from tui.plain.stores import PlainStores
from tui.plain.telling import UNWRAPPED
from tui.store.drafts import DraftStore
from tui.store.library import Library

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def stores(home: Path, **changes: str) -> PlainStores:
    """Stores in a folder, at noon; `changes` is the environment."""
    library = Library(home / "library.db")
    return PlainStores(DraftStore(home / "drafts"), library, changes, clock=lambda: NOON)


def later(earlier: PlainStores, **by: float) -> PlainStores:
    """The same stores at a later time."""
    now = earlier.clock() + timedelta(**by)
    return replace(earlier, clock=lambda: now)


def write_page(
    home: Path, comments: Sequence[Reply] = HEDGE, text: str = HEDGE_TEXT, title: str = "De heg"
) -> Path:
    """A page as a file."""
    path = home / "heg.html"
    path.write_text(page(title, text, comments, url=URL), encoding="utf-8")
    return path


class Reader:
    """Somebody at the prompt."""

    def __init__(
        self, kept: PlainStores, source: Path | str | None, width: int = UNWRAPPED
    ) -> None:
        self.session = Session(kept, width)
        self.told = list(self.session.begin(None if source is None else str(source)))

    def __call__(self, *lines: str) -> list[str]:
        """What is told of the last of some lines."""
        for line in lines:
            self.told = list(self.session.enter(line))
        return self.told

    @property
    def prompt(self) -> str:
        """What asks for the next line."""
        return self.session.prompt

    @property
    def page(self) -> PageView:
        """The page that is shown."""
        view = self.session.views[-1]
        assert isinstance(view, PageView)
        return view

    @property
    def at(self) -> str | None:
        """The author of the comment that the reader is at."""
        view = self.page
        if not view.in_thread or view.comment is None:
            return None
        return view.state.thread.comments[view.comment].author

    def leave(self) -> list[str]:
        """Leave the program."""
        return list(self.session.close())
