"""Dialogs that close once, and nothing but themselves."""

from __future__ import annotations

from typing import TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from tui.app.styles import SCREENS

ResultT = TypeVar("ResultT")


class Dialog(ModalScreen[ResultT]):
    """A dialog that gives one answer.

    Textual takes off whatever screen is on top. A second answer, of a key that repeats or of a
    double click, would close the page below as well, and with the last page the program.
    """

    CSS_PATH = SCREENS

    _late: tuple[ResultT | None] | None = None

    @property
    def is_answered(self) -> bool:
        """Whether it was closed, and only what was sent before then still comes."""
        return self not in self.app.screen_stack

    def keeps_key(self, event: events.Key) -> bool:
        """Take a key before what it is bound to is done; whether it is taken."""
        del event
        return False

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Give the answer, the first one; below another dialog once that is closed."""
        if self.is_answered:
            return AwaitComplete()
        if self.app.screen is not self:
            self._late = (result,)
            return AwaitComplete()
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Give an answer that came while another dialog was on top."""
        if self._late is not None:
            self.dismiss(*self._late)


class Palette(CommandPalette, Dialog[None]):
    """The command palette."""

    def _action_command_list(self, action: str) -> None:
        """Move in the list of what was found, once it has rows: Textual fails before."""
        if self.query_one(CommandList).scrollable_content_region.height:
            super()._action_command_list(action)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _chosen(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Do what was chosen once."""
        if self.is_answered:
            event.stop()
            event.prevent_default()
