"""Where a reply is written: its title, the words it answers, the text, and whether it is saved."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from tui.app.actions import Scope, bindings
from tui.app.layout.comments import count
from tui.app.messages import DraftSaved, WritingAsked
from tui.errors import DraftError
from tui.store.draft import Draft
from tui.store.writing import Writing

SAVE_AFTER = 0.2
"""Seconds from a key to the start of saving; what was on screen must be on disk within 0.5 s."""

_RETRY_AFTER = 2.0


class ReplyText(TextArea):
    """The text of a reply."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.COMPOSER)
    scope = Scope.COMPOSER

    def __init__(self, text: str) -> None:
        super().__init__(
            text, id="reply-text", soft_wrap=True, tab_behavior="focus", show_line_numbers=False
        )

    def on_mount(self) -> None:
        """Begin at the end, under the quote; no cursor blinks where nothing may move."""
        self.move_cursor(self.document.end)
        if self.app.animation_level == "none":
            self.cursor_blink = False

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

    def action_discard(self) -> None:
        """Discard the draft."""
        self.post_message(WritingAsked("discard"))

    def action_switch_pane(self) -> None:
        """Go to the other pane."""
        self.post_message(WritingAsked("switch_pane"))


class Composer(Vertical):
    """Writes one draft and keeps it on disk.

    Attributes:
        writing: The draft in the making.
        text: The text area.
    """

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.text = ReplyText(writing.body)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, the words that are answered, text, state."""
        yield Static(Content(f"✎ {self.writing.title}"), id="composer-title")
        parent = self.writing.parent
        if parent is not None:
            words = " ".join(parent.text.split())
            yield Static(Content(words), id="composer-parent")
        yield self.text
        yield Static(Content(self._rest()), id="composer-state")

    def _rest(self) -> str:
        return "on disk" if self.writing.draft else "nothing written yet"

    @on(TextArea.Changed)
    def _typed(self) -> None:
        """Save soon: the timer runs from the first change, so that steady typing is saved too."""
        self.writing.body = self.text.text
        if self.writing.unsaved and self._timer is None:
            self._say("…")
            self._timer = self.set_timer(SAVE_AFTER, self.save)

    def save(self) -> None:
        """Save in a thread, one at a time."""
        self._timer = None
        self.run_worker(self._write, thread=True, group="save", exit_on_error=False)

    def _write(self) -> None:
        try:
            draft = self.writing.write()
        except DraftError as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        if draft is not None:
            self.app.call_from_thread(self._saved, draft)

    def _saved(self, draft: Draft) -> None:
        if self.is_attached:
            words = count(len(draft.body.split()), "word") or "empty"
            self._say(f"saved {draft.changed.astimezone():%H:%M:%S} · {words}")
            self.post_message(DraftSaved(draft))

    def _failed(self, sentence: str) -> None:
        if self.is_attached:
            self._say(f"{sentence} The text is still here; trying again.")
            if self._timer is None:
                self._timer = self.set_timer(_RETRY_AFTER, self.save)

    def _say(self, sentence: str) -> None:
        self.query_one("#composer-state", Static).update(Content(sentence))

    def finish(self) -> str | None:
        """Put the last words on disk before closing; a sentence where that fails."""
        self.writing.body = self.text.text
        try:
            self.writing.write()
        except DraftError as error:
            return str(error)
        return None

    def insert(self, quote: str) -> None:
        """Put a quote in at the cursor, on lines of its own."""
        before = self.text.document.get_line(self.text.cursor_location[0])
        self.text.insert(f"\n\n{quote}" if before.strip() else quote)

    def replace_text(self, body: str) -> None:
        """Take over what an editor wrote."""
        self.text.text = body
        self.text.move_cursor(self.text.document.end)
