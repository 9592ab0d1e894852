"""Dialogs that ask for one thing: an address, a yes, a link's letters."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.app.dialogs.typing import KeyScreen, TypingScreen
from tui.app.widgets.line_input import LineInput

_YES = "y yes"


class OpenDialog(TypingScreen[str | None]):
    """Asks what to open; gives None where nothing was named."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Cancel")]

    def compose(self) -> ComposeResult:
        """A line to type in."""
        with Vertical(classes="dialog"):
            yield Static("Open an address or a file", classes="dialog-title")
            yield LineInput(placeholder="https://… or a path")
            yield Static("enter opens · esc cancels", classes="dialog-keys")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)


class ConfirmDialog(KeyScreen[bool]):
    """Asks for a yes; anything but `y` is a no."""

    def __init__(self, question: str, detail: str) -> None:
        super().__init__()
        self.question = question
        self.detail = detail

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="dialog-title")
            yield Static(Content(self.detail), classes="dialog-detail")
            yield Static(f"{_YES} · any other key no", id="answers", classes="dialog-keys")

    @on(events.Click, "#answers")
    def _clicked(self, event: events.Click) -> None:
        """A click on one of the answers gives it."""
        self.dismiss(event.x < len(_YES))

    def take_key(self, event: events.Key) -> None:
        """Answer."""
        self.dismiss(event.key == "y")


class HintPrompt(KeyScreen[str | None]):
    """Reads the letters of a link while the pane below shows them; gives the label or None."""

    def __init__(self, labels: frozenset[str]) -> None:
        super().__init__()
        self.labels = labels
        self.typed = ""

    def compose(self) -> ComposeResult:
        """One line at the bottom."""
        yield Static("Type the letters of a link · esc cancels", id="hint-prompt")

    def take_key(self, event: events.Key) -> None:
        """Collect letters until they are a label, or cannot become one."""
        if event.key == "backspace":
            self.typed = self.typed[:-1]
            return
        self.typed += event.character or ""
        if self.typed in self.labels:
            self.dismiss(self.typed)
        elif event.key == "escape" or not any(
            label.startswith(self.typed) for label in self.labels
        ):
            self.dismiss(None)
