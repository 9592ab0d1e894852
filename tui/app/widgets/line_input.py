"""A line to type in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui.app.widgets.in_order import editing, edits

_EDITING = editing(Input.BINDINGS) - {"submit", "copy"}


class LineInput(Input):
    """A line whose text is what is typed, in the order of the keys.

    Enter waits for its turn, since keys of the dialog may choose before it what it enters.
    """

    async def _on_key(self, event: events.Key) -> None:
        if not await edits(self, event, _EDITING):
            await super()._on_key(event)
