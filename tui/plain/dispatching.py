"""The part of a page's view from which replies leave, and the list of those that wait."""

from __future__ import annotations

from tui.plain import telling
from tui.plain.commands import Asked
from tui.plain.handing import hand_over
from tui.plain.lists import ListView
from tui.plain.replying import ReplyingView
from tui.plain.sending import send_waiting, sending
from tui.plain.view import Lines
from tui.send.outbox import Waiting
from tui.send.showing import host_words, identity_words
from tui.send.telling import addressee, state_words
from tui.store.draft import Draft, DraftState


class DispatchingView(ReplyingView):
    """A page whose drafts are sent and handed over."""

    def do_send(self, asked: Asked) -> Lines:
        """Send the draft here, or see to one that is on its way."""
        yield from self.host.talk(sending(self.stores, self._now(asked)), self.read_drafts)

    def do_hand_over(self, asked: Asked) -> Lines:
        """Hand the draft here over."""
        yield from self.host.talk(hand_over(self.stores, self._now(asked)), self.read_drafts)

    def _now(self, asked: Asked) -> Draft:
        """The draft here as it is on disk now."""
        return self.stores.drafts.get(self._draft(asked).id)

    def tell_arrived(self) -> Lines:
        """Tell which replies stand on the page by now."""
        came = self.stores.arrive(self.page, self.source)
        for draft in came:
            to = f" to {telling.name(draft.parent.author)}" if draft.parent else ""
            yield f"Your reply{to} is on the page now."
        if came:
            self.read_drafts()


class OutboxView(ListView[Waiting]):
    """The replies that wait to be sent."""

    prompt = "outbox> "

    def read(self, most: int) -> list[Waiting]:
        """What waits, in the order in which it is sent; all of it."""
        del most
        return self.stores.outbox.waiting()

    def told(self, row: Waiting) -> str:
        """What, where, as whom, since when and how far."""
        parts = [
            addressee(row.draft),
            state_words(row.draft),
            f"to {host_words(row.address)}",
            f"as {identity_words(row.identity, whole=False)}",
            f"since {row.queued.astimezone():%Y-%m-%d %H:%M}",
        ]
        if row.not_before is not None and row.draft.state is DraftState.READY:
            parts.append(f"not before {row.not_before.astimezone():%H:%M:%S}")
        return ", ".join(parts)

    def begin(self) -> Lines:
        """The rows, and what to do with them."""
        yield from self.do_list(Asked("list"))
        if self.rows:
            yield "A number sees to a reply; send sends all that is ready; back goes back."
        else:
            yield "Nothing waits to be sent."

    def choose(self, row: Waiting) -> Lines:
        """Send a reply, take it back, or settle it."""
        draft = self.stores.drafts.get(row.draft.id)
        yield from self.host.talk(sending(self.stores, draft), self.refresh)

    def do_send(self, asked: Asked) -> Lines:
        """Send all that is ready, or see to the reply of a number."""
        if asked.count is not None:
            yield from self.choose(self.row(asked))
        else:
            yield from self.host.talk(send_waiting(self.stores), self.refresh)

    def do_discard_row(self, asked: Asked) -> Lines:
        """Take the reply of a number back."""
        self.stores.outbox.take_back(self.row(asked).draft.id)
        self.refresh()
        yield "It is a draft again."

    def refresh(self) -> None:
        """Know what waits as it is now."""
        self.rows = self.read(0)
