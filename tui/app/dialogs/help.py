"""The help: every action with its keys, found by typing."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from tui.app.actions import Action, Scope, actions_of
from tui.app.dialogs.typing import TypingScreen
from tui.app.keymap import Keymap
from tui.app.keys import key_name
from tui.app.widgets.line_input import LineInput

_KEYS_WIDTH = 16


class HelpScreen(TypingScreen[None]):
    """Shows the action table, the scopes that apply now first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close"),
        Binding("f1", "dismiss", "Close", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, scopes: list[Scope], keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self.scopes = [*scopes, *(scope for scope in Scope if scope not in scopes)]

    def compose(self) -> ComposeResult:
        """A line to search in, and the table."""
        with Vertical(id="help", classes="dialog"):
            yield LineInput(placeholder="Type to search", id="help-search")
            with VerticalScroll(id="help-list", can_focus=False):
                yield Static(self._table(""), id="help-table")
            yield Static("↑ ↓ scroll · esc closes", classes="dialog-keys")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.query_one("#help-table", Static).update(self._table(event.value))

    def action_scroll(self, lines: int) -> None:
        """Scroll the table."""
        self.query_one("#help-list").scroll_relative(y=lines, animate=False)

    def _table(self, wanted: str) -> RenderableType:
        parts: list[RenderableType] = []
        words = wanted.lower().split()
        for scope in self.scopes:
            rows = [(self._keys(action), action) for action in actions_of(scope)]
            rows = [row for row in rows if _matches(*row, words)]
            if rows:
                parts.extend((Text(scope.value, "bold underline"), _grid(rows), Text()))
        return Group(*parts) if parts else Text("No action is called so.")

    def _keys(self, action: Action) -> str:
        return " ".join(map(key_name, self.keymap.keys(action)))


def _grid(rows: list[tuple[str, Action]]) -> Table:
    """Keys on the left, what they do on the right."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_KEYS_WIDTH)
    grid.add_column()
    for keys, action in rows:
        grid.add_row(Text(keys, "bold"), Text(action.help))
    return grid


def _matches(keys: str, action: Action, words: list[str]) -> bool:
    """Whether an action has all words; its name in keymaps counts as a whole, from its start.

    Else each word that names a scope, such as `read`, would find all in it.
    """
    text = f"{action.title} {action.help} {action.id} {keys}".lower()
    return all(word in text or ("." in word and word in action.name) for word in words)
