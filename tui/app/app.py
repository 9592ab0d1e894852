"""The application: which screen is shown, themes, and what applies everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter

from tui.app.actions import Scope, bindings
from tui.app.commands import ActionProvider
from tui.app.dialogs.ask import OpenDialog
from tui.app.dialogs.help import HelpScreen
from tui.app.guard import TerminalGuard
from tui.app.messages import BackAsked, OpenAsked
from tui.app.screens.lists import DraftsScreen, LibraryScreen
from tui.app.screens.opening import OpeningScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.services import Services
from tui.errors import RejoinderError
from tui.fetch import Opened

THEMES = ("textual-dark", "textual-light", "ansi-dark", "ansi-light")
"""The themes that the theme key goes through; the ansi ones are the terminal's own colours."""

_GUARD = TerminalGuard()


class RejoinderApp(App[None]):
    """The program with a screen.

    The screens form a stack: a page opened from another lies on top of it, and going back takes it
    off. Where nothing is left, the program ends.
    """

    TITLE = "Rejoinder"
    CSS_PATH = Path(__file__).parent / "styles" / "rejoinder.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.APP)
    COMMANDS: ClassVar[set[type[Provider]]] = {ActionProvider}  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, services: Services, source: str | None) -> None:
        super().__init__()
        self.services = services
        self.source = source
        self.theme = THEMES[0]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all drawn lines pass through."""
        return [*super().get_line_filters(), _GUARD]

    def on_mount(self) -> None:
        """Open what was asked for, else the library."""
        self._use_chosen_theme()
        if self.source is None:
            self.push_screen(LibraryScreen(self.services))
        else:
            self.open_source(self.source)

    async def on_key(self, event: events.Key) -> None:
        """Let a place to write that is on its way have the keys that were typed ahead."""
        if isinstance(self.screen, ReaderScreen) and self.screen.keeps_key(event):
            event.prevent_default()
            event.stop()

    def _use_chosen_theme(self) -> None:
        try:
            theme = self.services.theme()
        except RejoinderError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if theme in self.available_themes:
            self.theme = theme
        elif theme is not None:
            known = ", ".join(sorted(self.available_themes))
            self.notify(f"There is no theme {theme}; there are {known}.", markup=False)

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

    @work(thread=True)
    def _remember(self, opened: Opened) -> None:
        problem = self.services.remember(opened)
        if problem:
            self.call_from_thread(self.notify, problem, severity="warning", markup=False)

    @on(LibraryScreen.Chosen)
    def _page_chosen(self, event: LibraryScreen.Chosen) -> None:
        self.open_source(event.entry.source, key=event.entry.key)

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
        self.push_screen(HelpScreen([*scopes, Scope.APP]))

    def action_open(self) -> None:
        """Ask what to open."""

        def named(source: str | None) -> None:
            if source:
                self.open_source(source)

        self.push_screen(OpenDialog(), named)

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
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]
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


def run(source: str | None, stdin_data: bytes | None) -> int:
    """Run the program until the user leaves it.

    Args:
        source: What to open, or None for the library.
        stdin_data: What came through a pipe, for the source `-`.

    Returns:
        The exit status.
    """
    app = RejoinderApp(Services.find(stdin_data), source)
    app.run()
    return app.return_code or 0
