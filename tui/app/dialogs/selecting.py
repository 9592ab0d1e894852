"""Selecting text by keys: a screen without a look of its own over the pane that it selects in."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from tui.app.actions import Scope, bindings
from tui.app.dialogs.closing import Dialog
from tui.app.widgets.selection import Selecting

_MAX_DIGITS = 4


class Taken(Enum):
    """What is done with what was selected."""

    COPIED = "copied"
    QUOTED = "quoted"
    PIPED = "piped"


class SelectionScreen(Dialog[Taken | None]):
    """Takes the keys while text is selected; gives what to do with it, or None.

    Attributes:
        selecting: The selection in the pane below.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SELECTION)
    scope = Scope.SELECTION

    def __init__(self, selecting: Selecting) -> None:
        super().__init__()
        self.selecting = selecting
        self._digits = ""

    def keeps_key(self, event: events.Key) -> bool:
        """Collect a number before a key."""
        digit = event.character if event.character and event.character in "0123456789" else ""
        self._digits = (self._digits + digit)[:_MAX_DIGITS]
        return bool(digit)

    def _count(self) -> int:
        """How often to do what the key says."""
        digits, self._digits = self._digits, ""
        return max(int(digits or "1"), 1)

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls the pane below."""
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """Likewise."""
        self._scroll(-3)

    def _scroll(self, lines: int) -> None:
        view = self.selecting.view
        view.scroll_lines_to(view.scroll_offset.y + lines)

    def on_click(self) -> None:
        """A click leaves."""
        self.dismiss(None)

    def action_line_down(self) -> None:
        """On by lines."""
        self.selecting.by_lines(self._count())

    def action_line_up(self) -> None:
        """Back by lines."""
        self.selecting.by_lines(-self._count())

    def action_word_on(self) -> None:
        """On by words."""
        self.selecting.by_words(self._count())

    def action_word_back(self) -> None:
        """Back by words."""
        self.selecting.by_words(-self._count())

    def action_sentence_on(self) -> None:
        """To the end of a sentence."""
        self.selecting.by_sentences(self._count())

    def action_sentence_back(self) -> None:
        """To the start of a sentence."""
        self.selecting.by_sentences(-self._count())

    def action_paragraph_on(self) -> None:
        """To the end of a paragraph."""
        self.selecting.by_paragraphs(self._count())

    def action_paragraph_back(self) -> None:
        """To the start of a paragraph."""
        self.selecting.by_paragraphs(-self._count())

    def action_top(self) -> None:
        """To the start of the text."""
        self.selecting.to_start()

    def action_bottom(self) -> None:
        """To the end of the text."""
        self.selecting.to_end()

    def action_swap(self) -> None:
        """Go on from the other end."""
        self.selecting.swap()

    def action_copy(self) -> None:
        """Copy what is selected."""
        self.dismiss(Taken.COPIED)

    def action_reply(self) -> None:
        """Quote what is selected."""
        self.dismiss(Taken.QUOTED)

    def action_pipe(self) -> None:
        """Hand what is selected to a command."""
        self.dismiss(Taken.PIPED)

    def action_leave(self) -> None:
        """Select nothing any more."""
        self.dismiss(None)
