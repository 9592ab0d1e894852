"""Asking what to export, in which form, and to which file."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, RadioButton, RadioSet, Static

from tui.app.dialogs.closing import Dialog
from tui.app.widgets.line_input import LineInput
from tui.dump.exports import Form, renamed
from tui.reading.parts import Part

_PARTS = {
    Part.PAGE: "Page",
    Part.ARTICLE: "Article",
    Part.THREAD: "Thread",
    Part.BRANCH: "Branch",
}
FORMS = {Form.MARKDOWN: "Markdown", Form.TEXT: "Text", Form.HTML: "HTML", Form.JSON: "JSON"}


class ExportOrder(Struct, frozen=True):
    """What to export.

    Attributes:
        part: What of the page.
        form: In which form.
        path: Where to, as it was typed.
    """

    part: Part
    form: Form
    path: str


class Choice(RadioButton):
    """A choice that tells without colours whether it is made."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Draw a point where it is made, nothing where it is not."""
        self.BUTTON_INNER = "●" if self.value else " "
        super().watch_value()


class ExportDialog(Dialog[ExportOrder | None]):
    """Asks what, as what, and where; gives None where it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "write", "Write"),
    ]

    def __init__(self, order: ExportOrder, title: str | None) -> None:
        super().__init__()
        self.order = order
        self.page_title = title

    def compose(self) -> ComposeResult:
        """What and as what beside each other, the file below."""
        with Vertical(id="export", classes="dialog"):
            yield Static("Export", classes="dialog-title")
            with Horizontal(id="export-choices"):
                with RadioSet(id="export-part"):
                    for part, name in _PARTS.items():
                        yield Choice(name, part is self.order.part)
                with RadioSet(id="export-form"):
                    for form, name in FORMS.items():
                        yield Choice(name, form is self.order.form)
            yield Label("To the file")
            yield LineInput(self.order.path, id="export-path", select_on_focus=False)
            yield Static(
                "enter writes · tab what and as what, ↑ ↓ space choose · esc cancels",
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        """Begin with the file, so that enter is all it takes."""
        self.query_one("#export-path").focus()

    def _part(self) -> Part:
        return list(_PARTS)[self.query_one("#export-part", RadioSet).pressed_index]

    def _form(self) -> Form:
        return list(FORMS)[self.query_one("#export-form", RadioSet).pressed_index]

    @on(RadioSet.Changed)
    def _chosen(self) -> None:
        """The file's name follows what is chosen, as far as it is not the user's own."""
        path = self.query_one("#export-path", Input)
        path.value = renamed(path.value, self.page_title, self._part(), self._form())

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write what was chosen."""
        path = self.query_one("#export-path", Input).value.strip()
        if path:
            self.dismiss(ExportOrder(self._part(), self._form(), path))
