"""Handing something to a command: asking for it, and showing what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.text import Text
from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog
from tui.app.dialogs.prompt import LinePrompt
from tui.system.commands import CommandError, Result, how_it_ended, run


class PipeOrder(Struct, frozen=True):
    """What to hand to a command.

    Attributes:
        command: The command as it was typed.
        offer: Which of the things that were offered.
        markdown: Whether as Markdown instead of as plain text.
    """

    command: str
    offer: int
    markdown: bool


class PipePrompt(LinePrompt):
    """Asks for a command, and what to hand to it; gives the command alone, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "offer(1)", "What", priority=True),
        Binding("shift+tab", "offer(-1)", "What", priority=True),
        Binding("f2", "form", "Form"),
    ]

    def __init__(self, offers: Sequence[str], command: str) -> None:
        super().__init__("", command, hint="a command, such as wc -w; ! before it lends the screen")
        self.offers = offers
        self.offer = 0
        self.markdown = False

    def on_mount(self) -> None:
        """Say what is handed over."""
        self._tell()

    def order(self, command: str) -> PipeOrder:
        """What was asked for."""
        return PipeOrder(command, self.offer, self.markdown)

    def action_offer(self, by: int) -> None:
        """Hand over the next thing instead."""
        self.offer = (self.offer + by) % len(self.offers)
        self._tell()

    def action_form(self) -> None:
        """Hand it over as Markdown, or as plain text."""
        self.markdown = not self.markdown
        self._tell()

    def _tell(self) -> None:
        title = f"Pipe the {self.offers[self.offer]} to"
        self.query_one("#line-prompt-title", Static).update(Content(title))
        other = "tab another part · " if len(self.offers) > 1 else ""
        self.note(f"{other}f2 {'Markdown' if self.markdown else 'text'}")


class CommandDialog(Dialog[str | None]):
    """Runs a command and shows what it printed; closing it ends the command.

    Gives a sentence where there is nothing to show, else None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", "Close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup,b", "scroll(-10)", show=False),
    ]

    def __init__(self, argv: Sequence[str], text: str, environ: Mapping[str, str]) -> None:
        super().__init__()
        self.argv = argv
        self.text = text
        self.environ = environ

    def compose(self) -> ComposeResult:
        """The command, what it printed, and how it ended."""
        with Vertical(id="command", classes="dialog"):
            yield Static(Content(" ".join(self.argv)), classes="dialog-title")
            with VerticalScroll(id="command-scroll", can_focus=False):
                yield Static(id="command-output")
            yield Static("Running … · esc ends it", id="command-state", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin."""
        self._run()

    @work(exclusive=True)
    async def _run(self) -> None:
        try:
            result = await run(self.argv, self.text, self.environ)
        except CommandError as error:
            self.dismiss(str(error))
            return
        ended = how_it_ended(self.argv[0], result)
        if not result.output.strip() and not result.errors.strip():
            self.dismiss(f"{ended[:-1]} and printed nothing.")
            return
        self.query_one("#command-output", Static).update(_printed(result))
        self.query_one("#command-state", Static).update(Content(f"{ended} · esc closes"))

    def action_scroll(self, lines: int) -> None:
        """Scroll what was printed."""
        self.query_one("#command-scroll").scroll_relative(y=lines, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog closes it."""
        if event.widget is self:
            self.dismiss(None)


def _printed(result: Result) -> Text:
    """What a command printed, its colours kept; errors below."""
    both = "\n".join(filter(None, (result.output.rstrip("\n"), result.errors.rstrip("\n"))))
    return Text.from_ansi(both)
