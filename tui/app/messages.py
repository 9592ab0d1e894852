"""What screens ask of the application."""

from __future__ import annotations

from textual.message import Message


class BackAsked(Message):
    """Go back to the screen below."""


class OpenAsked(Message):
    """Open a source on top of what is shown."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
