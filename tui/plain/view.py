"""What a session shows: a page or a list, which take commands and give lines."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Protocol, TypeAlias

from tui.model import Page
from tui.plain.asking import Talk
from tui.plain.commands import Asked
from tui.plain.stores import PlainStores
from tui.plain.table import Where
from tui.store.draft import Draft
from tui.store.writing import Writing

Lines: TypeAlias = Iterator[str]
"""Lines of text, made while they are taken: what comes first is told before the rest is there."""

KEEP_EVERY = timedelta(seconds=5)
"""What was read is on disk that often, so that a crash takes seconds, not hours."""


class Host(Protocol):
    """The session, as views know it.

    Attributes:
        stores: The stores.
        width: The cells of a line.
    """

    stores: PlainStores
    width: int

    def ask(self, question: str, yes: Callable[[], Lines]) -> Lines:
        """Ask something, and do what a yes means."""
        ...

    def write(
        self,
        writing: Writing,
        done: Callable[[], None],
        page: Page | None = None,
        *,
        in_editor: bool = False,
    ) -> Lines:
        """Take lines of a draft, or let the user's editor have it, then tell that it is done."""
        ...

    def discard(self, draft: Draft, done: Callable[[], None]) -> Lines:
        """Discard a draft after a yes, then tell that it is done."""
        ...

    def talk(self, talk: Talk, done: Callable[[], None]) -> Lines:
        """Talk until the talk is over, then tell that it is done."""
        ...

    def open(self, source: str, key: str | None = None) -> Lines:
        """Open a page on top of what is shown."""
        ...

    def back(self) -> Lines:
        """Go back to what was shown before, if anything was."""
        ...

    def wrapped(self, sentence: str) -> list[str]:
        """A sentence as lines."""
        ...


class View(ABC):
    """Something that is shown, with the commands that are its own."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.stores = host.stores
        self._kept = host.stores.clock()

    @property
    @abstractmethod
    def where(self) -> Where:
        """Where the reader is."""

    @property
    @abstractmethod
    def prompt(self) -> str:
        """What asks for a command."""

    @abstractmethod
    def begin(self) -> Lines:
        """What is told first."""

    @abstractmethod
    def resume(self) -> Lines:
        """What is told when a reader comes back from another view."""

    @abstractmethod
    def close(self) -> None:
        """Keep what is to be kept."""

    def keep_sometimes(self) -> None:
        """Keep what is to be kept, where that was not done for a while."""
        now = self.stores.clock()
        if now - self._kept >= KEEP_EVERY:
            self._kept = now
            self.close()

    def handler(self, command: str) -> Callable[[Asked], Lines] | None:
        """What does a command here, or None."""
        found: Callable[[Asked], Lines] | None = getattr(self, f"do_{command}", None)
        return found
