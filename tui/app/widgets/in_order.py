"""Keys that edit a text, in the order in which they come.

Textual puts letters in at once and does all else when a key has come back from the application: of
keys that come together, as over a slow line, a backspace would delete the letter behind it.
"""

from __future__ import annotations

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget


def editing(bindings: list[BindingType]) -> frozenset[str]:
    """The actions of the keys of a text on it and on its cursor."""
    return frozenset(each.action for each in bindings if isinstance(each, Binding))


async def edits(widget: Widget, event: events.Key, actions: frozenset[str]) -> bool:
    """Do at once what a key does to the text of a widget; whether it does one of these actions."""
    active = None if event.is_printable else widget.screen.active_bindings.get(event.key)
    if active is None or active.node is not widget or active.binding.action not in actions:
        return False
    event.stop()
    event.prevent_default()
    await widget.run_action(active.binding.action)
    return True
