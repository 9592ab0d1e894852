"""Muted people: what they wrote is folded, now and at later visits."""

from __future__ import annotations

from functools import partial

from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.sieve import Sieve
from tui.app.reader.trail import Trail
from tui.reading import query as language
from tui.reading.filtering import after_unmuting, matching_any


class Mutes(Feature):
    """Folds what is muted."""

    def __init__(self, screen: ReadingScreen, sieve: Sieve, trail: Trail) -> None:
        super().__init__(screen)
        self._sieve, self._trail = sieve, trail
        self._muted: frozenset[str] = frozenset()

    def toggle(self, author: str) -> None:
        """Fold what an author wrote, now and later; or unfold it, where that is so."""
        query = str(language.author_query(author))
        muted = query not in self._muted
        self._set(query, muted=muted)
        title = f"{'Muted' if muted else 'Unmuted'} {author}"
        self._trail.did(title, lambda: self._set(query, muted=not muted))
        if muted:
            title += "; their comments are folded"
        else:
            still = self.thread.comment in self.thread.reading.muted
            title += after_unmuting(query, self.services.muted_by_settings(), still_muted=still)
        self.tell(f"{title}.", 3)

    def _set(self, query: str, *, muted: bool) -> None:
        """Mute what matches a query, or no more."""
        self.show(self._muted | {query} if muted else self._muted - {query})
        self.run(partial(self._remember, query, muted=muted), "mute", in_thread=True)

    def _remember(self, query: str, *, muted: bool) -> None:
        problem = self.services.mute(query, muted=muted)
        if problem:
            self.app.call_from_thread(self.tell, problem, None, "warning")

    def show(self, muted: frozenset[str] | None = None) -> None:
        """Fold what is muted and was not before, and unfold what is muted no more.

        Args:
            muted: What is muted, as queries; as before where it is None.
        """
        if muted is not None:
            self._muted = muted
        reading = self.thread.reading
        before = reading.muted
        reading.mute(matching_any(self._muted, self._sieve.facts()))
        if reading.muted != before:
            self.thread.stack.forget_lines()  # which say who is muted
            self.thread.fold(reading.folded)
