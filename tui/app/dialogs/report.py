"""Telling something that matters, with what can be done about it under keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog
from tui.app.keys import key_name


class Choice(NamedTuple):
    """Something that can be done.

    Attributes:
        key: The key that does it, as Textual names it.
        title: What it does, in a few words.
    """

    key: str
    title: str


class ReportDialog(Dialog[str | None]):
    """Tells something and offers what can be done; gives the key of the choice, or None.

    Keys that were typed before it was drawn choose nothing, since nobody has read it by then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(
        self, title: str, sentences: Sequence[str], choices: Sequence[Choice] = ()
    ) -> None:
        super().__init__()
        self.title_text = title
        self.sentences = sentences
        self.choices = choices

    def compose(self) -> ComposeResult:
        """The title, the sentences, the choices under each other."""
        with Vertical(id="report", classes="dialog"):
            yield Static(Content(self.title_text), classes="dialog-title")
            with VerticalScroll(id="report-scroll", can_focus=False):
                yield Static(Content("\n\n".join(self.sentences)), id="report-text")
            if self.choices:
                yield Static(self._rows(), id="report-choices")
            yield Static("esc closes", classes="dialog-keys")

    def _rows(self) -> Content:
        rows = [
            Content.assemble((f"{key_name(choice.key):>5} ", "bold"), choice.title)
            for choice in self.choices
        ]
        return Content("\n").join(rows)

    def on_key(self, event: events.Key) -> None:
        """Choose."""
        if any(event.key == choice.key for choice in self.choices):
            event.stop()
            event.prevent_default()
            self.dismiss(event.key)

    @on(events.Click, "#report-choices")
    def _clicked(self, event: events.Click) -> None:
        """A click on a choice makes it."""
        if 0 <= event.y < len(self.choices):
            self.dismiss(self.choices[event.y].key)

    def action_scroll(self, lines: int) -> None:
        """Scroll what is told."""
        self.query_one("#report-scroll").scroll_relative(y=lines, animate=False)
