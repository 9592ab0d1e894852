"""A line to type in."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.widgets import Input

_EDITING = frozenset(each.action for each in Input.BINDINGS if isinstance(each, Binding)) - {
    "submit",
    "copy",
}
"""What keys do to the text and the cursor in it."""


class LineInput(Input):
    """A line whose text is what is typed, in the order of the keys.

    Textual puts letters in at once and does all else when a key has come back from the
    application: of keys that come together, a backspace would delete the letter behind it. Enter
    waits for its turn, since keys of the dialog may choose before it what it enters.
    """

    async def _on_key(self, event: events.Key) -> None:
        active = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if active is None or active.node is not self or active.binding.action not in _EDITING:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        await self.run_action(active.binding.action)
