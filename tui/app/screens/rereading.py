"""The part of a reading screen that looks back: at what drafts answered, and at their versions."""

from __future__ import annotations

from textual import on

from tui.app import dialogs, screens
from tui.app.screens.dispatching import DispatchingScreen
from tui.app.widgets.thread_pane import ThreadPane
from tui.reading.anchoring import text_now


class RereadingScreen(DispatchingScreen):
    """A screen whose drafts tell what they were written about and how they came about."""

    @on(ThreadPane.AnsweredAsked)
    def _answered_asked(self, event: ThreadPane.AnsweredAsked) -> None:
        """Show what a draft answers, as it was and as it is."""
        placed = self.placed_draft(event.draft_id)
        if placed is None:
            return
        thread = self.thread.thread
        index = placed.anchored.index if placed.anchored is not None else None
        now = None if index is None else text_now(thread.comments[index])
        from tui.app.layout.draft_texts import change_texts  # noqa: PLC0415 -- seldom needed

        texts = change_texts(placed, now, self.thread.glyphs)
        self.app.push_screen(dialogs.TextDialog("What this draft answers", texts))

    @on(ThreadPane.VersionsAsked)
    def _versions_asked(self, event: ThreadPane.VersionsAsked) -> None:
        """List the earlier versions of a draft."""
        self.app.push_screen(screens.VersionsScreen(self.services, event.draft_id))
