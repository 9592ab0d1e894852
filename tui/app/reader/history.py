"""Looking back at a draft: what it answered when it was written, and its earlier versions."""

from __future__ import annotations

from tui.app import dialogs, screens
from tui.app.reader.base import ReadingScreen
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.feature import Feature


class History(Feature):
    """Tells what drafts were written about and how they came about."""

    def __init__(self, screen: ReadingScreen, drafts: PageDrafts) -> None:
        super().__init__(screen)
        self._drafts = drafts

    def show_answered(self, draft_id: str) -> None:
        """Show what a draft answers, as it was and as it is."""
        placed = self._drafts.where(draft_id)
        if placed is None:
            return
        thread = self.thread.thread
        index = placed.anchored.index if placed.anchored is not None else None
        from tui.reading.anchoring import text_now  # noqa: PLC0415 -- seldom needed

        now = None if index is None else text_now(thread.comments[index])
        from tui.app.layout.draft_texts import change_texts  # noqa: PLC0415 -- seldom needed

        texts = change_texts(placed, now, self.thread.glyphs)
        self.app.push_screen(dialogs.TextDialog("What this draft answers", texts))

    def show_versions(self, draft_id: str) -> None:
        """List the earlier versions of a draft."""
        self.app.push_screen(screens.VersionsScreen(self.services, draft_id))
