"""What was read of the page: at earlier visits, now, and what came since."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from tui.app import dialogs
from tui.app.layout.comments import count
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.trail import Trail
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Page
from tui.reading.matching import came, same_comments
from tui.reading.visits import Visits

_KEEP_AFTER = 5.0
"""Seconds after which a change of the marks is on disk."""


class Visit(Feature):
    """Remembers what of the page was read."""

    def __init__(self, screen: ReadingScreen, trail: Trail) -> None:
        super().__init__(screen)
        self._trail = trail
        self._visits: Visits | None = None
        self._keeping = False

    # Arriving and leaving

    def arrive(self, visits: Visits) -> None:
        """Show what was read at earlier visits.

        Args:
            visits: What the visits of the page left.
        """
        reading = self.thread.reading
        marked = reading.marks.read_keys()  # keys may have come before the marks
        self._visits = visits
        reading.show_marks(visits.fresh, visits.read | marked)
        self.thread.show_marks()

    def _now(self) -> Visits | None:
        """What is to be kept of the visits; what was read of other pages of the thread stays."""
        if self._visits is None:
            return None
        reading = self.thread.reading
        here = {comment.key for comment in reading.thread.comments}
        return replace(self._visits, read=(self._visits.read - here) | reading.marks.read_keys())

    def keep(self) -> None:
        """Put on disk what was read."""
        self._keeping = False
        visits = self._now()
        if visits is not None:
            self.services.keep_visits(self.page, visits)

    def keep_soon(self) -> None:
        """Put the marks on disk in a while, so that a crash takes seconds, not hours."""
        if not self._keeping:
            self._keeping = True
            self.screen.set_timer(_KEEP_AFTER, self._keep_in_thread)

    def _keep_in_thread(self) -> None:
        visits, page = self._now(), self.page
        self._keeping = False
        if visits is not None:
            keep = partial(self.services.keep_visits, page, visits)
            self.run(keep, "visits", in_thread=True, is_fatal=False)

    def revisit(self, page: Page) -> int:
        """Show the page as it is now, its comments known again; how many are new since."""
        reading = self.thread.reading
        before = reading.thread
        moved = same_comments(before, page.thread) if page.thread is not None else {}
        visits = self._now()
        self.thread.show_page(page, moved)
        if visits is not None:
            self._visits = self.services.visited(visits.moved(moved), page)
            reading.show_marks(self._visits.fresh, self._visits.read)
            self.thread.show_marks()
            self.keep_soon()
        return came(before, reading.thread, moved)

    # Marks

    def marked(self, event: ThreadPane.Marked) -> None:
        """Keep marks that changed, and how to undo it."""
        reading = self.thread.reading
        if event.title is not None:
            before = {reading.key(index): state for index, state in event.change.items()}

            def restore() -> None:  # by keys, since the page may have been read again
                found = {reading.thread.index_of(key): state for key, state in before.items()}
                reading.marks.revert({at: was for at, was in found.items() if at is not None})
                self.thread.show_marks()
                self.screen.update_titles()
                self.keep_soon()

            self._trail.did(event.title, restore)
        self.keep_soon()

    def action_mark_all(self) -> None:
        """Mark all as read, after a yes."""
        unread = self.thread.reading.marks.unread
        if not unread:
            self.tell("All comments are read.", 2)
            return
        dialog = dialogs.ConfirmDialog(
            "Mark all comments as read?", f"{count(unread, 'comment')} not read so far."
        )
        self.app.push_screen(dialog, lambda yes: self.thread.mark_all() if yes else None)
