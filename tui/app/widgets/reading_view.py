"""A text for reading beside or above something else: it scrolls, and that is all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app.layout.texts import ReadItem
from tui.app.widgets.line_view import LineView

MAX_TEXT = 80
"""The widest text column, in cells."""


class ReadingView(LineView[ReadItem]):
    """Shows items of text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "line_down", show=False),
        Binding("k,up", "line_up", show=False),
        Binding("space,pagedown", "page_on", show=False),
        Binding("b,pageup", "page_back", show=False),
        Binding("g,home", "top", show=False),
        Binding("G,end", "bottom", show=False),
    ]

    def __init__(self, items: Sequence[ReadItem] = (), *, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(max_text=MAX_TEXT, id=id)
        self._texts = items

    def make_items(self) -> Sequence[ReadItem]:
        """The texts."""
        return self._texts

    def show_texts(self, items: Sequence[ReadItem], *, keeps_place: bool = False) -> None:
        """Show other texts, from their start unless they are the same ones changed."""
        if list(items) == list(self._texts):
            return
        self._texts = items
        self.relayout(anew=True)
        if not keeps_place:
            self.scroll_lines_to(0)
