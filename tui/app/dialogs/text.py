"""A text to read over what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog
from tui.app.layout.texts import ReadItem
from tui.app.widgets.reading_view import ReadingView


class TextDialog(Dialog[None]):
    """Shows a text under a title until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss", "Close")]

    def __init__(self, title: str, items: Sequence[ReadItem]) -> None:
        super().__init__()
        self.title_text = title
        self._items = items

    def compose(self) -> ComposeResult:
        """The title above the text."""
        with Vertical(id="text-dialog", classes="dialog"):
            yield Static(Content(self.title_text), classes="dialog-title")
            yield ReadingView(self._items, id="text-dialog-text")
            yield Static("↑ ↓ space scroll · esc closes", classes="dialog-keys")

    def on_mount(self) -> None:
        """The keys are for the text."""
        self.query_one(ReadingView).focus()
