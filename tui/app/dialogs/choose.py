"""A dialog that lets one choose among a few things by their number."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.typing import KeyScreen


class ChooseDialog(KeyScreen[int | None]):
    """Offers up to nine things; gives the place of the chosen one, or None."""

    def __init__(self, title: str, choices: Sequence[str], chosen: int | None = None) -> None:
        super().__init__()
        self.title_text = title
        self.choices = choices
        self.at = chosen or 0

    def compose(self) -> ComposeResult:
        """The choices under each other."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.title_text), classes="dialog-title")
            yield Static(self._rows(), id="choices")
            keys = f"1-{len(self.choices)} or ↑ ↓ and enter choose · esc cancels"
            yield Static(keys, classes="dialog-keys")

    def _rows(self) -> Content:
        rows = [
            Content.assemble(
                ("▎" if at == self.at else " ", "bold"), (f" {at + 1} ", "bold"), choice
            )
            for at, choice in enumerate(self.choices)
        ]
        return Content("\n").join(rows)

    @on(events.Click, "#choices")
    def _clicked(self, event: events.Click) -> None:
        """A click chooses."""
        if 0 <= event.y < len(self.choices):
            self.dismiss(event.y)

    def take_key(self, event: events.Key) -> None:
        """Choose by number, or by going to it."""
        number = int(event.character) if event.character and event.character in "123456789" else 0
        if 1 <= number <= len(self.choices):
            self.dismiss(number - 1)
        elif event.key == "enter":
            self.dismiss(self.at)
        elif event.key in {"escape", "q"}:
            self.dismiss(None)
        elif event.key in {"up", "k", "down", "j"}:
            step = 1 if event.key in {"down", "j"} else -1
            self.at = (self.at + step) % len(self.choices)
            self.query_one("#choices", Static).update(self._rows())
