"""The application: which screen is shown, themes, and what applies everywhere."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.widgets import Input

from tui.app import dialogs
from tui.app.actions import Scope, bindings
from tui.app.commands import ActionProvider
from tui.app.guard import TerminalGuard
from tui.app.messages import BackAsked, OpenAsked
from tui.app.screens.library import LibraryScreen
from tui.app.screens.lists import DraftsScreen
from tui.app.screens.opening import OpeningScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.services import Services
from tui.app.terminal import TerminalApp
from tui.app.themes import HIGH_CONTRAST, theme_names
from tui.errors import RejoinderError
from tui.fetch import Opened

_log = logging.getLogger(__name__)

_TOLD = 8
"""So many problems of the settings are told one by one."""

_GUARD = TerminalGuard()


class RejoinderApp(TerminalApp):
    """The program with a screen.

    The screens form a stack: a page opened from another lies on top of it, and going back takes it
    off. Where nothing is left, the program ends.
    """

    TITLE = "Rejoinder"
    CSS_PATH = Path(__file__).parent / "styles" / "rejoinder.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.APP)
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, services: Services, source: str | None) -> None:
        super().__init__()
        self.services = services
        self.source = source
        for theme in (HIGH_CONTRAST, *services.themes):
            self.register_theme(theme)
        self.theme = services.preferences.theme
        self.set_keymap(services.keymap.overrides())
        if not services.preferences.reading.motion:
            self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all drawn lines pass through."""
        return [*super().get_line_filters(), _GUARD]

    def on_mount(self) -> None:
        """Open what was asked for, else the library."""
        self._tell_problems()
        if self.source is None:
            self.push_screen(LibraryScreen(self.services))
        else:
            self.open_source(self.source)

    async def on_key(self, event: events.Key) -> None:
        """Let a dialog or a place to write that is on its way have what was typed ahead."""
        screen = self.screen
        if isinstance(screen, ReaderScreen | dialogs.KeyScreen | dialogs.TypingScreen):
            if not screen.keeps_key(event):
                return
            event.prevent_default()
            event.stop()

    def _tell_problems(self) -> None:
        """Tell what is wrong in the settings, all at once and long enough to be read."""
        problems = self.services.problems
        if problems:
            for problem in problems:
                _log.warning("%s", problem)
            told = [str(problem) for problem in problems[:_TOLD]]
            if len(problems) > _TOLD:
                told.append(f"{len(problems) - _TOLD} more are in the log.")
            self.notify(
                "\n".join(told),
                title="Settings",
                severity="warning",
                timeout=6 + 4 * len(told),
                markup=False,
            )

    @on(events.DescendantFocus)
    def _keep_still(self, event: events.DescendantFocus) -> None:
        """No cursor blinks where nothing may move."""
        if self.animation_level == "none" and isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    def open_source(
        self, source: str, *, key: str | None = None, draft_id: str | None = None
    ) -> None:
        """Open a page on top of what is shown."""
        self.push_screen(OpeningScreen(self.services, source, key=key, draft_id=draft_id))

    @on(OpeningScreen.Arrived)
    def _arrived(self, event: OpeningScreen.Arrived) -> None:
        if isinstance(self.screen, OpeningScreen):
            self.switch_screen(ReaderScreen(self.services, event.opened, event.draft_id))
            self._remember(event.opened)

    @work(thread=True, description="remembers a page")  # or Textual writes the page out
    def _remember(self, opened: Opened) -> None:
        problem = self.services.remember(opened)
        if problem:
            self.call_from_thread(self.notify, problem, severity="warning", markup=False)

    @on(LibraryScreen.Chosen)
    def _page_chosen(self, event: LibraryScreen.Chosen) -> None:
        self.open_source(event.source, key=event.key)

    @on(DraftsScreen.Chosen)
    def _draft_chosen(self, event: DraftsScreen.Chosen) -> None:
        """Go on writing where the page is open already, else open it."""
        draft = event.draft
        readers = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        reader = next((each for each in reversed(readers) if each.page.key == draft.page.key), None)
        if reader is not None:
            while self.screen is not reader:
                self.pop_screen()
            reader.edit_draft(draft.id)
            return
        self.open_source(draft.page.source, key=draft.page.key, draft_id=draft.id)

    @on(OpenAsked)
    def _open_asked(self, event: OpenAsked) -> None:
        self.open_source(event.source)

    @on(BackAsked)
    def _go_back(self) -> None:
        """To the screen below; from the last one, out."""
        if len(self.screen_stack) > 2:  # the first is Textual's own empty screen
            self.pop_screen()
        else:
            self.exit()

    # What applies everywhere

    def action_help(self) -> None:
        """Show all keys."""
        scope = getattr(self.focused, "scope", None) or getattr(self.screen, "scope", None)
        scopes = [scope] if isinstance(scope, Scope) else []
        if isinstance(self.screen, ReaderScreen):
            scopes.append(Scope.READER)
        self.push_screen(dialogs.HelpScreen([*scopes, Scope.APP], self.services.keymap))

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        if not isinstance(self.screen, CommandPalette):
            provider = ActionProvider.showing(self.services.keymap)
            self.push_screen(CommandPalette([provider], placeholder="Find an action"))

    def action_open(self) -> None:
        """Ask what to open."""

        def named(source: str | None) -> None:
            if source:
                self.open_source(source)

        self.push_screen(dialogs.OpenDialog(), named)

    def action_drafts(self) -> None:
        """List the drafts."""
        self._push_once(DraftsScreen)

    def action_library(self) -> None:
        """List the pages."""
        self._push_once(LibraryScreen)

    def _push_once(self, kind: type[DraftsScreen | LibraryScreen]) -> None:
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
        return not (self.screen.is_modal and action in {"open", "drafts", "library", "help"})


def run(source: str | None, stdin_data: bytes | None, *, offline: bool = False) -> int:
    """Run the program until the user leaves it.

    Args:
        source: What to open, or None for the library.
        stdin_data: What came through a pipe, for the source `-`.
        offline: Whether pages come from the library alone, never from the network.

    Returns:
        The exit status.
    """
    services = Services.find(stdin_data, offline=offline)
    app = RejoinderApp(services, source)
    app.run(mouse=services.preferences.reading.mouse)
    return app.return_code or 0
