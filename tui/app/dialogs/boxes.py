"""Boxes to tick that tell without colours whether they are ticked."""

from __future__ import annotations

from textual.widgets import Checkbox


class Box(Checkbox):
    """A box with a cross where it is ticked, and with nothing where it is not."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Draw the cross, or none."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()
