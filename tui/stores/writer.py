"""The stores of somebody who also writes: as whom, what sends it, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from msgspec import field
from msgspec.structs import replace

from tui.errors import SendError
from tui.model import Comment, Page
from tui.store.copies import Copy
from tui.store.draft import Delivery, Draft, DraftState, Outcome
from tui.stores.known import if_known
from tui.stores.whole import WholeStores

if TYPE_CHECKING:  # what sends is loaded when something is to be sent
    from tui.send.outbox import Outbox
    from tui.send.plan import Planned
    from tui.store.identities import Identities, Identity


class Stores(WholeStores, frozen=True):
    """The stores of a reader who writes.

    Attributes:
        outbox_of: Makes the outbox.
    """

    outbox_of: Callable[[Stores], Outbox] = field(default_factory=lambda: _outbox)
    _used: list[Identity] = field(default_factory=list)

    @property
    def outbox(self) -> Outbox:
        """What sends drafts."""
        return self.outbox_of(self)

    @property
    def identities(self) -> Identities:
        """As whom the user writes on each site, beside the folder of drafts."""
        from tui.store.identities import Identities  # noqa: PLC0415 -- not to start with

        return Identities(self.drafts.folder.parent / "identities.toml")

    def whom(self, address: str) -> tuple[Identity, bool]:
        """As whom the user writes on the site of an address, and whether that is remembered.

        Where it is not, it is who the user was last, or is on most sites.
        """
        from tui.store.identities import Identity, site_of  # noqa: PLC0415 -- as above

        known = if_known(self.identities.all, "who the user is") or {}
        own = known.get(site_of(address))
        if own is not None:
            return own, True
        others = self._used or [who for who, _ in Counter(known.values()).most_common(1)]
        return (others[-1] if others else Identity()), False

    def write_as(self, identity: Identity) -> None:
        """Take somebody as whom the user was last, until the program ends."""
        self._used[:] = [identity]

    def own_names(self) -> frozenset[str]:
        """The names under which the user writes, as far as they are known."""
        known = if_known(self.identities.all, "who the user is") or {}
        said = (*self.preferences.names, *(who.name for who in (*known.values(), *self._used)))
        return frozenset(filter(None, said))

    async def plan(
        self, draft: Draft, identity: Identity, consents: Collection[str] = ()
    ) -> Planned:
        """What would be sent of a draft; where its page cannot be read, by the copy that was kept.

        Args:
            draft: The draft.
            identity: As whom.
            consents: The names of the boxes that the user ticked.

        Raises:
            SendError: The page cannot be read, and there is no copy that tells enough.
        """
        from asyncio import to_thread  # noqa: PLC0415 -- not to start with

        from tui.send.plan import Plan  # noqa: PLC0415 -- likewise

        try:
            return await self.outbox.plan(draft, identity, consents)
        except SendError as error:
            copy = await to_thread(self._copy, draft.page.key, draft.page.source)
            planned = await self._plan_kept(draft, identity, consents, copy)
            if not isinstance(planned, Plan) and not (planned and planned.missing):
                raise
            if not isinstance(planned, Plan) or copy is None:
                return planned
            when = f" of {copy.at.astimezone():%Y-%m-%d %H:%M}" if copy.at else ""
            note = f"{error} What follows is by the copy of the page{when}; it can wait for that."
            return replace(planned, notes=(note, *planned.notes))

    async def _plan_kept(
        self, draft: Draft, identity: Identity, consents: Collection[str], copy: Copy | None
    ) -> Planned | None:
        try:
            if copy is None:
                return None
            return await self.outbox.plan_kept(draft, identity, consents, copy.page)
        except SendError:  # a further page is needed
            return None

    def page_of(self, draft: Draft) -> Page | None:
        """The page of a draft as it was kept when it was last opened, or None."""
        copy = self._copy(draft.page.key, draft.page.source)
        return None if copy is None else copy.page

    def arrive(self, page: Page, source: str | None = None) -> list[Draft]:
        """Mark the replies that stand on a page now as seen there; those drafts.

        A reply that cannot be marked is looked for once more with the next reading.

        Args:
            page: The page as it was just read.
            source: What it was opened by, or None where that is not known.
        """
        from tui.send.arriving import arrivals, is_awaited  # noqa: PLC0415 -- not to start with

        drafts = self.page_drafts(page, source)
        if not any(map(is_awaited, drafts)):
            return []
        found = arrivals(page, drafts, self.own_names())
        return list(filter(None, (self._seen(draft, comment) for draft, comment in found)))

    def _seen(self, draft: Draft, comment: Comment) -> Draft | None:
        before = draft.delivery
        delivery = Delivery(
            Outcome.PUBLISHED,
            before.at if before else self.clock(),
            before.address if before else draft.page.source,
            "It stands on the page.",
            comment.key,
            comment.permalink,
            seen=True,
        )
        marking = partial(self._mark, draft, DraftState.SENT, delivery)
        return if_known(marking, f"that the reply {draft.id} is on its page")

    def settle(self, draft: Draft, *, arrived: bool) -> Draft:
        """Take the user's word for whether a reply has arrived; one that has not is a draft again.

        Raises:
            DraftError: It has come further by now, or could not be written.
        """
        if draft.state is DraftState.UNKNOWN:
            return self.outbox.settle(draft.id, arrived=arrived)
        if not arrived:
            return self._mark(draft, DraftState.DRAFT, None)
        before = draft.delivery or Delivery(Outcome.HANDED_OVER, self.clock(), draft.page.source)
        told = replace(
            before, outcome=Outcome.ACCEPTED, sentence="You say that the site has it.", seen=True
        )
        return self._mark(draft, DraftState.SENT, told)

    def _mark(self, draft: Draft, state: DraftState, delivery: Delivery | None) -> Draft:
        return self.with_drafts(
            lambda store: store.mark(draft.id, state, delivery, before={draft.state})
        )

    def recover(self) -> list[Draft]:
        """Know of replies that were being sent when the program ended: they are unknown now."""
        if not (self.drafts.folder.parent / "outbox").exists():
            return []
        return if_known(self.outbox.recover, "what was being sent") or []


def _outbox(stores: Stores) -> Outbox:
    """The outbox beside the folder of drafts."""
    from tui.send.ledger import Ledger  # noqa: PLC0415 -- not to start with
    from tui.send.outbox import Outbox  # noqa: PLC0415 -- likewise

    home = stores.drafts.folder.parent
    pace = stores.preferences.sending.pace
    ledger = Ledger(stores, home / "outbox", stores.clock)
    return Outbox(ledger, pace=pace, offline=stores.offline)
