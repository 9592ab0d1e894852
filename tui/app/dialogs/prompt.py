"""A line at the bottom to type in, while what is above answers to every letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.app.dialogs.typing import TypingScreen
from tui.app.widgets.line_input import LineInput


class LinePrompt(TypingScreen[str | None]):
    """Asks for a line; gives None where it was cancelled.

    Attributes:
        title: What is asked for, a word or two.
        changed: Is told what was typed so far, after each letter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Cancel")]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        hint: str = "",
        changed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.title_text = title
        self.value = value
        self.hint = hint
        self.changed = changed

    def compose(self) -> ComposeResult:
        """The line, with a note beside it."""
        with Horizontal(id="line-prompt"):
            yield Static(Content(self.title_text), id="line-prompt-title")
            yield LineInput(self.value, placeholder=self.hint, select_on_focus=True)
            yield Static(id="line-prompt-note")

    def note(self, text: str, *, wrong: bool = False) -> None:
        """Say something of what was typed, beside it."""
        if self.is_mounted:
            note = self.query_one("#line-prompt-note", Static)
            note.update(Content(text))
            note.set_class(wrong, "-wrong")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self.changed is not None and not self.is_answered:  # else enter was the last key
            self.changed(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
