"""The drafts of a page, and where they stand in its thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.errors import DraftError
from tui.reading.naming import PageNames, names_of
from tui.store.draft import Draft
from tui.store.drafts import DraftStore

if TYPE_CHECKING:  # loaded after the first frame
    from tui.store.placing import Placed, Placing

_SHOW_AFTER = 2.0
"""Seconds without a key after which the tree shows what is written by then."""


class PageDrafts(Feature):
    """The drafts of the page as they were last read, shown among its comments.

    Attributes:
        known: The drafts, by their ids.
        placed: The drafts, and where they stand.
        when_read: Is called with the drafts each time that they were read.
        asked: The id of the draft to go to once it is read, or None.
        asked_to_write: Whether that is to be gone on with at once.
    """

    def __init__(self, screen: ReadingScreen, draft_id: str | None) -> None:
        super().__init__(screen)
        self.known: dict[str, Draft] = {}
        self.placed: list[Placed] = []
        self.when_read: Callable[[list[Draft]], None] = _nothing
        self.asked = draft_id
        self.asked_to_write = True
        self._sought: set[str] = set()
        self._places: Placing | None = None
        self._showing: Timer | None = None

    def read(self) -> None:
        """Read the page's drafts in a thread and show them."""
        self.run(self._read, "drafts", in_thread=True, is_fatal=False)

    def go_to(self, draft_id: str, *, writes: bool) -> None:
        """Go to a draft as it is on disk now, perhaps to go on writing it."""
        self.asked, self.asked_to_write = draft_id, writes
        self.read()

    def _read(self) -> None:
        names = names_of(self.page, self.screen.source)
        try:
            drafts = self.services.with_drafts(lambda store: self._read_from(store, names))
            self.placing().place(drafts)  # sought here, where nobody waits for it
        except DraftError as error:
            self.asked = None
            self.app.call_from_thread(self.complain, str(error))
            return
        self.app.call_from_thread(self._show_read, drafts)

    def _read_from(self, store: DraftStore, names: PageNames) -> list[Draft]:
        """The drafts of the page, and the one that it was opened for, whatever it is called now."""
        drafts = store.for_page(names)
        if self.asked is not None:
            self._sought.add(self.asked)
        others = self._sought - {draft.id for draft in drafts}
        found = (store.glance(draft_id) for draft_id in others)
        return [*drafts, *(draft for draft in found if isinstance(draft, Draft))]

    def _show_read(self, drafts: list[Draft]) -> None:
        before, self.known = self.known, {draft.id: draft for draft in drafts}
        for draft_id, draft in self.known.items():  # one may have been saved since it was read
            known = before.get(draft_id)
            if known is not None and known.changed > draft.changed:
                self.known[draft_id] = known
        self.show()
        self.when_read(drafts)

    def show(self) -> None:
        """Show the drafts in the tree."""
        from tui.app.layout.drafts import draft_nodes, own_comments  # noqa: PLC0415 -- as above

        thread = self.thread
        drafts = sorted(self.known.values(), key=lambda draft: draft.created)
        self.placed = self.placing().place(drafts)
        thread.show_drafts(draft_nodes(self.placed), own_comments(self.placed))
        self.screen.thread_shown()

    def placing(self) -> Placing:
        """What finds the places of drafts in the thread as it is now."""
        from tui.store.placing import Placing  # noqa: PLC0415 -- as above

        thread = self.thread.thread
        if self._places is None or self._places.thread is not thread:
            self._places = Placing(thread)
        return self._places

    def has_place_for(self, draft: Draft) -> bool:
        """Whether what a draft answers is not on another page of the same comments."""
        from tui.reading.anchoring import Change  # noqa: PLC0415 -- as above

        (placed,) = self.placing().place((draft,))
        return placed.anchored is None or placed.anchored.change is not Change.ELSEWHERE

    def answered(self, draft: Draft) -> str | None:
        """The key that what a draft answers has in the thread now; None where it is not there."""
        (placed,) = self.placing().place((draft,))
        return placed.parent

    def where(self, draft_id: str) -> Placed | None:
        """A draft of the page and where it stands; None where the page has none of that id."""
        return next((each for each in self.placed if each.draft.id == draft_id), None)

    def show_one(self, draft_id: str) -> bool:
        """Put the cursor on a draft, or on the comment that it became; whether it is there."""
        placed = self.where(draft_id)
        key = placed and (placed.became or placed.parent)
        index = self.thread.thread.index_of(key) if key else None
        self.screen.show_pane(self.thread)
        if index is not None:
            self.thread.go_to(index)
            self.thread.open_comment(self.thread.reading.key(index))
        if placed is not None and placed.became is None:
            self.thread.go_to_draft(draft_id)
        return placed is not None

    def saved(self, draft: Draft) -> None:
        """A draft was put on disk."""
        self.known[draft.id] = draft
        self.show()

    def saved_meanwhile(self, draft: Draft) -> None:
        """Know a draft that is being written, and show it in the tree once its writer pauses."""
        self.known[draft.id] = draft
        if self._showing is None:
            self._showing = self.screen.set_timer(_SHOW_AFTER, self.show_written)
        else:
            self._showing.reset()

    def show_written(self) -> None:
        """Show what is written by now."""
        self._showing = None
        self.show()

    def forget(self, draft_id: str) -> None:
        """A draft is no more."""
        del self.known[draft_id]
        self.show()


def _nothing(_drafts: list[Draft]) -> None:
    """Nobody wants to know."""
