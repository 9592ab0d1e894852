"""What a reading screen can do, each kind of thing in an object of its own.

A feature is no widget: it keeps what it has to know, and acts on the panes of its screen. What it
needs of other features it is given when it is made. Its methods `action_…` are what keys do, and
the screen calls the others when a pane asks for something (`tui.app.reader.featured`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.notifications import SeverityLevel

from tui.app.reader.base import ReadingScreen
from tui.model import Page

if TYPE_CHECKING:
    from textual.worker import WorkType

    from tui.app.terminal import TerminalApp


class Feature:
    """Something that can be done while reading a page.

    Attributes:
        screen: The screen with the page.
        services: The stores.
        article: The article pane.
        thread: The thread pane.
    """

    actions: ClassVar[tuple[str, ...]] = ()
    """The names of the methods that keys call."""

    def __init_subclass__(cls) -> None:
        """Know what keys can do with it."""
        super().__init_subclass__()
        cls.actions = tuple(name for name in vars(cls) if name.startswith("action_"))

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.services = screen.services
        self.article, self.thread = screen.article, screen.thread

    @property
    def app(self) -> TerminalApp:
        """The application around the screen."""
        return cast("TerminalApp", self.screen.app)

    @property
    def page(self) -> Page:
        """The page as it is now."""
        return self.screen.page

    def tell(
        self, sentence: str, seconds: float | None = None, severity: SeverityLevel = "information"
    ) -> None:
        """Show a notice, for so many seconds where that is not the usual time."""
        self.screen.notify(sentence, timeout=seconds, severity=severity, markup=False)

    def complain(self, sentence: str, seconds: float = 8) -> None:
        """Tell what went wrong."""
        self.tell(sentence, seconds, "error")

    def run(
        self,
        work: WorkType[None],
        group: str,
        *,
        in_thread: bool = False,
        exclusive: bool = False,
        is_fatal: bool = True,
    ) -> None:
        """Do something that takes a while, as a task that ends with the screen.

        Args:
            work: A function that does it; one that takes its place may keep it from being called.
            group: What kind of task it is.
            in_thread: Whether it is done in a thread, and not by the event loop.
            exclusive: Whether it takes the place of an earlier one of its kind.
            is_fatal: Whether the program ends where it fails.
        """
        self.screen.run_worker(
            work,
            group=group,
            description=group,  # or Textual writes out all that the work is done with
            thread=in_thread,
            exclusive=exclusive,
            exit_on_error=is_fatal,
        )
