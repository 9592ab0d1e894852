"""Replies that leave, and that are seen to arrive."""

from __future__ import annotations

from tui.app.layout.comments import DraftItem
from tui.app.messages import HandOverAsked, SendAsked
from tui.app.reader.base import ReadingScreen
from tui.app.reader.desk import Desk
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.feature import Feature
from tui.store.draft import Draft, DraftState, Outcome

_LEFT = frozenset({DraftState.READY, DraftState.SENT, DraftState.HANDED_OVER, DraftState.UNKNOWN})
"""How far a reply has come when nobody goes on writing it."""

_SHOWN_BY_SITE = frozenset({Outcome.PUBLISHED, Outcome.HELD, Outcome.ACCEPTED})


class Dispatch(Feature):
    """Has drafts of the page sent and handed over, and knows them again on the page."""

    def __init__(self, screen: ReadingScreen, drafts: PageDrafts, desk: Desk) -> None:
        super().__init__(screen)
        self._drafts, self._desk = drafts, desk

    def asked(self, name: str) -> None:
        """Do what a key of the composer asks for."""
        if name == "send":
            self.action_send()
        elif name == "hand_over":
            self.action_hand_over()

    def action_send(self) -> None:
        """Send the draft under the cursor."""
        draft_id = self._chosen()
        if draft_id is not None:
            self.screen.post_message(SendAsked(draft_id))

    def action_hand_over(self) -> None:
        """Hand over the draft under the cursor."""
        draft_id = self._chosen()
        if draft_id is not None:
            self.screen.post_message(HandOverAsked(draft_id))

    def _chosen(self) -> str | None:
        """The draft under the cursor, the one that is written, or the only one of the page."""
        if self._desk.composer is not None:
            return self._desk.draft_in_composer()
        item = self.thread.current
        if isinstance(item, DraftItem):
            return item.key
        away = [each.draft.id for each in self._drafts.placed if each.became is None]
        if len(away) == 1:
            return away[0]
        there = "Go to the draft in the comments first" if away else "There is no draft"
        self.tell(f"{there}; r begins one.", 4)
        return None

    def moved(self, draft: Draft) -> bool:
        """Show how far a draft has come; whether the page may show it, read again."""
        if draft.id not in self._drafts.known:
            return False
        composer = self._desk.composer
        writing = composer.writing.draft if composer is not None else None
        if writing is not None and writing.id == draft.id and draft.state in _LEFT:
            self._desk.put_away()
        self._drafts.saved(draft)
        return self._may_show(draft) and not self.services.offline

    def _may_show(self, draft: Draft) -> bool:
        """Whether the page may show a reply by now that it does not show here."""
        delivery = draft.delivery
        if draft.state is not DraftState.SENT or delivery is None:
            return False
        is_here = delivery.key is not None and self.thread.thread.index_of(delivery.key) is not None
        return delivery.outcome in _SHOWN_BY_SITE and not is_here

    # Seeing replies arrive

    def look_for_own(self) -> None:
        """See which replies stand on the page by now."""
        self.run(self._look, "arrivals", in_thread=True, exclusive=True)

    def _look(self) -> None:
        for draft in self.services.arrive(self.page, self.screen.source):
            self.app.call_from_thread(self._arrived, draft)

    def _arrived(self, draft: Draft) -> None:
        self._drafts.saved(draft)
        to = f" to {draft.parent.author or 'a comment'}" if draft.parent else ""
        self.tell(f"Your reply{to} is on the page now.", 6)
