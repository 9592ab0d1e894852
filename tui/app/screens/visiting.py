"""The part of a reading screen that knows what was read: marks, what came since, muted people."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from textual import on, work

from tui.app import dialogs
from tui.app.layout.comments import count
from tui.app.screens.sifting import SiftingScreen
from tui.app.widgets.line_view import LineView
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Page
from tui.reading import query as language
from tui.reading.filtering import after_unmuting, matching_any
from tui.reading.matching import came, same_comments
from tui.reading.moves import Way
from tui.reading.visits import Visits

_KEEP_AFTER = 5.0
"""Seconds after which a change of the marks is on disk."""


class VisitingScreen(SiftingScreen):
    """A screen that remembers what of its page was read."""

    _visits: Visits | None = None
    _keeping = False
    _muted: frozenset[str] = frozenset()

    # Arriving and leaving

    def arrive(self, visits: Visits, muted: frozenset[str]) -> None:
        """Show what was read at earlier visits, and fold what is muted.

        Args:
            visits: What the visits of the page left.
            muted: What is muted, as queries.
        """
        reading = self.thread.reading
        marked = reading.marks.read_keys()  # keys may have come before the marks
        self._visits = visits
        reading.show_marks(visits.fresh, visits.read | marked)
        self.thread.show_marks()
        self._mute_anew(muted)

    def visits_now(self) -> Visits | None:
        """What is to be kept of the visits; what was read of other pages of the thread stays."""
        if self._visits is None:
            return None
        reading = self.thread.reading
        here = {comment.key for comment in reading.thread.comments}
        return replace(self._visits, read=(self._visits.read - here) | reading.marks.read_keys())

    def keep_visits(self) -> None:
        """Put on disk what was read."""
        self._keeping = False
        visits = self.visits_now()
        if visits is not None:
            self.services.keep_visits(self.page, visits)

    def _keep_soon(self) -> None:
        """Put the marks on disk in a while, so that a crash takes seconds, not hours."""
        if not self._keeping:
            self._keeping = True
            self.set_timer(_KEEP_AFTER, self._keep_in_thread)

    def _keep_in_thread(self) -> None:
        visits, page = self.visits_now(), self.page
        self._keeping = False
        if visits is not None:
            keep = partial(self.services.keep_visits, page, visits)
            self.run_worker(
                keep,
                thread=True,
                group="visits",
                exit_on_error=False,
                description="keeps visits",  # or Textual writes the page out to describe it
            )

    def revisit(self, page: Page) -> int:
        """Show the page as it is now, its comments known again; how many are new since."""
        reading = self.thread.reading
        before = reading.thread
        moved = same_comments(before, page.thread) if page.thread is not None else {}
        visits = self.visits_now()
        self.thread.show_page(page, moved)
        if visits is not None:
            keys = [comment.key for comment in reading.thread.comments]
            self._visits = self.services.visited(visits.moved(moved), keys)
            reading.show_marks(self._visits.fresh, self._visits.read)
            self.thread.show_marks()
            self._keep_soon()
        self._mute_anew(self._muted)
        if self.wanted is not None or self.hides_read:
            self.sift()
        return came(before, reading.thread, moved)

    # Marks

    @on(ThreadPane.Marked)
    def _marked(self, event: ThreadPane.Marked) -> None:
        reading = self.thread.reading
        if event.title is not None:
            before = {reading.key(index): state for index, state in event.change.items()}

            def restore() -> None:  # by keys, since the page may have been read again
                found = {reading.thread.index_of(key): state for key, state in before.items()}
                reading.marks.revert({at: was for at, was in found.items() if at is not None})
                self.thread.show_marks()
                self.update_titles()
                self._keep_soon()

            self.did(event.title, restore)
        self._keep_soon()

    def action_mark_all(self) -> None:
        """Mark all as read, after a yes."""
        unread = self.thread.reading.marks.unread
        if not unread:
            self.notify("All comments are read.", timeout=2, markup=False)
            return
        dialog = dialogs.ConfirmDialog(
            "Mark all comments as read?", f"{count(unread, 'comment')} not read so far."
        )
        self.app.push_screen(dialog, lambda yes: self.thread.mark_all() if yes else None)

    @on(LineView.EndReached)
    def _end_reached(self, event: LineView.EndReached) -> None:
        """At the end of a pane, the key that turns pages goes on to what was not read."""
        event.stop()
        self.go_to_unread(Way.ON)

    # Muted people

    @on(ThreadPane.AuthorAsked)
    def _author_asked(self, event: ThreadPane.AuthorAsked) -> None:
        if event.author is None:
            self.notify("The page does not name the author.", markup=False)
        elif event.wish == "only":
            self.show_only_author(event.author)
        else:
            self.toggle_mute(event.author)

    def toggle_mute(self, author: str) -> None:
        """Fold what an author wrote, now and later; or unfold it, where that is so."""
        query = str(language.author_query(author))
        muted = query not in self._muted
        self.set_muted(query, muted=muted)
        title = f"{'Muted' if muted else 'Unmuted'} {author}"
        self.did(title, lambda: self.set_muted(query, muted=not muted))
        if muted:
            title += "; their comments are folded"
        else:
            still = self.thread.comment in self.thread.reading.muted
            title += after_unmuting(query, self.services.muted_by_settings(), still_muted=still)
        self.notify(f"{title}.", timeout=3, markup=False)

    def set_muted(self, query: str, *, muted: bool) -> None:
        """Mute what matches a query, or no more."""
        self._mute_anew(self._muted | {query} if muted else self._muted - {query})
        self._remember_mute(query, muted)

    @work(thread=True, group="mute")
    def _remember_mute(self, query: str, muted: bool) -> None:  # noqa: FBT001 -- from a worker
        problem = self.services.mute(query, muted=muted)
        if problem:
            self.app.call_from_thread(self.notify, problem, severity="warning", markup=False)

    def _mute_anew(self, muted: frozenset[str]) -> None:
        """Fold what is muted now and was not before, and unfold what is muted no more."""
        self._muted = muted
        reading = self.thread.reading
        before = reading.muted
        reading.mute(matching_any(muted, self.facts()))
        if reading.muted != before:
            self.thread.fold(reading.folded)
