"""Asking in which form drafts are exported, and to where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, RadioSet, Static

from tui.app.dialogs.closing import Dialog
from tui.app.dialogs.export import FORMS, Choice
from tui.app.widgets.line_input import LineInput
from tui.dump.draft_files import DraftOrder, renamed_path
from tui.dump.exports import Form
from tui.store.draft import Draft


class DraftExportDialog(Dialog[DraftOrder | None]):
    """Asks as what, and where; gives None where it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "write", "Write"),
    ]

    def __init__(self, order: DraftOrder, drafts: Sequence[Draft]) -> None:
        super().__init__()
        self.order = order
        self.drafts = drafts

    def compose(self) -> ComposeResult:
        """The forms, and the file below."""
        number = len(self.drafts)
        several = number > 1
        title = f"Export {number} drafts" if several else "Export the draft"
        with Vertical(id="export", classes="dialog"):
            yield Static(Content(title), classes="dialog-title")
            with RadioSet(id="export-form"):
                for form, name in FORMS.items():
                    yield Choice(name, form is self.order.form)
            yield Label("To the file, or to a folder/ with a file for each" if several
                        else "To the file")  # fmt: skip
            yield LineInput(self.order.path, id="export-path", select_on_focus=False)
            yield Static("enter writes · tab the form, ↑ ↓ space choose · esc cancels",
                         classes="dialog-keys")  # fmt: skip

    def on_mount(self) -> None:
        """Begin with the file, so that enter is all it takes."""
        self.query_one("#export-path").focus()

    def _form(self) -> Form:
        return list(FORMS)[self.query_one("#export-form", RadioSet).pressed_index]

    @on(RadioSet.Changed)
    def _chosen(self) -> None:
        """The file's name follows what is chosen."""
        path = self.query_one("#export-path", Input)
        path.value = renamed_path(path.value, self.drafts, self._form())

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write what was chosen."""
        path = self.query_one("#export-path", Input).value.strip()
        if path:
            self.dismiss(DraftOrder(self._form(), path))
