"""While a page is on its way: what is opened, how much of it came, and why it did not."""

from __future__ import annotations

from asyncio import Task, create_task, to_thread, wait
from typing import ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.actions import Scope, actions_of, bindings
from tui.app.keys import key_name
from tui.app.messages import BackAsked
from tui.app.services import Services
from tui.errors import RejoinderError, SourceError
from tui.fetch import Opened

_REPORT_EVERY = 64 * 1024
_PATIENCE = 0.3  # seconds; a page that comes sooner takes the place of an empty screen
_SOON = 0.05
"""Seconds in which a page that is there at once is shown."""


class Ground(Screen[None]):
    """What lies under all screens: an empty one, which is drawn only where no other comes soon.

    To lay it out and draw it takes as long as a tenth of all that a program does to show a page.
    """

    _waits = True

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """At first, wait for another screen."""
        if self._waits:
            self._waits = False
            event.prevent_default()
            self.set_timer(_SOON, self._come)

    def _come(self) -> None:
        if self.is_current:
            self.post_message(events.ScreenResume())


class OpeningScreen(Screen[None]):
    """Opens a source; turns into a page, or into a sentence that says what went wrong."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.OPENING)
    scope = Scope.OPENING

    class Arrived(Message):
        """The page is there.

        Attributes:
            opened: The page and its source.
            draft_id: The draft to go to, or None.
            writes: Whether to go on writing it.
        """

        def __init__(self, opened: Opened, draft_id: str | None, *, writes: bool) -> None:
            super().__init__()
            self.opened = opened
            self.draft_id = draft_id
            self.writes = writes

    def __init__(
        self,
        services: Services,
        source: str,
        *,
        key: str | None = None,
        draft_id: str | None = None,
        writes: bool = True,
    ) -> None:
        super().__init__()
        self.services = services
        self.source = source
        self.page_key = key
        self.draft_id = draft_id
        self.writes = writes
        self._reported = 0
        self._said = Content("Opening …"), Content()
        self._told: tuple[Static, Static] | None = None
        self._coming: Task[Opened] | None = None

    async def at_once(self) -> Opened | None:
        """The page, if it is there before anybody would want to know why it is not.

        Else it is still on its way, and this screen can be shown meanwhile.
        """
        self._coming = create_task(self._opened())
        done, _ = await wait((self._coming,), timeout=_PATIENCE)
        return self._coming.result() if done and not self._coming.exception() else None

    def on_mount(self) -> None:
        """Begin at once."""
        if self._coming is None:
            self.set_timer(_PATIENCE, self._tell)
        else:
            self.call_later(self._tell)
        self._open()

    async def _tell(self) -> None:
        """Say what is opened, and how it goes."""
        if self._told is None:
            sentence, keys = self._said
            self._told = Static(sentence, id="opening-state"), Static(keys, id="opening-keys")
            source = Static(Content(self.source), id="opening-source")
            await self.mount(Vertical(source, *self._told, id="opening"))

    @work(exclusive=True)
    async def _open(self) -> None:
        self._show("Opening …", cancel="cancels")
        coming, self._coming = self._coming, None
        try:
            opened = await (coming or self._opened())
        except RejoinderError as error:
            self._show(str(error), again="tries again", cancel="goes back")
            await self._tell()
            return
        self.post_message(self.Arrived(opened, self.draft_id, writes=self.writes))

    async def _opened(self) -> Opened:
        """The page; where it cannot be had, what the draft to go on with kept of it."""
        try:
            return await self.services.open(
                self.source, self.page_key, self._progress, self._turned
            )
        except SourceError as error:
            if self.draft_id is None:
                raise
            return await to_thread(self.services.kept_instead, self.draft_id, error)

    def _progress(self, came: int, expected: int | None) -> None:
        if came - self._reported >= _REPORT_EVERY:
            self._reported = came
            of = f" of {expected // 1024:,}" if expected else ""
            self._show(f"Opening … {came // 1024:,}{of} kB", cancel="cancels")

    def _turned(self, number: int) -> None:
        """Tell that a further part of the article, or page of its comments, came."""
        self._show(f"Opening … page {number + 1}", cancel="cancels")

    def _show(self, sentence: str, **does: str) -> None:
        """Show a sentence, and what the keys of some actions do now, by the actions' ids."""
        actions = {action.id: action for action in actions_of(Scope.OPENING)}
        hints = [
            f"{key_name(key)} {words}"
            for id_, words in does.items()
            for key in self.services.keymap.keys(actions[id_])[:1]
        ]
        self._said = Content(sentence), Content(" · ".join(hints))
        for line, text in zip(self._told or (), self._said, strict=False):
            line.update(text)

    def action_cancel(self) -> None:
        """Give up; what arrives later is dropped."""
        self.workers.cancel_node(self)
        self.post_message(BackAsked())

    def action_again(self) -> None:
        """Try once more."""
        self._open()
