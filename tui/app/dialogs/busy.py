"""Waiting for something that may take a while, and giving it up."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog


class BusyDialog(Dialog[None]):
    """Says what is being done; escape gives it up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Stop")]

    def __init__(self, title: str, stops: str = "esc gives up") -> None:
        super().__init__()
        self.title_text = title
        self.stops = stops
        self._said = ""

    def compose(self) -> ComposeResult:
        """What is done, and how far it is."""
        with Vertical(id="busy", classes="dialog"):
            yield Static(Content(self.title_text), classes="dialog-title")
            yield Static(Content(self._said), id="busy-state")
            yield Static(Content(self.stops), classes="dialog-keys")

    def say(self, sentence: str) -> None:
        """Tell how far it is."""
        self._said = sentence
        if self.is_mounted:
            self.query_one("#busy-state", Static).update(Content(sentence))
