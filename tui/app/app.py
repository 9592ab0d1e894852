"""The application: which screen is shown, themes, and what applies everywhere."""

from __future__ import annotations

import gc
import logging
import sys
from asyncio import to_thread
from collections.abc import Callable, Coroutine, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.filter import LineFilter

from tui.app import dialogs, screens, styles
from tui.app.actions import Scope, bindings
from tui.app.guard import TerminalGuard
from tui.app.messages import (
    BackAsked,
    DraftChosen,
    DraftMoved,
    DraftWanted,
    HandOverAsked,
    OpenAsked,
    PageChosen,
    SendAllAsked,
    SendAsked,
)
from tui.app.reader.screen import ReaderScreen
from tui.app.screens.opening import Ground, OpeningScreen
from tui.app.services import Services
from tui.app.terminal import TerminalApp
from tui.app.themes import HIGH_CONTRAST, theme_names
from tui.errors import RejoinderError
from tui.fetch import Opened
from tui.fetch.parsing import PARSER_HERE, Parser
from tui.parse.clean import clean
from tui.reading.naming import kept_names, names_of
from tui.reading.wrap import wrap
from tui.store.draft import Draft

if TYPE_CHECKING:  # not needed to begin with
    from tui.app.screens.lists import ListScreen
    from tui.app.sending import Courier

_log = logging.getLogger(__name__)

_CHANGING = frozenset({"open", "drafts", "library", "outbox", "help"})
"""The actions that put another screen on top."""

_TOLD = 8
"""So many problems of the settings are told one by one."""

_NOTICE, _BESIDE, _AROUND = 60, 4, 7
"""The cells of a notice at most, those in it that are not for text, and the rows above and below:
its title, its padding, what was left out, and the keys of the screen."""

_LOADED = 0.5
"""Seconds after which a page is there, mostly: until then next to nothing becomes garbage."""

_GUARD = TerminalGuard()


class RejoinderApp(TerminalApp):
    """The program with a screen.

    The screens form a stack: a page opened from another lies on top of it, and going back takes it
    off. Where nothing is left, the program ends.
    """

    TITLE = "Rejoinder"
    CSS_PATH = styles.PAGE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.APP)
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, services: Services, source: str | None) -> None:
        super().__init__()
        self._disable_tooltips = True  # there are none, and each screen would have a place for them
        self.services = services
        self.source = source
        for theme in (HIGH_CONTRAST, *services.themes):
            self.register_theme(theme)
        self.theme = services.preferences.theme
        self.set_keymap(services.keymap.overrides())
        if not services.preferences.reading.motion:
            self.animation_level = "none"
        self._typed_ahead: list[events.Key] | None = None
        """The keys that came before there was a screen for them, while there is none."""

    def get_default_screen(self) -> Ground:
        """What lies under all screens."""
        return Ground()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all drawn lines pass through."""
        return [*super().get_line_filters(), _GUARD]

    def on_mount(self) -> None:
        """Open what was asked for, else the library."""
        self._tell_problems()
        self._tell_rescued()
        self._recover()
        self.set_timer(_LOADED, gc.enable)
        if self.source is None:
            self._read_styles()
            self.push_screen(screens.LibraryScreen(self.services))
        else:
            self._open_first(self.source)

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed while a place to write is on its way, before the focus gets it."""
        if isinstance(event, events.InputEvent) and not self.screen_stack:
            return  # the program ends
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._typed_ahead is not None:
                self._typed_ahead.append(event)
                return
            screen = self.screen
            if isinstance(screen, ReaderScreen) and screen.keeps_key(event):
                return
        await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Let a screen have its keys: numbers, and what was typed ahead."""
        screen = self.screen
        if isinstance(screen, ReaderScreen | dialogs.Dialog) and screen.keeps_key(event):
            event.prevent_default()
            event.stop()

    def _tell_problems(self) -> None:
        """Tell what is wrong in the settings, all at once and long enough to be read."""
        problems = self.services.problems
        if problems:
            for problem in problems:
                _log.warning("%s", problem)
            told = self._fitting([str(problem) for problem in problems[:_TOLD]])
            if len(problems) > len(told):
                told.append(f"{len(problems) - len(told)} more are in the log.")
            self.notify(
                "\n".join(told),
                title="Settings",
                severity="warning",
                timeout=6 + 4 * len(told),
                markup=False,
            )

    def _fitting(self, sentences: list[str]) -> list[str]:
        """As many sentences, one at least, as a notice has rows for."""
        width = min(_NOTICE, self.size.width // 2) - _BESIDE
        heights = accumulate(len(wrap(sentence, width)) for sentence in sentences)
        fitting = sum(height <= self.size.height - _AROUND for height in heights)
        return sentences[: max(fitting, 1)]

    def _tell_rescued(self) -> None:
        """Tell which drafts were brought home from where they were safe."""
        for sentence in self.services.told:
            self.notify(sentence, title="Drafts", severity="warning", timeout=12, markup=False)

    @on(events.DescendantFocus)
    def _keep_still(self, event: events.DescendantFocus) -> None:
        """No cursor blinks where nothing may move."""
        if self.animation_level == "none" and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def open_source(self, source: str, *, key: str | None = None) -> None:
        """Open a page on top of what is shown."""
        self.push_screen(OpeningScreen(self.services, source, key=key))

    @work
    async def _open_first(self, source: str) -> None:
        """Open the page that the program is for; one that is there at once comes by itself."""
        ahead: list[events.Key] = []
        self._typed_ahead = ahead
        opening = OpeningScreen(self.services, source)
        opened = await opening.at_once()
        if opened is None:
            self._read_styles()
        self.push_screen(opening if opened is None else ReaderScreen(self.services, opened))
        self._typed_ahead = None
        for event in ahead:
            self.post_message(events.Key(event.key, event.character))

    @on(OpeningScreen.Arrived)
    def _arrived(self, event: OpeningScreen.Arrived) -> None:
        if isinstance(self.screen, OpeningScreen):
            reader = ReaderScreen(self.services, event.opened, event.draft_id)
            reader.drafts.asked_to_write = event.writes
            self.switch_screen(reader)

    @on(ReaderScreen.Drawn)
    def _drawn(self, event: ReaderScreen.Drawn) -> None:
        self._read_styles()
        self._remember(event.opened)

    def _read_styles(self) -> None:
        """Know the styles of what comes later before it does, or Textual would restyle all."""
        if not self.stylesheet.has_source(str(styles.SCREENS)):
            self.stylesheet.read(styles.SCREENS)
            self.stylesheet.parse()

    @work(thread=True, description="remembers a page")  # or Textual writes the page out
    def _remember(self, opened: Opened) -> None:
        problem = self.services.remember(opened)
        if problem:
            self.call_from_thread(self.notify, problem, severity="warning", markup=False)

    @on(PageChosen)
    def _page_chosen(self, event: PageChosen) -> None:
        self.open_source(event.source, key=event.key)

    @on(DraftChosen)
    def _draft_chosen(self, event: DraftChosen) -> None:
        self._go_to_draft(event.draft, writes=event.writes)

    @on(DraftWanted)
    def _draft_wanted(self, event: DraftWanted) -> None:
        self._go_to_draft(event.draft, writes=True)

    def _go_to_draft(self, draft: Draft, *, writes: bool) -> None:
        """Go to a draft where its page is open already, else open that."""
        names = kept_names(draft.page.key, draft.page.source)
        readers = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        here = (each for each in reversed(readers) if names & names_of(each.page, each.source))
        reader = next((each for each in here if each.drafts.has_place_for(draft)), None)
        if reader is not None:
            while self.screen is not reader:
                self.pop_screen()
            reader.drafts.go_to(draft.id, writes=writes)
            return
        page, id_ = draft.page, draft.id
        self.push_screen(
            OpeningScreen(self.services, page.source, key=page.key, draft_id=id_, writes=writes)
        )

    @on(OpenAsked)
    def _open_asked(self, event: OpenAsked) -> None:
        self.open_source(event.source)

    @on(BackAsked)
    def _go_back(self, event: BackAsked) -> None:
        """To the screen below; from the last one, out."""
        if len(self.screen_stack) > 2:  # the first is the ground
            self.pop_screen()
        elif event.leaves:
            self.exit()
        else:
            self.notify("There is nothing to go back to; q leaves.", timeout=3, markup=False)

    # Sending

    @on(SendAsked)
    def _send_asked(self, event: SendAsked) -> None:
        async def send(courier: Courier) -> None:
            for draft_id in event.draft_ids:
                await courier.send(draft_id)

        self._carry(send)

    @on(HandOverAsked)
    def _hand_over_asked(self, event: HandOverAsked) -> None:
        self._carry(lambda courier: courier.hand(event.draft_id))

    @on(SendAllAsked)
    def _send_all_asked(self) -> None:
        self._carry(lambda courier: courier.send_all())

    def _carry(self, work: Callable[[Courier], Coroutine[None, None, None]]) -> None:
        """Let a courier do something, one thing at a time."""

        async def carry() -> None:
            courier = await to_thread(_courier)  # loading it takes longer than a frame
            await work(courier(self))

        if not any(each.group == "courier" and not each.is_finished for each in self.workers):
            self.run_worker(carry(), group="courier", exit_on_error=False)

    @work(thread=True, description="looks for replies that were being sent")
    def _recover(self) -> None:
        """Tell of replies of which nobody knows whether they were sent: a program had ended."""
        for draft in self.services.recover():
            to = draft.page.title or draft.page.source
            told = f"It is not known whether your reply on “{to}” has arrived; it is in the outbox."
            self.call_from_thread(self.notify, told, severity="warning", timeout=20, markup=False)
            self.call_from_thread(self._moved, draft)

    def _moved(self, draft: Draft) -> None:
        """Let every screen know how far a draft has come."""
        for screen in self.screen_stack:
            screen.post_message(DraftMoved(draft))

    # What applies everywhere

    def action_help(self) -> None:
        """Show all keys."""
        scopes = (getattr(node, "scope", None) for node in (self.focused, self.screen))
        here = [scope for scope in dict.fromkeys(scopes) if isinstance(scope, Scope)]
        self.push_screen(dialogs.HelpScreen([*here, Scope.APP], self.services.keymap))

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        from textual.command import CommandPalette  # noqa: PLC0415 -- loads a dozen widgets

        from tui.app.commands import ActionProvider  # noqa: PLC0415 -- as said

        if not isinstance(self.screen, CommandPalette):
            provider = ActionProvider.showing(self.services.keymap)
            self.push_screen(dialogs.Palette([provider], placeholder="Find an action"))

    def action_open(self) -> None:
        """Ask what to open."""

        def named(source: str | None) -> None:
            if source:
                self.open_source(source)

        self.push_screen(dialogs.OpenDialog(), named)

    def action_drafts(self) -> None:
        """List the drafts."""
        self._push_once(screens.DraftsScreen)

    def action_library(self) -> None:
        """List the pages."""
        self._push_once(screens.LibraryScreen)

    def action_outbox(self) -> None:
        """List the replies that wait to be sent."""
        self._push_once(screens.OutboxScreen)

    def _push_once(self, kind: type[ListScreen]) -> None:
        if not isinstance(self.screen, kind):
            self.push_screen(kind(self.services))

    def action_theme(self) -> None:
        """Go on to the next theme."""
        themes = theme_names(self.services.themes)
        at = themes.index(self.theme) if self.theme in themes else -1
        self.theme = themes[(at + 1) % len(themes)]
        self.notify(f"Theme: {self.theme}", timeout=2, markup=False)
        self._remember_theme(self.theme)

    @work(thread=True, exclusive=True, group="theme")
    def _remember_theme(self, theme: str) -> None:
        try:
            self.services.remember_theme(theme)
        except RejoinderError as error:
            self.call_from_thread(self.notify, str(error), severity="warning", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing that changes the screen while a dialog asks something."""
        del parameters
        return not (self.screen.is_modal and action in _CHANGING)


def _courier() -> type[Courier]:
    from tui.app.sending import Courier  # noqa: PLC0415 -- as said

    return Courier


def run(
    source: str | None,
    stdin_data: bytes | None,
    *,
    offline: bool = False,
    whole: bool = False,
    parser: Parser = PARSER_HERE,
) -> int:
    """Run the program until the user leaves it.

    Args:
        source: What to open, or None for the library.
        stdin_data: What came through a pipe, for the source `-`.
        offline: Whether pages come from the library alone, never from the network.
        whole: Whether pages come with the rest of them.
        parser: Makes a page of what was fetched.

    Returns:
        The exit status.
    """
    services = Services.find(stdin_data, offline=offline, parser=parser)
    app = RejoinderApp(services.for_whole_pages() if whole else services, source)
    app.run(mouse=services.preferences.reading.mouse)
    for words in services.last_words:
        sys.stderr.write(f"{clean(words)}\n")
    return app.return_code or 0
