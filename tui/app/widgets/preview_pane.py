"""How a reply will look on the site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.actions import Scope, bindings
from tui.app.layout.article import ArticleItem, BlockItem, TextItem
from tui.app.layout.lines import Role
from tui.app.messages import WritingAsked
from tui.app.widgets.line_view import LineView
from tui.model import Block

MAX_TEXT = 80


class PreviewPane(LineView[ArticleItem]):
    """Shows the blocks that a text becomes, and what the site does to it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.PREVIEW)
    scope = Scope.PREVIEW

    def __init__(self) -> None:
        super().__init__(max_text=MAX_TEXT, id="preview")
        self._items: Sequence[ArticleItem] = ()

    def make_items(self) -> Sequence[ArticleItem]:
        """The notes, and the blocks below them."""
        return self._items

    def show_blocks(self, blocks: Sequence[Block], notes: Sequence[str]) -> None:
        """Show another text.

        Args:
            blocks: How it looks.
            notes: What is to be known of that, in sentences.
        """
        told = [TextItem(f"note-{at}", note, Role.NOTE) for at, note in enumerate(notes)]
        if not blocks:
            told.append(TextItem("empty", "Nothing is written yet.", Role.META))
        self._items = [*told, *(BlockItem(f"block-{at}", b) for at, b in enumerate(blocks))]
        self.relayout()

    def action_preview(self) -> None:
        """Go back to writing."""
        self.post_message(WritingAsked("preview"))
