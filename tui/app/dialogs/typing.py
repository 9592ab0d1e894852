"""Dialogs that take keys, also those that are typed before they are drawn.

A key goes to what has the focus when it comes. Who types `/dike` or `cy` in one go sends the later
keys while the dialog is still on its way; they come to the application from the screen below, which
hands them to the dialog that is on top by then.
"""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.widgets import Input

from tui.app.dialogs.closing import Dialog

ResultT = TypeVar("ResultT")


class KeyScreen(Dialog[ResultT]):
    """A dialog that answers to single keys."""

    def on_key(self, event: events.Key) -> None:
        """Take a key; nothing below is to see it, but what comes after the answer is for that."""
        event.stop()
        if self.is_answered:
            self.app.post_message(events.Key(event.key, event.character))
        else:
            self.take_key(event)

    def take_key(self, event: events.Key) -> None:
        """Answer to a key."""

    def keeps_key(self, event: events.Key) -> bool:
        """Take a key that was typed ahead."""
        self.take_key(event)
        return True


class TypingScreen(Dialog[ResultT]):
    """A dialog with a line to type in, the first that gets the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead = ""
        self._entered_ahead = False

    @property
    def _line(self) -> Input | None:
        return self.focused if isinstance(self.focused, Input) else None

    def keeps_key(self, event: events.Key) -> bool:
        """Take a key that was typed ahead, or nothing where it is none for the line."""
        line = self._line
        if event.is_printable and event.character:
            if line is None:
                self._typed_ahead += event.character
            else:  # a line in focus lets no letter get here but those typed ahead
                line.replace(event.character, *line.selection)
            return True
        if event.key == "enter" and line is None:
            self._entered_ahead = True
            return True
        return False

    async def on_descendant_focus(self) -> None:
        """Put what was typed ahead into the line."""
        line = self._line
        typed, self._typed_ahead = self._typed_ahead, ""
        if line is not None and typed:
            line.replace(typed, *line.selection)
        if line is not None and self._entered_ahead:
            self._entered_ahead = False
            await line.action_submit()
