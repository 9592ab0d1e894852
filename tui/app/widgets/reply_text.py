"""The text of a reply: a text area that marks what is misspelt."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.document._document import Location
from textual.widgets import TextArea

from tui.app.actions import Scope, bindings
from tui.app.messages import WritingAsked
from tui.app.widgets.in_order import editing, edits
from tui.app.widgets.prose_area import ProseArea
from tui.app.widgets.prose_rows import Spans

_STEPS = 1_000
"""So many steps can be undone."""

_EDITING = editing(TextArea.BINDINGS)

_LINES = 512
"""So many lines keep their marks."""


def _nothing(_line: str) -> Spans:
    return ()


class ReplyText(ProseArea):
    """The text of a reply."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reply--misspelt"}
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.COMPOSER)
    scope = Scope.COMPOSER

    def __init__(self, text: str) -> None:
        super().__init__(text, id="reply-text", max_checkpoints=_STEPS)
        self._misspelt: Callable[[str], Spans] = _nothing

    def on_mount(self) -> None:
        """Begin at the end, under the quote; no cursor blinks where nothing may move."""
        self.move_cursor(self.document.end)
        if self.app.animation_level == "none":
            self.cursor_blink = False

    # What is drawn

    def show_misspelt(self, spans_of: Callable[[str], Spans]) -> None:
        """Mark what is misspelt.

        Args:
            spans_of: Gives the stretches to mark of a line.
        """
        self._misspelt = lru_cache(_LINES)(spans_of)
        self.refresh()

    def marked(self, line: str) -> Spans:
        """What is misspelt in a line."""
        return self._misspelt(line)

    def marking(self) -> Style:
        """The look of what is misspelt."""
        return self.get_component_rich_style("reply--misspelt", partial=True)

    # Changing it

    def begin(self, body: str) -> None:
        """Have the text of another draft, which nothing is undone beyond."""
        self._misspelt = _nothing
        self.history.clear()
        if body != self.text:
            with self.prevent(TextArea.Changed):  # it is not typed
                self.load_text(body)
        self.move_cursor(self.document.end)

    def take(self, body: str) -> None:
        """Have another text, as one step that can be undone."""
        if body != self.text:
            self.change((0, 0), self.document.end, body)
        self.move_cursor(self.document.end)

    def put_in(self, text: str) -> None:
        """Put lines in at the cursor, as one step that can be undone, apart from what is there."""
        here = row, column = max(self.selection)
        line = self.document.get_line(row)
        gap = "\n\n" if line[:column].strip() else ""
        end = "\n\n" if line[column:].strip() and not text.endswith("\n\n") else ""
        self.change(here, here, f"{gap}{text}{end}")

    def change(self, start: Location, end: Location, text: str) -> None:
        """Put a text in the place of another, as one step that can be undone."""
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.scroll_cursor_visible()

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if not await edits(self, event, _EDITING):
            await super()._on_key(event)

    def take_late(self, letter: str) -> None:
        """Put in a letter that comes late."""
        self.replace(letter, *self.selection, maintain_selection_offset=False)

    def action_close(self) -> None:
        """Close; the draft is kept."""
        self.post_message(WritingAsked("close"))

    def action_save(self) -> None:
        """Save now."""
        self.post_message(WritingAsked("save"))

    def action_editor(self) -> None:
        """Go on in an editor."""
        self.post_message(WritingAsked("editor"))

    def action_show_article(self) -> None:
        """Show the article while writing."""
        self.post_message(WritingAsked("show_article"))

    def action_preview(self) -> None:
        """Show how the text will look."""
        self.post_message(WritingAsked("preview"))

    def action_quote_all(self) -> None:
        """Quote what is answered."""
        self.post_message(WritingAsked("quote_all"))

    def action_template(self) -> None:
        """Put a template in."""
        self.post_message(WritingAsked("template"))

    def action_markup(self) -> None:
        """Write in the site's own rules, or in Markdown again."""
        self.post_message(WritingAsked("markup"))

    def action_misspelt_next(self) -> None:
        """Go to the next misspelt word."""
        self.post_message(WritingAsked("misspelt_next"))

    def action_suggestions(self) -> None:
        """Choose another spelling of a word."""
        self.post_message(WritingAsked("suggestions"))

    def action_settle(self) -> None:
        """Say which of two texts goes on."""
        self.post_message(WritingAsked("settle"))

    def action_discard(self) -> None:
        """Discard the draft."""
        self.post_message(WritingAsked("discard"))

    def action_switch_pane(self) -> None:
        """Go to the other pane."""
        self.post_message(WritingAsked("switch_pane"))

    def action_send(self) -> None:
        """Send the reply."""
        self.post_message(WritingAsked("send"))

    def action_hand_over(self) -> None:
        """Hand the reply over."""
        self.post_message(WritingAsked("hand_over"))
