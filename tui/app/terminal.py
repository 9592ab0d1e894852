"""What the program does to its terminal beside drawing: the clipboard, the mouse, dropped files."""

from __future__ import annotations

from asyncio import to_thread

from textual import events, work
from textual.app import App, SuspendNotSupported

from tui.app.actions import Scope
from tui.app.messages import OpenAsked
from tui.app.services import Services
from tui.system.browser import browser_command
from tui.system.clipboard import osc52, through_tmux
from tui.system.commands import CommandError, start
from tui.system.terminal import lend, needs_terminal


class TerminalApp(App[None]):
    """An application that knows its terminal.

    Attributes:
        services: The stores and the environment.
        last_command: The command that something was handed to last.
    """

    services: Services
    last_command = ""

    def copy_to_clipboard(self, text: str) -> None:
        """Send text to the terminal's clipboard, through tmux as well; nobody can know more."""
        super().copy_to_clipboard(text)
        if self._driver is not None and self.services.environ.get("TMUX"):
            self._driver.write(through_tmux(osc52(text)))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the browser of the settings, else in the system's own."""
        del new_tab  # Textual's, for its own web server
        self.browse(url)

    @work
    async def browse(self, url: str, told: str = "") -> None:
        """Open an address, and tell a sentence where that was handed to another window."""
        environ = self.services.environ
        browser = self.services.preferences.commands.browser
        try:
            argv = (*browser, url) if browser else await to_thread(browser_command, url)
            if argv is not None and needs_terminal(argv, environ):
                with self.suspend():
                    lend(argv, "", environ)
                self.refresh(layout=True)
                return
            if argv is None:
                super().open_url(url)
            else:
                await to_thread(start, argv, environ)
        except CommandError as error:
            self.notify(str(error), severity="error", markup=False)
        except SuspendNotSupported:
            self.notify("This terminal cannot be lent to a browser.", severity="error")
        else:
            if told:
                self.notify(told, markup=False)

    def toggle_mouse(self) -> bool | None:
        """Leave the mouse to the terminal, or take it back.

        Textual decides on the mouse when it starts and has no public way to change that. Its
        drivers keep the decision in `_mouse`, which they ask again after an editor had the
        terminal, and have a method for each of the two.

        Returns:
            Whether the mouse is the program's now, or None where the driver has no mouse.
        """
        driver = self._driver
        disable = getattr(driver, "_disable_mouse_support", None)
        enable = getattr(driver, "_enable_mouse_support", None)
        if driver is None or disable is None or enable is None:
            return None
        if driver._mouse:  # noqa: SLF001 -- as said
            disable()
            driver._mouse = False  # noqa: SLF001 -- as said
        else:
            driver._mouse = True  # noqa: SLF001 -- as said
            enable()
        return driver._mouse  # noqa: SLF001 -- as said

    def on_paste(self, event: events.Paste) -> None:
        """Open what is dropped on the terminal, which pastes its path; text fields take theirs."""
        from textual.widgets import Input  # noqa: PLC0415 -- there to be asked for once it is shown

        writes = getattr(self.focused, "scope", None) is Scope.COMPOSER
        if not self.screen.is_modal and not writes and not isinstance(self.focused, Input):
            self._open_dropped(event.text)

    @work(thread=True, exclusive=True, group="dropped")
    def _open_dropped(self, text: str) -> None:
        source = self.services.dropped(text)
        if source is not None:
            self.post_message(OpenAsked(source))
