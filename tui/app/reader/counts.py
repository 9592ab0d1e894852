"""The number that is typed before a key: how often to do what it does, or which one is meant."""

from __future__ import annotations

from textual import events

from tui.app.reader.base import ReadingScreen
from tui.app.reader.desk import Desk
from tui.app.reader.feature import Feature
from tui.app.widgets.bars import KeyBar

MAX_DIGITS = 6
"""A number before a key has no more digits; further ones are ignored."""


class Counts(Feature):
    """Collects the digits of a number, for the key that comes next and no other."""

    def __init__(self, screen: ReadingScreen, bar: KeyBar, desk: Desk) -> None:
        super().__init__(screen)
        self._bar, self._desk = bar, desk
        self._digits = ""
        self._is_going_on = False

    def takes(self, event: events.Key) -> bool:
        """Collect a digit, and show the number so far; whether the key was one.

        The application asks right before it does what a key is bound to. What sees the keys on
        their way there may see the next number before that.
        """
        digit = event.character if event.character and event.character in "0123456789" else ""
        if not digit:
            if not self._is_going_on:
                self._count("")
            self._is_going_on = False
            self._bar.show_count("")
        elif not self._desk.is_writing and (digit != "0" or self._digits):
            self._count((self._digits if self._is_going_on else "") + digit)
            self._is_going_on = True
            return True
        return False

    def _count(self, digits: str) -> None:
        self._digits = digits[:MAX_DIGITS]
        for pane in (self.article, self.thread):
            pane.count = int(self._digits) if self._digits else None
        self._bar.show_count(self._digits)
