"""The part of a reading screen from which replies leave, and that sees them arrive."""

from __future__ import annotations

from textual import on, work

from tui.app.layout.comments import DraftItem
from tui.app.messages import DraftMoved, HandOverAsked, SendAsked, WritingAsked
from tui.app.screens.taking import TakingScreen
from tui.store.draft import Draft, DraftState, Outcome

_LEFT = frozenset({DraftState.READY, DraftState.SENT, DraftState.HANDED_OVER, DraftState.UNKNOWN})
"""How far a reply has come when nobody goes on writing it."""

_SHOWN_BY_SITE = frozenset({Outcome.PUBLISHED, Outcome.HELD, Outcome.ACCEPTED})


class DispatchingScreen(TakingScreen):
    """A screen whose drafts are sent and handed over."""

    def action_send(self) -> None:
        """Send the draft under the cursor."""
        draft_id = self._chosen_draft()
        if draft_id is not None:
            self.post_message(SendAsked(draft_id))

    def action_hand_over(self) -> None:
        """Hand over the draft under the cursor."""
        draft_id = self._chosen_draft()
        if draft_id is not None:
            self.post_message(HandOverAsked(draft_id))

    def _chosen_draft(self) -> str | None:
        """The draft under the cursor, the one that is written, or the only one of the page."""
        if self.composer is not None:
            return self._draft_in_composer()
        item = self.thread.current
        if isinstance(item, DraftItem):
            return item.key
        away = [each.draft.id for each in self.placed if each.became is None]
        if len(away) == 1:
            return away[0]
        there = "Go to the draft in the comments first" if away else "There is no draft"
        self.notify(f"{there}; r begins one.", timeout=4, markup=False)
        return None

    def _draft_in_composer(self) -> str | None:
        """The draft that is being written, its last words on disk; None where nothing is kept."""
        if self.composer is None:
            return None
        problem = self.composer.finish()
        draft = self.composer.writing.draft
        if problem or draft is None:
            sentence = problem or "Nothing is written yet."
            self.notify(sentence, severity="error", timeout=8, markup=False)
            return None
        self._saved(draft)
        return draft.id

    @on(WritingAsked)
    def _leaving_asked(self, event: WritingAsked) -> None:
        """The keys of the composer that send and hand over."""
        if event.name == "send":
            self.action_send()
        elif event.name == "hand_over":
            self.action_hand_over()

    @on(DraftMoved)
    async def _draft_moved(self, event: DraftMoved) -> None:
        """Show how far a draft has come; the page is read again once the site has a reply."""
        draft = event.draft
        if draft.id not in self._drafts:
            return
        writing = self.composer.writing.draft if self.composer is not None else None
        if writing is not None and writing.id == draft.id and draft.state in _LEFT:
            self._put_away()
        self._saved(draft)
        if self._may_show(draft) and not self.services.offline:
            await self.run_action("reload")

    def _may_show(self, draft: Draft) -> bool:
        """Whether the page may show a reply by now that it does not show here."""
        delivery = draft.delivery
        if draft.state is not DraftState.SENT or delivery is None:
            return False
        is_here = delivery.key is not None and self.thread.thread.index_of(delivery.key) is not None
        return delivery.outcome in _SHOWN_BY_SITE and not is_here

    # Seeing replies arrive

    def _show_read(self, drafts: list[Draft]) -> None:
        super()._show_read(drafts)
        if drafts:
            self.look_for_own()

    @work(thread=True, exclusive=True, group="arrivals", description="looks for own replies")
    def look_for_own(self) -> None:
        """See which replies stand on the page by now."""
        for draft in self.services.arrive(self.page, self.source):
            self.app.call_from_thread(self._arrived, draft)

    def _arrived(self, draft: Draft) -> None:
        self._saved(draft)
        to = f" to {draft.parent.author or 'a comment'}" if draft.parent else ""
        self.notify(f"Your reply{to} is on the page now.", timeout=6, markup=False)
